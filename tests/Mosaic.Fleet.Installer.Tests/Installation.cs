using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;
using Shouldly;

namespace Mosaic.Fleet.Installer.Tests;

/// <summary>The whole pipeline on a real folder that plays the home directory of a user without a user manager.</summary>
internal sealed class Installation : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AbsolutePath Home => _folder.Path;

    public FleetLayout Layout => FleetLayout.Locate(Variables);

    public Dictionary<string, string> Variables { get; }

    public Installation() => Variables = new Dictionary<string, string>
    {
        ["HOME"] = Home.Value,
        ["SHELL"] = "/bin/sh",
        ["PATH"] = "/usr/bin:/bin",
        ["XDG_RUNTIME_DIR"] = (Home / "no-user-manager").Value,
    };

    public InstallReport Run(string? profile = null, Func<InstallRequest, InstallRequest>? with = null)
    {
        var request = new InstallRequest { Variables = Variables, Profile = profile };
        return new InstallPipeline(new LinuxEffects()).Run(with is null ? request : with(request));
    }

    public InstallReport Install(string roster)
    {
        Directory.CreateDirectory(Layout.DefaultRoster.Parent.Value);
        File.WriteAllText(Layout.DefaultRoster.Value, roster);
        return Run();
    }

    /// <summary>Keeps the home directory as it is, in a folder that is not there yet.</summary>
    public void SaveTo(AbsolutePath place) => Copy("cp -a \"$1\" \"$2\"", place);

    /// <summary>Takes the home directory back to what it was when it was kept there.</summary>
    public void RestoreFrom(AbsolutePath place) => Copy("find \"$1\" -mindepth 1 -delete && cp -a \"$2/.\" \"$1\"", place);

    /// <summary>Every file below a folder: its relative path, and its mode, time and content in one text.</summary>
    public static SortedDictionary<string, string> Snapshot(AbsolutePath folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder.Value, "*", SearchOption.AllDirectories))
        {
            files[Path.GetRelativePath(folder.Value, file)] =
                $"{File.GetUnixFileMode(file)} {File.GetLastWriteTimeUtc(file).Ticks} {File.ReadAllText(file)}";
        }

        return files;
    }

    public void Dispose() => _folder.Dispose();

    private void Copy(string script, AbsolutePath place) =>
        Programs.Collect(["sh", "-c", script, "sh", Home.Value, place.Value], TimeSpan.FromMinutes(3), Variables).ExitCode.ShouldBe(0);
}
