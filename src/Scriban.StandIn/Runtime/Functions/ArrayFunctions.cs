namespace Scriban.Runtime.Functions;

/// <summary>The functions of <c>array</c>.</summary>
internal static class ArrayFunctions
{
    /// <summary>An object with all of them.</summary>
    public static ScriptObject Create() => new()
    {
        { "compact", new BuiltinFunction(1, 1, call => new ScriptRange([.. call.List(0).Where(item => item is not null)])) },
        { "concat", new BuiltinFunction(2, 2, Concat) },
        { "contains", new BuiltinFunction(2, 2, call => call.List(0).Contains(call.Value(1))) },
        { "first", new BuiltinFunction(1, 1, call => call.OptionalList(0) is { Count: > 0 } list ? list[0] : null) },
        { "join", new BuiltinFunction(2, 2, Join) },
        { "last", new BuiltinFunction(1, 1, call => call.OptionalList(0) is { Count: > 0 } list ? list[^1] : null) },
        { "map", new BuiltinFunction(2, 2, Map) },
        { "reverse", new BuiltinFunction(1, 1, call => new ScriptRange([.. call.List(0).Reverse()])) },
        { "size", new BuiltinFunction(1, 1, call => call.OptionalList(0)?.Count ?? 0) },
        { "sort", new BuiltinFunction(1, 2, Sort) },
        { "uniq", new BuiltinFunction(1, 1, call => new ScriptRange([.. call.List(0).Distinct()])) },
    };

    private static ScriptRange Concat(CallArguments call)
    {
        IReadOnlyList<object?> all = [.. call.List(0), .. call.List(1)];
        call.Context.Limits.CheckRounds(call.Span, all.Count);
        return new ScriptRange(all);
    }

    private static string Join(CallArguments call)
    {
        var separator = call.Text(1);
        string?[] texts = call.Value(0) is null ? [] : [.. call.List(0).Select(item => ValueText.Of(call.Span, item))];
        call.ExpectLength(texts.Sum(text => (long)separator.Length + (text?.Length ?? 0)));
        return string.Join(separator, texts);
    }

    // Objects without the member are left out.
    private static ScriptRange Map(CallArguments call)
    {
        var name = call.Text(1);
        var values = new List<object?>();
        foreach (var item in Objects(call))
        {
            if (item.TryGetValue(name, out var value))
            {
                values.Add(value);
            }
        }

        return new ScriptRange(values);
    }

    // Equal items stay in their order; null comes first.
    private static ScriptArray Sort(CallArguments call)
    {
        if (call.Count == 1)
        {
            return new ScriptArray(call.List(0).Order(Comparer<object?>.Default));
        }

        var name = call.Text(1);
        if (name.Length == 0 || name.Contains('.', StringComparison.Ordinal))
        {
            throw call.Error($"sorting by `{name}` is not supported");
        }

        return new ScriptArray(Objects(call).OrderBy(item => item[name], Comparer<object?>.Default));
    }

    private static IEnumerable<ScriptObject> Objects(CallArguments call) => call.List(0).Select(item =>
        item as ScriptObject ?? throw call.Error($"{ValueText.Kind(item)} for an object in a list is not supported"));
}
