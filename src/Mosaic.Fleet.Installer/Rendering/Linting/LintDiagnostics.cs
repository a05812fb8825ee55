using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering.Linting;

/// <summary>What is said about artifacts that their readers would not understand.</summary>
internal static class LintDiagnostics
{
    /// <summary>bash would not read a script.</summary>
    /// <param name="artifact">The script.</param>
    /// <param name="fault">What bash says against it.</param>
    public static Diagnostic Script(Artifact artifact, LintFault fault) => Error(
        DiagnosticCode.UnreadableScript, artifact, fault, "bash", $"mend {artifact.UserFiles[0]}");

    /// <summary>The launcher would not read an env file. Its line is not shown: it may hold a secret.</summary>
    /// <param name="artifact">The env file.</param>
    /// <param name="fault">What is wrong with it.</param>
    public static Diagnostic Environment(Artifact artifact, LintFault fault) => Error(
        DiagnosticCode.UnreadableEnvironment, artifact, fault, "the launcher", $"write KEY={{{{ value | env.quote }}}} in {artifact.UserFiles[0]}") with
    {
        Excerpt = null,
    };

    /// <summary>systemd would not read a unit, or would pass over a part of it.</summary>
    /// <param name="artifact">The unit or drop-in.</param>
    /// <param name="fault">What is wrong with it.</param>
    public static Diagnostic Unit(Artifact artifact, LintFault fault) => Error(
        DiagnosticCode.UnreadableUnit, artifact, fault, "systemd", $"mend {artifact.UserFiles[0]}");

    private static Diagnostic Error(string code, Artifact artifact, LintFault fault, string reader, string hint) => Diagnostic.Error(
        code, fault.Place, $"{reader} cannot read what {string.Join(", ", artifact.UserFiles)} makes: {fault.Message}",
        $"{hint}; the position is that in the output, which was not written");
}
