using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A text that has a form: a regular expression, which the schema tells to editors too.</summary>
internal abstract class FormKind : ScalarKind<string>
{
    /// <summary>The form, from <c>^</c> to <c>$</c>, in words that JSON Schema understands too.</summary>
    protected abstract Regex Form { get; }

    /// <summary>The most characters that a text may have; null where the form says it, or nothing does.</summary>
    protected virtual int? MaximumLength => null;

    /// <inheritdoc/>
    public sealed override string Format(string value) => value;

    /// <inheritdoc/>
    public sealed override JsonObject ToSchema()
    {
        var schema = new JsonObject { ["type"] = "string", ["pattern"] = Form.ToString() };
        if (MaximumLength is { } length)
        {
            schema["maxLength"] = length;
        }

        return schema;
    }

    /// <summary>What is said of a text that has not the form.</summary>
    /// <param name="scalar">The text.</param>
    protected abstract Diagnostic Complain(ScalarNode scalar);

    /// <inheritdoc/>
    protected sealed override bool TryReadScalar(ScalarNode scalar, ReadingContext context, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Value;

        // In .NET `$` matches before a line feed at the end, too.
        if (Form.IsMatch(value) && !value.EndsWith('\n') && value.Length <= (MaximumLength ?? value.Length))
        {
            return true;
        }

        context.Report(Complain(scalar));
        return false;
    }
}
