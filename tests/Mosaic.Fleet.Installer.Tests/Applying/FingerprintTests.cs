using Mosaic.Fleet.Installer.Reporting;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying;

public sealed class FingerprintTests
{
    [Fact]
    public void A_roster_behind_a_link_is_seen_to_change()
    {
        using var installation = new Installation();
        var target = (installation.Home / "dotfiles.yaml").Value;
        File.WriteAllText(target, "version: 1\nagents: [{ name: one, runtime: shell }]\n");
        Directory.CreateDirectory(installation.Layout.DefaultRoster.Parent.Value);
        File.CreateSymbolicLink(installation.Layout.DefaultRoster.Value, target);
        installation.Run();

        File.WriteAllText(target, "version: 1\nagents: [{ name: another, runtime: shell }]\n");

        installation.Run().Outcome.ShouldBe(InstallOutcome.Installed);
    }

    [Theory]
    [InlineData(".config/mosaic/fleet/roster.yaml", "name: one", "name: two", "Installed")]
    [InlineData(".config/mosaic/fleet/agents/one.env", "one", "two", "Unchanged")]
    public void A_clock_that_went_back_hides_no_change(string file, string before, string after, string outcome)
    {
        using var installation = new Installation();
        installation.Install("version: 1\nagents: [{ name: one, runtime: shell }]\n");
        var path = (installation.Home / file).Value;
        var time = File.GetLastWriteTimeUtc(path);

        // As long as before, and older.
        File.WriteAllText(path, File.ReadAllText(path).Replace(before, after, StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, time.AddHours(-1));

        var report = installation.Run();
        report.Outcome.ShouldBe(Enum.Parse<InstallOutcome>(outcome));
        report.Files.ShouldContain(reported => reported.State != "unchanged");
    }

    [Fact]
    public void Permissions_that_changed_are_seen()
    {
        using var installation = new Installation();
        installation.Install("version: 1\nagents: [{ name: one, runtime: shell }]\n");

        File.SetUnixFileMode((installation.Layout.AgentFolder / "one.env").Value, UnixFileMode.UserRead);

        installation.Run().Files.ShouldContain(file => file.State == "kept");
    }

    [Fact]
    public void A_change_that_kept_the_time_is_seen_by_its_length()
    {
        using var installation = new Installation();
        installation.Install("version: 1\nagents: [{ name: one, runtime: shell }]\n");
        var roster = installation.Layout.DefaultRoster.Value;
        var time = File.GetLastWriteTimeUtc(roster);

        File.WriteAllText(roster, "version: 1\nagents: [{ name: another, runtime: shell }]\n");
        File.SetLastWriteTimeUtc(roster, time);

        installation.Run().Outcome.ShouldBe(InstallOutcome.Installed);
    }
}
