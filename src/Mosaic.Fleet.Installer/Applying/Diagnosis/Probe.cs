namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>Asks other programs about the host. None of them changes anything, and none may take long.</summary>
internal static class Probe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Runs a program in the caller's environment, with messages in English.</summary>
    public static ProgramResult Run(params IReadOnlyList<string> command) => Programs.Collect(["env", "LC_ALL=C", .. command], Limit);

    /// <summary>What a program printed, without the last line break; null when it failed.</summary>
    public static string? Ask(params IReadOnlyList<string> command) => Run(command) is { Succeeded: true } result ? result.Output.TrimEnd('\n') : null;

    /// <summary>The first line of what a program complained of.</summary>
    public static string Complaint(ProgramResult result) =>
        $"{result.ErrorOutput}\n{result.Output}".Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? $"exit code {result.ExitCode}";

    /// <summary>The number of the user to whom a file or folder belongs; null when that cannot be found out.</summary>
    public static uint? OwnerOf(string path) => uint.TryParse(Ask("stat", "-L", "-c", "%u", "--", path), out var owner) ? owner : null;

    /// <summary>The first program of a name on a PATH; null when there is none.</summary>
    public static string? FindProgram(string name, string searchPath) =>
        searchPath.Split(':').Select(folder => Path.Join(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>A word as a shell takes it.</summary>
    public static string Quote(string word) => word.All(character => char.IsAsciiLetterOrDigit(character) || "/._-+@".Contains(character, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
