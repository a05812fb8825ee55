using System.Runtime.InteropServices;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Packages;

/// <summary>From a folder of packages, in a home directory of the test's own.</summary>
public sealed class The_tool_comes_and_goes_by_dotnet_tool : IDisposable
{
    private const string Id = "Mosaic.Fleet.Installer";
    private const string Old = "0.0.1";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly string _home = Directory.CreateTempSubdirectory("mosaic-home-").FullName;

    [Fact]
    public void Installed_updated_and_uninstalled()
    {
        var current = CurrentVersion();
        var feed = MakeOldFeed(current);

        // What the old one offers to other platforms is what this one must take.
        Dotnet("tool", "install", "--global", Id, "--source", feed).ShouldExit(0);
        InstalledVersion().ShouldBe(Old);
        Tool("profiles", "list").ShouldExit(0).Output.ShouldContain("local-factory");
        Store(Old).ShouldBe(["mosaic.fleet.installer", "mosaic.fleet.installer.any"]);

        Dotnet("tool", "update", "--global", Id, "--source", PackedTool.Feed).ShouldExit(0);
        InstalledVersion().ShouldBe(current);
        Tool("--version").ShouldExit(0).Output.ShouldStartWith(current);
        if (RuntimeInformation.ProcessArchitecture == Architecture.X64)
        {
            Store(current).ShouldBe(["mosaic.fleet.installer", "mosaic.fleet.installer.linux-x64"]);
        }

        Dotnet("tool", "uninstall", "--global", Id).ShouldExit(0);
        File.Exists(Path.Combine(_home, ".dotnet/tools/mosaic-fleet-install")).ShouldBeFalse();
    }

    [Fact]
    public void Used_once_without_being_installed()
    {
        var once = Dotnet("dnx", Id, "--source", PackedTool.Feed, "--yes", "profiles", "list").ShouldExit(0);

        once.Output.ShouldContain("local-factory");
        Directory.Exists(Path.Combine(_home, ".dotnet/tools")).ShouldBeFalse();
        Directory.Exists(Path.Combine(_home, ".config/mosaic")).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private static string CurrentVersion() =>
        Directory.GetFiles(PackedTool.Feed, $"{Id}.any.*.nupkg").Select(file => Path.GetFileNameWithoutExtension(file)[$"{Id}.any.".Length..]).Single();

    private string MakeOldFeed(string current)
    {
        var feed = Directory.CreateDirectory(Path.Combine(_home, "feed")).FullName;
        foreach (var id in new[] { Id, $"{Id}.any" })
        {
            new NuGetPackage(Path.Combine(PackedTool.Feed, $"{id}.{current}.nupkg")).CopyAs(feed, current, Old, withoutPlatform: "linux-x64");
        }

        return feed;
    }

    // "mosaic.fleet.installer      0.0.1        mosaic-fleet-install"
    private string InstalledVersion() => Dotnet("tool", "list", "--global").ShouldExit(0).Output
        .Split('\n').Single(line => line.StartsWith("mosaic.fleet.installer ", StringComparison.Ordinal))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];

    // The packages that an installed version was taken from.
    private IEnumerable<string?> Store(string version) =>
        Directory.GetDirectories(Path.Combine(_home, ".dotnet/tools/.store/mosaic.fleet.installer", version)).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private CommandResult Dotnet(params string[] words) => Run("dotnet", words);

    private CommandResult Tool(params string[] words) => Run(Path.Combine(_home, ".dotnet/tools/mosaic-fleet-install"), words);

    private CommandResult Run(string program, string[] words)
    {
        Prerequisite.Program("dotnet");
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        return Command.Run(
            [
                "env", $"HOME={_home}", $"DOTNET_CLI_HOME={_home}", $"NUGET_PACKAGES={_home}/packages", $"DOTNET_ROOT={dotnet}",
                "DOTNET_NOLOGO=1", "DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1", "--unset=MOSAIC_HOME", "--unset=XDG_CONFIG_HOME",
                program, .. words,
            ],
            string.Empty,
            Limit);
    }
}
