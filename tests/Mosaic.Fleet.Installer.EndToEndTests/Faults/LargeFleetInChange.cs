using System.Globalization;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;

namespace Mosaic.Fleet.Installer.EndToEndTests.Faults;

/// <summary>
/// A host with a fleet of 500 agents, files that its user made and edited, and a roster that since changed 450 agents,
/// removed 50 and added 50. It can be taken back to that as often as a test likes.
/// </summary>
internal sealed class LargeFleetInChange : IDisposable
{
    /// <summary>The run that brings the change about: where both changed a file, ours takes the place of the user's.</summary>
    private const string Tool = "DOTNET_ROOT=/run/dotnet /run/tool/mosaic-fleet-install --quiet --conflict overwrite";

    private const string Places = ".config/mosaic .config/systemd .local/state/mosaic";

    // agent0 leaves, agent100 changes; the roster changes nothing about tmux.conf.
    private const string UserAtWork = """
        echo 'KEEP=1'      >>.config/mosaic/fleet/agents/agent0.env
        echo 'SECRET=1'     >.config/mosaic/fleet/agents/agent0.local.env
        echo 'GIVES=way'   >>.config/mosaic/fleet/agents/agent100.env
        echo 'SECRET=2'     >.config/mosaic/fleet/agents/agent100.local.env
        echo '# mine'      >>.config/mosaic/fleet/tmux.conf
        echo 'notes'        >.config/mosaic/fleet/notes.txt
        echo 'own command'  >.config/mosaic/bin/own
        echo '[Unit]'       >.config/systemd/user/own.service
        mkdir -p src .config/other /tmp/elsewhere
        echo 'work'         >src/work
        echo 'other'        >.config/other/settings
        echo 'elsewhere'    >/tmp/elsewhere/file
        ln -s /tmp/elsewhere src/link
        """;

    private const string Journal = ".local/state/mosaic/fleet/journal";

    // Of the run in the background.
    private const string UntilAtWork = $"until [[ -e {Journal} ]] || ! kill -0 $! 2>/dev/null; do :; done";

    // All that is the user's and stays in its place; agent100.env alone gives way, and only its bytes are kept.
    private const string Kept =
        ".config/mosaic/fleet/{roster.yaml,agents/agent0.env,agents/*.local.env,tmux.conf,notes.txt} .config/mosaic/bin/own .config/systemd/user/own.service";

    private readonly string _before;
    private readonly string _displaced;

    /// <summary>Makes it.</summary>
    public LargeFleetInChange()
    {
        Host = Host.Start(HostKind.UserWithoutUserManager);
        Host.Write(".config/mosaic/fleet/roster.yaml", Roster(first: 0, hint: "small"));
        Run(Tool).ShouldExit(0);
        Run(UserAtWork).ShouldExit(0);
        Host.Write(".config/mosaic/fleet/roster.yaml", Roster(first: 50, hint: "large"));
        Run($"mkdir /tmp/before && cp -a --parents {Places} /tmp/before").ShouldExit(0);
        _before = UserFiles();
        _displaced = Run("sha256sum <.config/mosaic/fleet/agents/agent100.env").Output.Split(' ')[0];

        // The first run after the copy warms up; the second is measured.
        Run(Tool).ShouldExit(0);
        Reset();
        var times = Run($"""
            date +%s%3N
            {Tool} &
            {UntilAtWork}
            date +%s%3N
            wait $!
            date +%s%3N
            """).ShouldExit(0).Output.Split('\n');
        (Duration, Work) = (TimeSpan.FromMilliseconds(Number(times[2]) - Number(times[0])), TimeSpan.FromMilliseconds(Number(times[2]) - Number(times[1])));
        Changed = Result();
    }

    /// <summary>The host.</summary>
    public Host Host { get; }

    /// <summary>How long the run takes when nothing disturbs it.</summary>
    public TimeSpan Duration { get; }

    /// <summary>How much of that is left once it has begun to change files.</summary>
    public TimeSpan Work { get; }

    /// <summary>What <see cref="Result"/> is after that.</summary>
    public string Changed { get; }

    /// <summary>Takes the fleet's folders back to what they were before the change.</summary>
    public void Reset() => Run($"rm -rf {Places} && cp -a /tmp/before/. .").ShouldExit(0);

    /// <summary>Lets the run bring the change about.</summary>
    public CommandResult Install() => Run(Tool);

    /// <summary>Lets it begin, and kills it.</summary>
    /// <param name="after">How long after its beginning; it may have ended by then.</param>
    /// <returns>Whether it left a journal, and so was at work.</returns>
    public bool InstallAndKill(TimeSpan after) => InstallAndKill(":", after);

    /// <summary>Lets it begin to change files, and kills it.</summary>
    /// <param name="after">How long after that; it may have ended by then.</param>
    /// <returns>Whether it left a journal, and so was at work.</returns>
    public bool InstallAndKillAtWork(TimeSpan after) => InstallAndKill(UntilAtWork, after);

    /// <summary>What of the user's files is not as it was: empty when nothing is lost and nothing outside our folders changed.</summary>
    public string Damage()
    {
        var now = UserFiles();
        var damage = now == _before ? string.Empty : $"what is the user's is no longer:\n{_before}\nbut:\n{now}";
        // In its place, beside it, or among the objects.
        var isThere = Run($"find .config .local -type f -exec sha256sum {{}} + | grep ^{_displaced}").ExitCode == 0;
        return damage + (isThere ? string.Empty : "the bytes that gave way are gone");
    }

    /// <summary>Kind, mode, hash, link and name of all in the fleet's folders, but for what may differ from run to run.</summary>
    public string Result() => Run($$"""
        filter=(! -name about ! -name fingerprint ! -name lock ! -path '*/fleet/objects/*')
        find {{Places}} "${filter[@]}" -printf '%y %m %l %p\n' | sort
        find {{Places}} -type f "${filter[@]}" -exec sha256sum {} + | sort -k 2
        """).ShouldExit(0).Output;

    /// <inheritdoc/>
    public void Dispose() => Host.Dispose();

    private static string Roster(int first, string hint) => $"""
        version: 1
        agents:
        {string.Join('\n', Enumerable.Range(first, 500).Select(number => $"  - {{ name: agent{number}, runtime: shell, model_hint: {hint}, limits: {{ memory: 1G }} }}"))}

        """;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    // In our folders by their content. Outside of them the inode and the times too: a file that was replaced by its equal was touched.
    private string UserFiles() => Run($$"""
        sha256sum {{Kept}} &&
          find . /tmp/elsewhere {{string.Join(' ', Places.Split(' ').Select(place => $"-path ./{place} -prune -o"))}} ! -type d -printf '%p %i %m %l %s %T@ %C@\n' | sort
        """).ShouldExit(0).Output;

    private bool InstallAndKill(string begun, TimeSpan after) => Run($$"""
        {{Tool}} 2>/dev/null &
        {{begun}}
        sleep {{after.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)}}
        kill -KILL $! 2>/dev/null
        wait $! 2>/dev/null
        test -e {{Journal}}
        """).ExitCode == 0;

    private CommandResult Run(string script) => Host.Shell(script);
}
