using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Tests.Cli;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Packaging;

public sealed class A_tree_for_packagers : IDisposable
{
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - { name: stays, limits: { memory: 1G } }
          - { name: leaves, kickstart: Hello, env: { A: "it's \"$HOME\"" } }
        """;

    private readonly Installation _installation = new();

    private AbsolutePath Output => _installation.Home / "tree";

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void Is_the_same_wherever_it_is_made()
    {
        using var elsewhere = new Installation();
        File.WriteAllText((_installation.Home / "fleet.yaml").Value, Roster);
        elsewhere.Variables.Remove("HOME");
        elsewhere.Variables["LANG"] = "tr_TR.UTF-8";
        elsewhere.Variables["TZ"] = "Asia/Kathmandu";

        Tool.Run(_installation, "render", "--roster", "fleet.yaml", "--output", "tree").ExitCode.ShouldBe(0);
        Tool.Run(elsewhere, "render", "--roster", (_installation.Home / "fleet.yaml").Value, "--output", "tree").ExitCode.ShouldBe(0);

        Files(elsewhere.Home / "tree").ShouldBe(Files(Output));
        Directory.EnumerateFileSystemEntries(elsewhere.Home.Value).ShouldBe([(elsewhere.Home / "tree").Value]);
    }

    [Fact]
    public void Is_what_an_installation_writes_but_for_what_depends_on_the_host()
    {
        _installation.Install(Roster);
        Render();

        var made = Files(Output).Where(file => file.Key != ".mosaic-tree" && !file.Key.Contains("default.target.wants", StringComparison.Ordinal)).ToDictionary();
        var installed = Files(_installation.Home, ".config").Where(file => file.Key != ".config/mosaic/fleet/host.env").ToDictionary();
        made.ShouldBe(installed, ignoreOrder: true);
        File.GetUnixFileMode((Output / ".config/mosaic/fleet/agents").Value).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Starts_the_fleet_at_boot_by_a_relative_link()
    {
        _installation.Install(Roster);
        Render();

        var link = new FileInfo((Output / ".config/systemd/user/default.target.wants/mosaic-fleet.target").Value);
        link.LinkTarget.ShouldBe("../mosaic-fleet.target");
        link.ResolveLinkTarget(returnFinalTarget: true)!.Exists.ShouldBeTrue();
    }

    [Fact]
    public void Can_serve_every_user_of_a_host()
    {
        _installation.Install(Roster);
        Render(AbsolutePath.From("/usr"));

        File.ReadAllText((Output / "usr/share/mosaic/fleet/fleet.env").Value).ShouldContain("MOSAIC_FLEET_PERSONAL=\"~/.config/mosaic/fleet\"\n");
        var unit = File.ReadAllLines((Output / "usr/lib/systemd/user/mosaic-agent@.service").Value);
        unit.ShouldContain("EnvironmentFile=-%h/.config/mosaic/fleet/host.env");
        unit.ShouldContain(line => line.StartsWith("ExecStart=/bin/sh \"/usr/share/mosaic/tools/fleet/attend-agent.sh\" %i ", StringComparison.Ordinal));
        Directory.EnumerateFiles((Output / "usr").Value, "*", SearchOption.AllDirectories)
            .ShouldAllBe(file => File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherRead));
    }

    [Fact]
    public void Takes_the_place_of_an_earlier_one()
    {
        _installation.Install(Roster);
        Render();
        _installation.Install(Roster.Replace("stays", "joins", StringComparison.Ordinal));
        using var fresh = new TemporaryFolder();

        Render();
        Render(folder: fresh.Path / "tree");

        Files(Output).ShouldBe(Files(fresh.Path / "tree"));
        Directory.Exists((Output / ".config/systemd/user/mosaic-agent@stays.service.d").Value).ShouldBeFalse();
    }

    [Theory]
    [InlineData("DEBIAN/control")]
    [InlineData(".config/mosaic/bin/mosaic")]
    [InlineData(".config/mosaic/fleet/agents/mine.env")]
    public void Never_takes_the_place_of_what_is_someone_s_own(string file)
    {
        _installation.Install(Roster);
        Render();
        Directory.CreateDirectory((Output / file).Parent.Value);
        File.AppendAllText((Output / file).Value, "mine\n");
        var before = Files(Output);

        var failure = Should.Throw<InstallationException>(() => Render());

        failure.Kind.ShouldBe(FailureKind.Conflict);
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.ForeignTree);
        Files(Output).ShouldBe(before);
    }

    [Fact]
    public void Lets_its_host_say_the_same_as_an_installation_there_would()
    {
        var home = _installation.Home / """it's "100%h" of $HOME é; `id` \n""";
        Directory.CreateDirectory(home.Value);
        _installation.Variables["HOME"] = home.Value;
        _installation.Variables["TMUX_TMPDIR"] = "/tmp/a b";
        _installation.Install(Roster);

        var described = Programs.Collect(
            ["bash", (home / ".config/mosaic/tools/fleet/describe-host.sh").Value], TimeSpan.FromMinutes(3), _installation.Variables);

        described.Output.ShouldBe(File.ReadAllText(_installation.Layout.HostEnvironment.Value));
    }

    [Theory]
    [InlineData("render", "--profile", "minimal")]
    [InlineData("render", "--profile", "minimal", "--roster", "x", "--output", "y")]
    [InlineData("render", "--profile", "minimal", "--output", "y", "--prefix", "usr")]
    public void Is_refused_where_the_command_line_is_wrong(params string[] arguments) => Tool.Run(_installation, arguments).ExitCode.ShouldBe(64);

    private void Render(AbsolutePath? prefix = null, AbsolutePath? folder = null) => new TreeWriter(new LinuxEffects(), folder ?? Output).Write(
        PackagePipeline.Run(new PackageRequest { Variables = _installation.Variables, Prefix = prefix }).Tree);

    // Modes and bytes by the path below the folder.
    private static Dictionary<string, string> Files(AbsolutePath folder, string below = "") =>
        Directory.EnumerateFiles((folder / below).Value, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder.Value, file), file => $"{File.GetUnixFileMode(file)} {File.ReadAllText(file)}");
}
