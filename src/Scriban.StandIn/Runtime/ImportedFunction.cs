namespace Scriban.Runtime;

/// <summary>A function that the program gave to its templates.</summary>
internal sealed class ImportedFunction : IScriptFunction
{
    private readonly Delegate _function;
    private readonly bool[] _takesText;

    private ImportedFunction(Delegate function, bool[] takesText)
    {
        _function = function;
        _takesText = takesText;
    }

    /// <summary>A function of a delegate whose parameters are strings or objects.</summary>
    /// <exception cref="NotSupportedException">It has other parameters.</exception>
    public static ImportedFunction Create(Delegate function)
    {
        var parameters = function.Method.GetParameters();
        var other = Array.Find(parameters, parameter => parameter.ParameterType != typeof(string) && parameter.ParameterType != typeof(object));
        return other is null
            ? new ImportedFunction(function, [.. parameters.Select(parameter => parameter.ParameterType == typeof(string))])
            : throw new NotSupportedException($"A parameter of type {other.ParameterType} is not supported");
    }

    /// <inheritdoc/>
    public object? Invoke(CallArguments arguments)
    {
        arguments.Expect(_takesText.Length, _takesText.Length);
        if (_takesText is [true] && _function is Func<string, string> encode)
        {
            return encode(arguments.Text(0));
        }

        var values = new object?[_takesText.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = _takesText[index] ? arguments.Text(index) : arguments.Value(index);
        }

        return _function.DynamicInvoke(values);
    }
}
