using System.Collections;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>The caller's environment.</summary>
internal static class ProcessEnvironment
{
    /// <summary>Takes a copy.</summary>
    public static IReadOnlyDictionary<string, string> Read()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            variables[(string)entry.Key] = (string?)entry.Value ?? string.Empty;
        }

        return variables;
    }
}
