using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Rendering.Linting;

namespace Mosaic.Fleet.Installer.Tests.Rendering.Linting;

/// <summary>What is said about one file that a template of the user's makes.</summary>
internal static class LintedFile
{
    private static readonly FleetLayout Layout = FleetLayout.Locate(new Dictionary<string, string> { ["HOME"] = "/home/u" });

    /// <summary>Reads a file as its reader would, a script with this machine's bash.</summary>
    /// <param name="output">As the artifact table has it: <c>mosaic/…</c> or <c>units/…</c>.</param>
    /// <param name="text">The file.</param>
    /// <returns>Line, column and message, as <c>3:1: …</c>; empty when it can be read.</returns>
    public static string Say(string output, string text) => Say(output, System.Text.Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Say(string, string)"/>
    public static string Say(string output, byte[] content) =>
        Find(output, content) is { Location: { } place } fault ? $"{place.Line}:{place.Column}: {fault.Message.Split(" makes: ")[1]}" : "";

    /// <summary>The whole diagnostic; null when the file can be read.</summary>
    public static Diagnostic? Find(string output, byte[] content)
    {
        var artifact = new Artifact(Layout.Resolve(output), UnixFileMode.UserRead, content) { UserFiles = ["/mine/it.sbn"] };
        var bash = new BashSyntax("/nowhere:/usr/bin:/bin");
        try
        {
            new ArtifactLinter(Layout, bash.FindFault).Require([artifact]);
            return null;
        }
        catch (InstallationException failure)
        {
            return failure.Diagnostics.Single();
        }
    }
}
