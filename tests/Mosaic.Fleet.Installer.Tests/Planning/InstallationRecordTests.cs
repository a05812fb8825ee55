using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Profiles;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Planning;

public sealed class InstallationRecordTests
{
    [Fact]
    public void What_was_recorded_is_read_back()
    {
        var record = new InstallationRecord(
            AbsolutePath.From("/my rosters/a.yaml"),
            new ProfileOrigin("minimal", "abc"),
            WithUnits: false,
            WasEnabled: true,
            new HostFacts("/bin:/opt/my tools/bin", "de_DE.UTF-8", "/tmp"));

        InstallationRecord.Parse(record.Format()).ShouldBe(record);
    }

    [Fact]
    public void Before_the_first_run_there_are_units_and_no_choices() =>
        InstallationRecord.Parse(string.Empty).ShouldBe(
            new InstallationRecord(Roster: null, Origin: null, WithUnits: true, WasEnabled: false, Facts: null));

    [Fact]
    public void A_line_of_a_newer_version_is_passed_over() =>
        InstallationRecord.Parse("colour blue\nsystemd no\n").WithUnits.ShouldBeFalse();

    [Theory]
    [InlineData(null, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void No_systemd_is_remembered_until_it_is_undone(bool? noSystemd, bool expected)
    {
        var earlier = InstallationRecord.Parse("systemd no\n");
        var selection = new RosterSelection("/roster.yaml", [], Profile: null, IsProfileText: false, IsWritten: false, ReplacesEdited: false);

        earlier.After(roster: null, selection, noSystemd, new HostFacts("/bin", "C.UTF-8", "/tmp")).WithUnits.ShouldBe(expected);
    }
}
