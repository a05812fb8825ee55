using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Packaging;

/// <summary>Variables, options and folders that a caller has set for other purposes change nothing of what a bundle does.</summary>
public sealed class A_bundle_owes_nothing_to_its_caller : IDisposable
{
    private const string Roster = """
        version: 1
        agents:
          - { name: one, runtime: shell }

        """;

    private readonly BundleFolder _bundles = new();

    public A_bundle_owes_nothing_to_its_caller() => SmallBundle.Write(_bundles.Installation, _bundles.Path / "fleet.sh", Roster);

    private FleetLayout Layout => _bundles.Installation.Layout;

    private string Bundle => (_bundles.Path / "fleet.sh").Value;

    public void Dispose() => _bundles.Dispose();

    [Theory]
    [InlineData("dash", "POSIXLY_CORRECT=1")]
    [InlineData("bash", "POSIXLY_CORRECT=1")]
    [InlineData("bash", "SHELLOPTS=noclobber:noglob:allexport")]
    public void Nor_to_the_options_of_its_shells(string shell, string variable)
    {
        Directory.CreateDirectory(Layout.StateFolder.Value);
        File.WriteAllText(Layout.Lock.Value, "of a run that was killed");

        RunWith(variable, shell).ExitCode.ShouldBe(0);
        var second = RunWith(variable, shell, "--no-systemd");

        second.ExitCode.ShouldBe(0, second.ErrorOutput);
        Directory.GetDirectories(Layout.Generations.Value).Length.ShouldBe(2);
    }

    [Fact]
    public void And_starts_agents_with_the_umask_that_its_caller_has()
    {
        _bundles.Run("sh", "-c", "umask 027 && exec sh \"$1\" --start", "sh", Bundle).ExitCode.ShouldBe(0);

        // Its stand-in for `mosaic fleet start` made this file.
        File.GetUnixFileMode((_bundles.Installation.Home / "said").Value).ShouldBe((UnixFileMode)0b110_100_000);
    }

    [Fact]
    public void And_asks_no_user_manager_about_another_home_than_ones_own()
    {
        var home = _bundles.Path / "other";
        Directory.CreateDirectory(home.Value);
        _bundles.Install("dash", "fleet.sh", "--home", home.Value).ExitCode.ShouldBe(0);
        File.WriteAllText((home / ".config/mosaic/bin/mosaic-fleet").Value, "#!/bin/sh\necho \"${XDG_RUNTIME_DIR-} ${MOSAIC_HOME-} ${XDG_CONFIG_HOME-}\" >\"$HOME/said\"\n");

        _bundles.Run("env", "XDG_RUNTIME_DIR=/run/user/own", $"MOSAIC_HOME={Layout.MosaicHome}", $"XDG_CONFIG_HOME={_bundles.Installation.Home}/.config", "dash", Bundle, "--home", home.Value, "--uninstall").ExitCode.ShouldBe(0);

        File.ReadAllText((home / "said").Value).ShouldBe($"{home}/.local/state/mosaic/fleet/run  \n");
    }

    [Fact]
    public void And_knows_its_files_again_where_the_home_is_the_root()
    {
        var state = _bundles.Path / "state";
        Directory.CreateDirectory((state / "mosaic/fleet").Value);
        File.WriteAllText((state / "mosaic/fleet/manifest").Value, $"0600 {new string('0', 64)} /.config/mosaic/fleet/agents/one.env\n");

        var result = _bundles.Run("env", "HOME=/", $"XDG_STATE_HOME={state}", "dash", Bundle, "--dry-run");

        result.ExitCode.ShouldBe(0, result.ErrorOutput);
        result.Output.ShouldContain("deleted       ~/.config/mosaic/fleet/agents/one.env  (by you; --restore brings it back)\n");
    }

    [Fact]
    public void And_does_not_mind_that_another_run_makes_a_folder_at_the_same_time()
    {
        var stand = _bundles.Path / "stand-in/mkdir";
        Directory.CreateDirectory(stand.Parent.Value);
        ExecutableFile.Write(stand, "#!/bin/sh\n/bin/mkdir \"$@\"\nexec /bin/mkdir \"$@\"\n");

        RunWith($"PATH={stand.Parent}:/usr/bin:/bin", "dash").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Nor_does_host_env_say_what_start_up_files_print()
    {
        var file = _bundles.Path / "start-up";
        File.WriteAllText(file.Value, "echo hello\n");

        RunWith($"BASH_ENV={file}", "dash").ExitCode.ShouldBe(0);

        File.ReadAllText((Layout.MosaicHome / "fleet/host.env").Value).ShouldNotContain("hello");
    }

    private ProgramResult RunWith(string variable, string shell, params string[] options) => _bundles.Run(["env", variable, shell, Bundle, .. options]);
}
