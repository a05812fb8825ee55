namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>Looks at who answers on the fleet's socket.</summary>
internal static class SocketCheck
{
    private const string Check = "socket";
    private const int TimedOut = 137;

    /// <summary>Whether the fleet's own server answers, none, or another one.</summary>
    public static Finding Examine(ExaminedHost host)
    {
        if (host.Roster?.Tmux.SocketName is not { } socket)
        {
            return Finding.NotApplicable(Check, "no roster names one");
        }

        if (Probe.FindProgram("tmux", host.Facts.SearchPath) is not { } tmux)
        {
            return Finding.Unknown(Check, "there is no tmux to ask");
        }

        // A client whose server hangs heeds no other signal.
        var result = Probe.Run(
            "env", "-u", "TMUX", $"TMUX_TMPDIR={host.Facts.TmuxTemporaryFolder}", "timeout", "-s", "KILL", "3", tmux, "-N", "-L", socket, "display-message", "-p", "#{pid}");
        var name = Probe.Quote(socket);
        return result.ExitCode == TimedOut
                ? Finding.Error(Check, $"the tmux server on socket {socket} does not answer", "no command of the fleet can reach an agent", $"pkill -KILL -f 'tmux -L {socket} '")
            : !result.Succeeded ? ExamineSilence(result, socket)
            : result.Output.Trim() == FleetServer(host) ? Finding.Ok(Check, $"the fleet's server (pid {result.Output.Trim()}) answers on {socket}")
            : Finding.Error(
                Check, $"a tmux server that is not the fleet's (pid {result.Output.Trim()}) sits on socket {socket}",
                $"the fleet cannot start; to look into it: tmux -L {name} attach", $"tmux -L {name} kill-server");
    }

    private static Finding ExamineSilence(ProgramResult result, string socket)
    {
        var complaint = Probe.Complaint(result);
        var meansNoServer = complaint.Contains("no server running", StringComparison.Ordinal) || complaint.Contains("error connecting", StringComparison.Ordinal);
        return meansNoServer ? Finding.Ok(Check, $"no server runs on {socket}") : Finding.Unknown(Check, $"tmux complains: {complaint}");
    }

    private static string? FleetServer(ExaminedHost host)
    {
        try
        {
            return File.ReadAllText(host.Layout.ServerPid.Value).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
