namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Asks this host's bash whether it can read a script. The script stays in memory, and nothing of it is run.</summary>
/// <param name="searchPath">The PATH on which bash is found.</param>
internal sealed class BashSyntax(string searchPath)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // What bash says must be English, and no start-up file is to be read (BASH_ENV).
    private static readonly Dictionary<string, string> Environment = new(StringComparer.Ordinal) { ["LC_ALL"] = "C" };

    private readonly string? _bash = searchPath.Split(':').Select(folder => Path.Join(folder, "bash")).FirstOrDefault(File.Exists);

    /// <summary>What bash says against a script.</summary>
    /// <param name="script">The whole script.</param>
    /// <returns>Its words; null when it reads the script, and when there is no bash, or none that answers.</returns>
    public string? FindFault(ReadOnlyMemory<byte> script)
    {
        if (_bash is null)
        {
            return null;
        }

        // bash -n does not follow a `shopt -s extglob`, and would refuse the patterns behind it.
        string[] options = script.Span.IndexOf("extglob"u8) >= 0 ? ["-O", "extglob", "-n"] : ["-n"];
        var result = Programs.Collect([_bash, .. options], Limit, Environment, script);
        return result is { ExitCode: 1 or 2, ErrorOutput.Length: > 0 } ? result.ErrorOutput : null;
    }
}
