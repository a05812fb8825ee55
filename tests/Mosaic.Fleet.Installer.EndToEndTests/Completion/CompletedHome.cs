using System.Runtime.InteropServices;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;

namespace Mosaic.Fleet.Installer.EndToEndTests.Completion;

/// <summary>A home directory with the fleet <c>local-factory</c> and all tools, and what the tool prints about itself: completion and its manual page.</summary>
public sealed class CompletedHome : IDisposable
{
    /// <summary>The shells that there is completion for.</summary>
    public static readonly string[] Shells = ["bash", "zsh", "fish"];

    /// <summary>Installs the fleet, which nobody starts.</summary>
    public CompletedHome()
    {
        Tool("--profile", "local-factory", "--no-systemd");
        File.AppendAllText(Path.Combine(Folder, ".config/mosaic/fleet/roster.yaml"), "tools: [git, woodpecker]\n");
        Tool("--no-systemd");
        foreach (var shell in Shells)
        {
            File.WriteAllText(ToolCompletion(shell), Tool("completion", shell));
        }

        File.WriteAllText(Path.Combine(Folder, "mosaic-fleet-install.1"), Tool("man"));
    }

    /// <summary>The home directory.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("mosaic-home-").FullName;

    /// <summary>What the fleet brings for manual pages and completion.</summary>
    public string Share => Path.Combine(Folder, ".config/mosaic/share");

    /// <summary>The roster's table, from which agents are completed.</summary>
    public string AgentsTable => Path.Combine(Folder, ".config/mosaic/fleet/agents.table");

    /// <summary>The file that completes the fleet's commands.</summary>
    public string FleetCompletion(string shell) => Path.Combine(Share, shell switch
    {
        "bash" => "bash-completion/completions/mosaic",
        "zsh" => "zsh/site-functions/_mosaic",
        _ => "fish/vendor_completions.d/mosaic.fish",
    });

    /// <summary>The file that completes the tool.</summary>
    public string ToolCompletion(string shell) => Path.Combine(Folder, $"tool.{shell}");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Tool(params string[] words)
    {
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        return Command.Run(
            ["env", "-i", $"HOME={Folder}", "SHELL=/bin/sh", "PATH=/usr/bin:/bin", $"DOTNET_ROOT={dotnet}", Path.Combine(PackedTool.Folder, "mosaic-fleet-install"), .. words],
            string.Empty,
            Host.Limit).ShouldExit(0).Output;
    }
}
