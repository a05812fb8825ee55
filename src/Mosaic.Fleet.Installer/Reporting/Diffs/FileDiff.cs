using System.Collections.Immutable;
using System.Text.Unicode;
using Mosaic.Fleet.Installer.Reporting.Secrets;

namespace Mosaic.Fleet.Installer.Reporting.Diffs;

/// <summary>What differs between two versions of a file: secrets masked, control characters spelled out.</summary>
/// <param name="Name">The file, as the report names it.</param>
/// <param name="Lines">Two headers and the hunks; empty when the versions are equal.</param>
internal sealed record FileDiff(string Name, ImmutableArray<DiffLine> Lines)
{
    /// <summary>The longest version that is shown line by line, in bytes.</summary>
    public const int MaximumBytes = 1024 * 1024;

    /// <summary>Compares two versions.</summary>
    /// <param name="name">The file, as the report names it; the ending decides how secrets are found.</param>
    /// <param name="before">The version whose lines of its own are marked <c>-</c>.</param>
    /// <param name="after">The version whose lines of its own are marked <c>+</c>.</param>
    public static FileDiff Between(string name, DiffSide before, DiffSide after)
    {
        if (before.Content.HasValue == after.Content.HasValue && Bytes(before).SequenceEqual(Bytes(after)))
        {
            return new FileDiff(name, []);
        }

        var lines = Read(before) is { } old && Read(after) is { } @new
            ? UnifiedHunks.Between(SecretMask.Hide(name, old, @new))
            : [new DiffLine(DiffLineKind.Note, "\\ not text, or too long to be shown")];
        return new FileDiff(name, [Header("---", name, before), Header("+++", name, after), .. lines]);
    }

    private static DiffLine Header(string sign, string name, DiffSide side) =>
        new(DiffLineKind.Header, PrintableText.Of($"{sign} {name} ({side.Label})"));

    private static ReadOnlySpan<byte> Bytes(DiffSide side) => (side.Content ?? default).Span;

    private static string? Read(DiffSide side)
    {
        var bytes = Bytes(side);
        return bytes.Length <= MaximumBytes && Utf8.IsValid(bytes) && !bytes.Contains((byte)0) ? System.Text.Encoding.UTF8.GetString(bytes) : null;
    }
}
