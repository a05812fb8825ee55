using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>Looks for the programs that the fleet's commands and its agents need, on the recorded PATH.</summary>
internal static class ProgramChecks
{
    private static readonly Version TmuxMinimum = new(3, 2);
    private static readonly Version BashMinimum = new(4, 4);
    private static readonly Version SystemdMinimum = new(249, 0);

    /// <summary>tmux, bash, systemd, the agents' own programs and working directories, and the roster's transport where it has no program.</summary>
    public static IEnumerable<Finding> Examine(ExaminedHost host) =>
    [
        Compare(host, "tmux", TmuxMinimum, tmux => Probe.Ask(tmux, "-V"), "agents live in it"),
        Compare(host, "bash", BashMinimum, bash => Probe.Ask(bash, "-c", "printf 'bash %s' \"$BASH_VERSION\""), "every command of the fleet runs in it"),
        ExamineSystemd(host),
        .. ExamineAgents(host),
        .. ExamineTransport(host),
    ];

    private static Finding Compare(ExaminedHost host, string program, Version minimum, Func<string, string?> ask, string why)
    {
        if (Probe.FindProgram(program, host.Facts.SearchPath) is not { } file)
        {
            return Finding.Error(program, "not on the PATH of the fleet", why, $"sudo apt-get install {program}    # or what your system has for that");
        }

        return ask(file) is not { Length: > 0 } answer ? Finding.Unknown(program, $"{file} does not say its version")
            : TmuxRequirement.Parse(answer) is { } version && version < minimum
                ? Finding.Error(program, $"{answer} at {file}", $"the fleet needs {minimum} or newer", $"sudo apt-get install {program}    # or a newer one, first on PATH")
            : Finding.Ok(program, $"{answer} at {file}");
    }

    private static Finding ExamineSystemd(ExaminedHost host)
    {
        const string Check = "systemd";
        if (!host.Record.WithUnits)
        {
            return Finding.NotApplicable(Check, "installed with --no-systemd: the fleet runs on tmux alone");
        }

        if (!host.HasSystemd)
        {
            return Finding.NotApplicable(Check, "systemd does not run this host: the fleet runs on tmux alone");
        }

        return Probe.Ask("systemctl", "--version")?.Split('\n')[0] is not { } answer ? Finding.Unknown(Check, "systemctl does not say its version")
            : int.TryParse(answer.Split(' ').ElementAtOrDefault(1), out var number) && number < SystemdMinimum.Major
                ? Finding.Error(Check, answer, $"the units need {SystemdMinimum.Major} or newer", "mosaic-fleet-install --no-systemd")
            : Finding.Ok(Check, answer);
    }

    private static List<Finding> ExamineAgents(ExaminedHost host)
    {
        const string Check = "agents";
        if (host.Roster is not { } roster)
        {
            return [];
        }

        var missing = new HostExpectations(host.Facts, host.Layout).FindMissing(roster)
            .DistinctBy(diagnostic => diagnostic.Message)
            .Select(diagnostic => Finding.Error(Check, diagnostic.Message, "an agent that needs it does not start", "mosaic-fleet-install check    # shows where the roster asks for it"))
            .ToList();
        return missing.Count > 0 ? missing : [Finding.Ok(Check, "their programs and working directories are there")];
    }

    private static IEnumerable<Finding> ExamineTransport(ExaminedHost host) =>
        host.Roster is not { } roster ? [] : TransportExpectation.FindMissing(roster, host.Layout, new TemplateCatalogue(BuiltInTemplates.Layer))
            .Select(diagnostic => Finding.Error("transport", diagnostic.Message, "no message is delivered without it", "mosaic-fleet-install check    # shows where the roster names it"));
}
