using Mosaic.Fleet.Installer.Layout;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Packaging;

/// <summary>What a user keeps in odd ways is as safe from a bundle as any other file.</summary>
public sealed class A_bundle_loses_nothing_of_its_user : IDisposable
{
    private const int BadInput = 65;
    private const int CannotWrite = 73;

    private const string Roster = """
        version: 1
        agents:
          - { name: one, runtime: shell }

        """;

    // Without these, root finds closed what is closed to others.
    private static readonly string[] Unprivileged = Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : [];

    private readonly BundleFolder _bundles = new();

    public A_bundle_loses_nothing_of_its_user() => SmallBundle.Write(_bundles.Installation, _bundles.Path / "fleet.sh", Roster);

    private FleetLayout Layout => _bundles.Installation.Layout;

    public void Dispose() => _bundles.Dispose();

    [Theory]
    [InlineData("agents/one.env", "--conflict", "overwrite")]
    [InlineData("roster.yaml")]
    [InlineData("roster.yaml", "--replace-roster")]
    public void Who_may_not_read_it(string file, params string[] options)
    {
        var path = (Layout.MosaicHome / $"fleet/{file}").Value;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "mine");
        File.SetUnixFileMode(path, UnixFileMode.None);

        var result = _bundles.Run([.. Unprivileged, "dash", (_bundles.Path / "fleet.sh").Value, .. options]);

        result.ExitCode.ShouldBe(BadInput);
        result.ErrorOutput.ShouldContain($"cannot read {path}");
        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        File.ReadAllText(path).ShouldBe("mine");
    }

    [Fact]
    public void Whose_roster_is_a_link_that_leads_nowhere_now()
    {
        Directory.CreateDirectory(Layout.DefaultRoster.Parent.Value);
        File.CreateSymbolicLink(Layout.DefaultRoster.Value, "/nowhere/fleet.yaml");

        _bundles.Install("dash", "fleet.sh").ExitCode.ShouldBe(BadInput);

        new FileInfo(Layout.DefaultRoster.Value).LinkTarget.ShouldBe("/nowhere/fleet.yaml");
    }

    [Theory]
    [InlineData("fleet/agents")]
    [InlineData("fleet/agents", "--purge")]
    [InlineData("bin", "--purge")]
    public void Who_moved_a_folder_of_the_fleet_and_put_a_link_in_its_place(string folder, params string[] options)
    {
        Install();
        var place = (Layout.MosaicHome / folder).Value;
        var elsewhere = (_bundles.Path / "elsewhere").Value;
        Directory.Move(place, elsewhere);
        File.WriteAllText($"{elsewhere}/mine", "mine");
        File.WriteAllText($"{elsewhere}/mine.local.env", "mine");
        Directory.CreateSymbolicLink(place, elsewhere);
        var before = Directory.GetFiles(elsewhere).Order().ToList();

        Install(["--uninstall", .. options]).ShouldContain(line => line.StartsWith("kept ", StringComparison.Ordinal));

        Directory.GetFiles(elsewhere).Order().ShouldBe(before);
    }

    [Fact]
    public void Whose_files_have_names_of_two_lines()
    {
        Install();
        Directory.CreateDirectory((Layout.StateFolder / "log\nsaid").Value);
        File.WriteAllText((Layout.CommandFolder / "a\nb").Value, "mine");
        File.WriteAllText((Layout.CommandFolder / "c ").Value, "mine");
        File.WriteAllText((_bundles.Path / "said").Value, "of the folder that the bundle is run in");

        var result = _bundles.Run("sh", "-c", "cd \"$1\" && exec sh ./fleet.sh --uninstall --purge", "sh", _bundles.Path.Value);

        result.ExitCode.ShouldBe(0, result.ErrorOutput);
        File.Exists((_bundles.Path / "said").Value).ShouldBeTrue();
        result.Output.ShouldContain("kept      ~/.local/state/mosaic/fleet/log?said  (messages and logs of your agents)\n");
        result.Output.ShouldContain("kept      ~/.config/mosaic/bin/a?b  (not ours)\n");
    }

    [Fact]
    public void Who_put_a_link_in_the_place_of_the_lock()
    {
        var file = (_bundles.Path / "mine").Value;
        File.WriteAllText(file, "mine");
        Directory.CreateDirectory(Layout.StateFolder.Value);
        File.CreateSymbolicLink(Layout.Lock.Value, file);

        _bundles.Install("dash", "fleet.sh").ExitCode.ShouldBe(CannotWrite);

        File.ReadAllText(file).ShouldBe("mine");
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    public void Who_may_not_write_there_and_is_told_so(string shell)
    {
        Directory.CreateDirectory(Layout.StateFolder.Value, (UnixFileMode)0b101_000_000);

        var result = _bundles.Run([.. Unprivileged, shell, (_bundles.Path / "fleet.sh").Value]);

        result.ExitCode.ShouldBe(CannotWrite);
        result.ErrorOutput.ShouldContain($"cannot write {Layout.Lock}");
    }

    [Theory]
    [InlineData("later.sh")]
    [InlineData("fleet.sh", "--uninstall")]
    public void Who_closed_a_folder_and_is_told_which(string bundle, params string[] options)
    {
        Install();
        SmallBundle.Write(_bundles.Installation, _bundles.Path / "later.sh", Roster.Replace("runtime: shell", "runtime: shell, class: other", StringComparison.Ordinal), day: 2);
        File.SetUnixFileMode(Layout.AgentFolder.Value, (UnixFileMode)0b101_000_000);
        var before = Installation.Snapshot(Layout.MosaicHome);

        var result = _bundles.Run([.. Unprivileged, "dash", (_bundles.Path / bundle).Value, .. options]);

        File.SetUnixFileMode(Layout.AgentFolder.Value, (UnixFileMode)0b111_000_000);
        result.ExitCode.ShouldBe(CannotWrite, result.ErrorOutput);
        result.ErrorOutput.ShouldContain($"cannot write {Layout.AgentFolder}/one.env");
        result.Output.ShouldNotContain("removed");
        Installation.Snapshot(Layout.MosaicHome).ShouldBe(before);
    }

    private string[] Install(params string[] options)
    {
        var result = _bundles.Install("dash", "fleet.sh", options);
        result.ExitCode.ShouldBe(0, result.ErrorOutput);
        return result.Output.Split('\n');
    }
}
