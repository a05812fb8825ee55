using System.Globalization;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Applying.Committing;

/// <summary>One file of a journal: its line is <c>BEFORE AFTER PATH</c>, each state as <c>absent</c> or <c>0600:SHA256</c>.</summary>
/// <param name="Path">The file.</param>
/// <param name="Before">What stood there when the run began.</param>
/// <param name="After">What the run puts there.</param>
internal sealed record JournalStep(AbsolutePath Path, InstalledFile Before, InstalledFile After)
{
    private const int HashLength = 64;

    /// <summary>Where the version waits that is not in place.</summary>
    public AbsolutePath Beside => StagedFile.Beside(Path);

    /// <summary>Writes the line, without its line break.</summary>
    public string Format() => $"{Format(Before)} {Format(After)} {Path}";

    /// <summary>Reads a line; null when it has another form.</summary>
    public static JournalStep? Parse(string line) =>
        line.Split(' ', 3) is [var before, var after, ['/', ..] path] && ParseState(before) is { } earlier && ParseState(after) is { } later
            ? new JournalStep(AbsolutePath.From(path), earlier, later)
            : null;

    private static string Format(InstalledFile state) => state.Kind == InstalledFileKind.File
        ? $"{Convert.ToString((int)state.Mode, toBase: 8).PadLeft(4, '0')}:{state.Sha256}"
        : state.Kind.ToString().ToLowerInvariant();

    private static InstalledFile? ParseState(string text) => text.Split(':') switch
    {
        [var mode, { Length: HashLength } hash] when int.TryParse(mode, NumberStyles.None, CultureInfo.InvariantCulture, out _) =>
            new InstalledFile(InstalledFileKind.File, (UnixFileMode)Convert.ToInt32(mode, fromBase: 8), hash),
        [var word] when Enum.TryParse<InstalledFileKind>(word, ignoreCase: true, out var kind) && kind != InstalledFileKind.File => new InstalledFile(kind),
        _ => null,
    };
}
