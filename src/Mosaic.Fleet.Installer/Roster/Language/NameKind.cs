using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>
/// A name that is safe as a tmux session, a systemd instance, a file and a word of a shell alike:
/// <c>[A-Za-z0-9_][A-Za-z0-9_-]{0,63}</c>.
/// </summary>
/// <param name="noun">What is named, for messages: <c>an agent's name</c>.</param>
internal sealed class NameKind(string noun) : ScalarKind<string>
{
    private const string Pattern = "^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$";

    private const int MaximumLength = 64;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <inheritdoc/>
    public override string Expectation => noun;

    /// <inheritdoc/>
    public override string Format(string value) => value;

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new() { ["type"] = "string", ["pattern"] = Pattern };

    /// <inheritdoc/>
    protected override bool TryReadScalar(ScalarNode scalar, ReadingContext context, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Value;
        if (Problem(value) is not { } problem)
        {
            return true;
        }

        context.Report(RosterDiagnostics.InvalidName(scalar, noun, problem));
        return false;
    }

    private static string? Problem(string name)
    {
        var odd = name.AsSpan().IndexOfAnyExcept(Allowed);
        return name switch
        {
            "" => "it is empty",
            _ when odd >= 0 && ControlCharacter.IsControl(name[odd]) => $"it contains {QuotedText.Describe(name[odd])}",
            _ when odd >= 0 && name[odd] == ' ' => "it contains a space",
            _ when odd >= 0 => $"it contains `{char.ConvertFromUtf32(CodePointAt(name, odd))}`",
            ['-', ..] => "it begins with `-`",
            { Length: > MaximumLength } => $"it is {name.Length} characters long; {MaximumLength} are allowed",
            _ => null,
        };
    }

    private static int CodePointAt(string text, int index) =>
        char.IsSurrogatePair(text, index) ? char.ConvertToUtf32(text, index)
        : char.IsSurrogate(text[index]) ? '\uFFFD' : text[index];
}
