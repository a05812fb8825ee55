using System.Collections.Immutable;
using System.Text.Json;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>The fleet that runs while its files change: asked and restarted by the generated commands.</summary>
/// <param name="effects">The host.</param>
/// <param name="layout">Where the commands are.</param>
internal sealed class RunningFleet(IEffects effects, FleetLayout layout)
{
    // Exit codes of `mosaic fleet status`; every other one means that it does not know.
    private const int AllRun = 0;
    private const int SomeDoNot = 3;

    // `mosaic fleet status` gives up on systemd after 10 s and on tmux after 6 s.
    private const string LimitInSeconds = "20";

    private readonly string _command = (layout.CommandFolder / "mosaic-fleet").Value;

    /// <summary>Adds to a report what runs with an old configuration; a warning where that cannot be found out.</summary>
    /// <param name="report">The report of a run that is over.</param>
    /// <param name="renews">Whether the agents will be restarted.</param>
    public InstallReport AddOldConfiguration(InstallReport report, bool renews)
    {
        if (!File.Exists(layout.ServerPid.Value))
        {
            return report;
        }

        var status = effects.Run(["timeout", LimitInSeconds, _command, "status", "--json"]);
        if (status.ExitCode is AllRun or SomeDoNot)
        {
            return report with { Old = Read(status.Output) with { IsRenewed = renews } };
        }

        var reason = $"'mosaic fleet status' ended with {status.ExitCode} {status.ErrorOutput}".TrimEnd();
        return report with { Warnings = [.. report.Warnings, InstallationErrors.OldConfigurationIsUnknown(reason)] };
    }

    /// <summary>Restarts agents.</summary>
    /// <returns>The exit code of <c>mosaic fleet restart</c>: 0 when they run again.</returns>
    public int Restart(ImmutableArray<string> agents, bool showOutput)
    {
        var restarted = effects.Run([_command, "restart", .. agents], showOutput);
        Console.Error.Write(restarted.ErrorOutput);
        return restarted.ExitCode;
    }

    // {"configuration": "old", "agents": [{"name": "coder0", "configuration": "old"}]}
    private static OldConfiguration Read(string status)
    {
        using var document = JsonDocument.Parse(status);
        return new OldConfiguration(
            [.. document.RootElement.GetProperty("agents").EnumerateArray().Where(IsOld).Select(agent => agent.GetProperty("name").GetString()!)],
            IsOld(document.RootElement));
    }

    private static bool IsOld(JsonElement running) => running.GetProperty("configuration").GetString() == "old";
}
