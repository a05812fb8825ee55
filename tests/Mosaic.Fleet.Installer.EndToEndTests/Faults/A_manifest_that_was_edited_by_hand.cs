using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Faults;

public sealed class A_manifest_that_was_edited_by_hand : IClassFixture<FleetInChange>
{
    private const string Manifest = ".local/state/mosaic/fleet/manifest";

    private readonly FleetInChange _fleet;

    public A_manifest_that_was_edited_by_hand(FleetInChange fleet)
    {
        _fleet = fleet;
        fleet.Reset();
    }

    [Theory]
    [InlineData("/tmp/elsewhere/of-another-user")]
    [InlineData("/root/notes")]
    [InlineData("/root/.config/mosaic/../../notes")]
    [InlineData("/root/.config/mosaic/fleet/roster.yaml")]
    [InlineData("/root/.config/mosaic/fleet/agents/leaves.local.env")]
    public void Makes_no_file_ours_that_cannot_be(string path)
    {
        _fleet.Host.Shell("mkdir /tmp/elsewhere; echo theirs >/tmp/elsewhere/of-another-user; chown -R nobody /tmp/elsewhere; echo mine >notes").ShouldExit(0);
        _fleet.Host.Shell($"printf '%s %s {path}\\n' \"$(stat -c 0%a {path})\" \"$(sha256sum <{path} | head -c 64)\" >>{Manifest}").ShouldExit(0);
        var before = Everything(_fleet);

        foreach (var verb in new[] { "", "rollback 1", "uninstall", "uninstall --purge" })
        {
            var result = _fleet.Host.Install(verb.Split(' ', StringSplitOptions.RemoveEmptyEntries));

            result.ExitCode.ShouldBe(74, result.ToString());
            result.Error.ShouldContain("MFI113");
            Everything(_fleet).ShouldBe(before);
        }
    }

    [Theory]
    [InlineData("/leaves.env/s/^0600/0644/")]
    [InlineData("/leaves.env/s/ [0-9a-f]{8}/ 00000000/")]
    public void Lets_no_file_go_that_is_not_as_it_says(string edit)
    {
        var env = _fleet.Host.Read(".config/mosaic/fleet/agents/leaves.env");
        _fleet.Host.Shell($"sed -Ei '{edit}' {Manifest}").ShouldExit(0);

        _fleet.Host.Install().ShouldExit(0).Output.ShouldContain("leaves.env");

        _fleet.Host.Read(".config/mosaic/fleet/agents/leaves.env").ShouldBe(env);
    }

    [Theory]
    [InlineData("/changes.env/s/^0600/0644/")]
    [InlineData("/changes.env/s/ [0-9a-f]{8}/ 00000000/")]
    public void Lets_no_file_change_that_is_not_as_it_says(string edit)
    {
        _fleet.Host.Shell($"sed -Ei '{edit}' {Manifest}").ShouldExit(0);
        var before = _fleet.Tree();

        _fleet.Host.Install().ShouldExit(2).Error.ShouldContain("changes.env");

        _fleet.Tree().ShouldBe(before);
    }

    private static string Everything(FleetInChange fleet) =>
        fleet.Tree() + fleet.Host.Shell("cd /tmp/elsewhere && find . -printf '%y %m %u %p %T@\\n' && cat of-another-user").ShouldExit(0).Output;
}
