using Mosaic.Fleet.Installer.EndToEndTests.Hosts;

namespace Mosaic.Fleet.Installer.EndToEndTests.Messages;

/// <summary>
/// A fleet of real programs on one host, which the tests of a collection share: <c>pi</c>, and <c>bash</c> and <c>cat</c>,
/// which write into files of their names what they read. <c>skilled</c> is a Pi that says two things, and ends.
/// </summary>
public sealed class TalkingFleet : IDisposable
{
    private const string Roster =
        $$"""
        version: 1
        defaults: { working_directory: ~/src, runtime: shell }
        agents:
          - { name: pi, runtime: pi, command: "{{Pi.Command}}" }
          - { name: bash, command: "bash --rcfile ~/bashrc -i" }
          - { name: cat, command: "exec cat >~/read-by-cat" }
          - name: skilled
            model_hint: Pi_*0.73*
            command: "~/bin/pi {{Pi.Options}} -p '/skill:mosaic-tools' '/skill:other'"
            restart: no
            enabled: false
        """;

    private readonly Lazy<(Host Host, InstalledFleet Fleet, ModelServer Model)> _started = new(Start);

    /// <summary>The host.</summary>
    internal Host Host => _started.Value.Host;

    /// <summary>The fleet, with all agents running.</summary>
    internal InstalledFleet Fleet => _started.Value.Fleet;

    /// <summary>The model of <c>pi</c>.</summary>
    internal ModelServer Model => _started.Value.Model;

    /// <summary>Sends a text through standard input.</summary>
    /// <param name="target">The session or pane.</param>
    /// <param name="text">The text.</param>
    /// <param name="options">Further options of <c>send-message.sh</c>.</param>
    internal CommandResult Send(string target, string text, params string[] options) =>
        Host.RunWithInput(text, [".config/mosaic/tools/tmux/send-message.sh", "-t", target, .. options]);

    /// <summary>Waits until the model has so many texts from users of <c>pi</c>, and no fewer; returns those behind the first.</summary>
    /// <param name="before">How many it had before.</param>
    /// <param name="count">How many more are expected.</param>
    internal string[] WaitForPi(int before, int count)
    {
        Host.WaitUntil($"the model has {count} texts more than {before}", () => Model.Received("pi").Length >= before + count);
        return [.. Model.Received("pi").Skip(before)];
    }

    /// <summary>All lines that <c>bash</c> or <c>cat</c> has read.</summary>
    internal string[] LinesReadBy(string agent) =>
        File.Exists(Host.Outside($"read-by-{agent}")) ? Host.Read($"read-by-{agent}").Split('\n')[..^1] : [];

    /// <summary>Waits until <c>bash</c> or <c>cat</c> has read so many lines; returns those behind the first.</summary>
    /// <param name="agent">One of the two.</param>
    /// <param name="before">How many it had read before.</param>
    /// <param name="count">How many more are expected.</param>
    internal string[] WaitForLinesReadBy(string agent, int before, int count)
    {
        Host.WaitUntil($"{agent} has read {count} lines more than {before}", () => LinesReadBy(agent).Length >= before + count);
        return LinesReadBy(agent)[before..];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_started.IsValueCreated)
        {
            Host.Dispose();
        }
    }

    private static (Host Host, InstalledFleet Fleet, ModelServer Model) Start()
    {
        var host = Host.Start(HostKind.UserWithoutUserManager);
        var model = ModelServer.Start(host);
        Pi.Use(host, model);
        // Every line that bash reads goes into its history, and from there into the file.
        host.Write("bashrc", "PS1='$ '\nset +o histexpand\nHISTFILE=~/read-by-bash HISTCONTROL= HISTSIZE=-1 HISTFILESIZE=-1\nPROMPT_COMMAND='history -a'\n");
        host.Write("bin/pi", $"#!/bin/sh\nexec {Pi.Program} \"$@\"\n");
        host.Run("chmod", "+x", "bin/pi").ShouldExit(0);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        // Its first start takes longer than a sender waits.
        host.RunWithInput("Are you there?", ".config/mosaic/tools/tmux/send-message.sh", "-t", "pi", "-w", "120").ShouldExit(0);
        host.WaitUntil("Pi talks to its model", () => model.Received("pi").Length == 1);
        return (host, fleet, model);
    }
}
