using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>The rules for the last column of an artifact table.</summary>
internal static class ArtifactOutput
{
    private const string Units = "units/";

    // Linux: NAME_MAX is 255 bytes; an agent's name takes up to 64 of them (see Roster/Language/NameKind).
    private const int LongestName = 255 - 64;

    /// <summary>Why a path cannot be an output, and what would help; null when it can.</summary>
    /// <param name="output">The path as the table has it.</param>
    /// <param name="scope">How often it is made.</param>
    public static (string Message, string Hint)? FindFault(string output, ArtifactScope scope)
    {
        var isUnit = scope is ArtifactScope.Unit or ArtifactScope.AgentUnit;
        var isPerAgent = scope is ArtifactScope.Agent or ArtifactScope.AgentUnit;
        var hasName = output.Contains(ArtifactRule.NamePlaceholder, StringComparison.Ordinal);
        var parts = output.Split('/');
        return parts is not ["mosaic" or "units", _, ..] || parts.Any(part => part is "" or "." or "..")
                ? ($"{QuotedText.Of(output)} is no path below mosaic/ or units/", "mosaic/ is $MOSAIC_HOME, units/ the folder of your systemd units; `.`, `..` and empty parts lead elsewhere")
            : ControlCharacter.Find(output) >= 0 ? ("the output has a control character", "delete it")
            : parts.Any(part => System.Text.Encoding.UTF8.GetByteCount(part) > LongestName)
                ? ("a part of the output is longer than a file's name can be", $"use no more than {LongestName} bytes")
            : isPerAgent && !hasName ? ("every agent would make the same file", $"put {ArtifactRule.NamePlaceholder} into the output, or use the scope {(isUnit ? "unit" : "fleet")}")
            : !isPerAgent && hasName ? ($"{ArtifactRule.NamePlaceholder} means nothing in what is made once", $"use the scope {(isUnit ? "agent-unit" : "agent")}")
            : output.StartsWith(Units, StringComparison.Ordinal) && !isUnit
                ? ("what only systemd reads is left out on hosts without it", $"use the scope {(isPerAgent ? "agent-unit" : "unit")}")
            : null;
    }

    /// <summary>Why a path is not for templates of the user's; null when it is.</summary>
    /// <param name="output">A path without fault.</param>
    public static (string Message, string Hint)? FindOwner(string output) =>
        output is "mosaic/fleet/roster.yaml" or "mosaic/fleet/roster.schema.json"
        || IsBelow(output, "mosaic/fleet/templates") || IsBelow(output, "mosaic/fleet/profiles")
            ? ($"{QuotedText.Of(output)} is for what you or the tool write there, not for an artifact", "choose another output")
        : IsBelow(output, "mosaic/fleet/agents") && output.EndsWith(".env", StringComparison.Ordinal)
            ? ("the env files in mosaic/fleet/agents/ are those of agents", "choose another folder; to change an agent's env file, overlay fleet/agents/agent.env.sbn")
        : null;

    private static bool IsBelow(string output, string folder) => output == folder || output.StartsWith($"{folder}/", StringComparison.Ordinal);
}
