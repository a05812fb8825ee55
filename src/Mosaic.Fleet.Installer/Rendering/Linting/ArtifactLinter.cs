using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Rendering.Linting;

/// <summary>
/// Finds artifacts that the programs which read them would not understand: bash its scripts, the launcher its env files,
/// systemd its units. Who reads any other file is not known here.
/// </summary>
/// <param name="layout">Where artifacts go, and so who reads them.</param>
/// <param name="readByBash">What bash says against a script; null when it reads it. Called from several threads.</param>
internal sealed class ArtifactLinter(FleetLayout layout, Func<ReadOnlyMemory<byte>, string?> readByBash)
{
    /// <summary>Reads the artifacts as their readers would.</summary>
    /// <param name="artifacts">Artifacts that files of the user's had a part in: these are named.</param>
    /// <exception cref="InstallationException">Some cannot be read; each of them is named.</exception>
    public void Require(IReadOnlyCollection<Artifact> artifacts)
    {
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(artifacts.AsParallel().AsOrdered().Select(Check).OfType<Diagnostic>());
        if (diagnostics.HasErrors)
        {
            throw new InstallationException(FailureKind.BadInput, diagnostics.ToSorted());
        }
    }

    private Diagnostic? Check(Artifact artifact)
    {
        var text = new SourceText(artifact.Path.Value, System.Text.Encoding.UTF8.GetString(artifact.Content.Span));
        if (IsReadByLauncher(artifact.Path))
        {
            return EnvironmentFileLinter.FindFault(text, artifact.Content.Span) is { } fault ? LintDiagnostics.Environment(artifact, fault) : null;
        }

        if (artifact.Path.IsBelow(layout.UnitFolder))
        {
            return UnitLinter.FindFault(text, artifact) is { } fault ? LintDiagnostics.Unit(artifact, fault) : null;
        }

        return ScriptLinter.FindFault(text, artifact, readByBash) is { } unread ? LintDiagnostics.Script(artifact, unread) : null;
    }

    private bool IsReadByLauncher(AbsolutePath path) =>
        path == layout.FleetEnvironment || path == layout.HostEnvironment || layout.AgentOf(path) is not null;
}
