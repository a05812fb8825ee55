using Mosaic.Fleet.Installer.EndToEndTests.Hosts;

namespace Mosaic.Fleet.Installer.EndToEndTests.Faults;

/// <summary>
/// A host with an installed fleet, files that its user edited, and a roster that since changed an agent, removed one and
/// added one. The tests of a class share it, and each begins by taking it back to that.
/// </summary>
public sealed class FleetInChange : IDisposable
{
    private const string Tool = "/run/tool/mosaic-fleet-install";

    private const string Before = """
        version: 1
        agents:
          - { name: changes, runtime: shell, limits: { memory: 1G } }
          - { name: leaves, runtime: shell, limits: { memory: 1G } }
        """;

    private const string After = """
        version: 1
        agents:
          - { name: changes, runtime: shell, model_hint: large, limits: { memory: 2G } }
          - { name: joins, runtime: shell, limits: { memory: 1G } }
        """;

    /// <summary>Makes it, on root's host.</summary>
    public FleetInChange()
        : this(HostKind.RootWithoutUserManager)
    {
    }

    /// <summary>Makes it.</summary>
    /// <param name="kind">Whose host it is.</param>
    internal FleetInChange(HostKind kind)
    {
        Host = Host.Start(kind);
        Host.Write(".config/mosaic/fleet/roster.yaml", Before);
        Host.Install().ShouldExit(0);
        Host.Shell("echo '# mine' >>.config/mosaic/fleet/tmux.conf; echo SECRET=1 >.config/mosaic/fleet/agents/leaves.local.env").ShouldExit(0);
        Host.Write(".config/mosaic/fleet/roster.yaml", After);
        Host.Shell("cp -a ~ /tmp/before").ShouldExit(0);
        Unchanged = Tree();
        Host.Install().ShouldExit(0);
        Changed = Result();
        Reset();
    }

    /// <summary>The host.</summary>
    internal Host Host { get; }

    /// <summary>The whole HOME before the change.</summary>
    public string Unchanged { get; }

    /// <summary>What <see cref="Result"/> is after the change.</summary>
    public string Changed { get; }

    /// <summary>Takes HOME back to what it was before the change, and takes away what else a test made.</summary>
    public void Reset() => Host.Shell(
        "find ~ /tmp -mindepth 1 -maxdepth 1 ! -path /tmp/before -exec rm -rf {} + && cp -a /tmp/before/. ~").ShouldExit(0);

    /// <summary>Runs the tool and lets the kernel answer some of its system calls.</summary>
    /// <param name="inject">As strace(1) takes it: <c>renameat2:signal=KILL:when=3</c>.</param>
    /// <param name="words">A verb and its options; none to install.</param>
    internal CommandResult InstallWith(string inject, params string[] words) => Host.Run(
    [
        "env", "DOTNET_ROOT=/run/dotnet", "strace", "-f", "-qq", "-o", "/tmp/strace",
        "-e", $"trace={inject.Split(':')[0]}", "-e", "signal=none", "-e", $"inject={inject}", Tool, .. words,
    ]);

    /// <summary>Kind, mode, hash, link and name of all below HOME.</summary>
    public string Tree() => List(string.Empty);

    /// <summary>
    /// The tree without what may differ from run to run: the time of a generation, the fingerprint, a lock file that nobody holds, and objects, of which an
    /// interrupted run may leave more.
    /// </summary>
    public string Result() => List("! -name about ! -name fingerprint ! -name lock ! -path '*/fleet/objects/*'");

    /// <inheritdoc/>
    public void Dispose() => Host.Dispose();

    private string List(string filter) => Host.Shell(
        $"find ~ {filter} -printf '%y %m %l %p\\n' | sort; find ~ -type f {filter} -exec sha256sum {{}} + | sort -k 2").ShouldExit(0).Output;
}
