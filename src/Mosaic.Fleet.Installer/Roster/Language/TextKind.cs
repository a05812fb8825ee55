using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>Free text.</summary>
internal sealed class TextKind : ScalarKind<string>
{
    /// <summary>The longest text, in bytes of UTF-8: one argument or variable of a process is at most 128 KiB (execve(2)), its name included.</summary>
    public const int MaximumBytes = 120 * 1024;

    /// <summary>Whether the text may be empty.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>Whether the text may have tabs and line breaks.</summary>
    public bool AllowsLines { get; init; }

    /// <summary>Whether numbers, <c>true</c> and <c>false</c> count as the text that was written, as people expect of variables.</summary>
    public bool AllowsNumbers { get; init; }

    /// <inheritdoc/>
    public override string Expectation => AllowsLines ? "text" : "one line of text";

    /// <inheritdoc/>
    public override string Format(string value) => value;

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new()
    {
        ["type"] = AllowsNumbers ? new JsonArray("string", "number", "boolean") : "string",
        ["minLength"] = AllowsEmpty ? 0 : 1,
        ["pattern"] = AllowsLines ? @"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]*$" : @"^[^\u0000-\u001F\u007F-\u009F]*$",
    };

    /// <inheritdoc/>
    protected override bool Accepts(ScalarType type) => type == ScalarType.Text || (AllowsNumbers && type != ScalarType.Null);

    /// <inheritdoc/>
    protected override bool TryReadScalar(ScalarNode scalar, ReadingContext context, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (scalar.Value.Length == 0 && !AllowsEmpty)
        {
            context.Report(RosterDiagnostics.EmptyText(scalar.Span));
        }
        else if (FindInvalid(scalar.Value) is var index and >= 0)
        {
            context.Report(RosterDiagnostics.InvalidCharacter(scalar.Span, scalar.Value[index]));
        }
        else if (Encoding.UTF8.GetByteCount(scalar.Value) > MaximumBytes)
        {
            context.Report(RosterDiagnostics.TextTooLong(scalar.Span, MaximumBytes));
        }
        else
        {
            value = scalar.Value;
        }

        return value is not null;
    }

    private int FindInvalid(string text)
    {
        var control = AllowsLines ? ControlCharacter.FindExceptLayout(text) : ControlCharacter.Find(text);
        return control >= 0 ? control : UnpairedSurrogate.Find(text);
    }
}
