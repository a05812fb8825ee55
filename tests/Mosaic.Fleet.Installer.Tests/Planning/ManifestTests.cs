using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Planning;

public sealed class ManifestTests
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static readonly AbsolutePath File = AbsolutePath.From("/state/manifest");

    [Fact]
    public void A_line_is_mode_hash_and_path_sorted_by_path()
    {
        var text = Manifest.Format(
        [
            new ManifestEntry(UnixFileMode.UserRead | UnixFileMode.UserWrite, Hash, AbsolutePath.From("/b with space")),
            new ManifestEntry((UnixFileMode)0x1ED, Hash, AbsolutePath.From("/a")),
        ]);

        text.ShouldBe($"0755 {Hash} /a\n0600 {Hash} /b with space\n");
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var text = $"0755 {Hash} /a\n0600 {Hash} /b with space\n";

        Manifest.Format(Manifest.Parse(text, File).Values).ShouldBe(text);
    }

    [Theory]
    [InlineData("/home/a/.config/mosaic/bin/mosaic", true)]
    [InlineData("/home/a/.config/systemd/user/mosaic-fleet.target", true)]
    [InlineData("/home/a/.config/mosaic/fleet/agents/coder0.env", true)]
    [InlineData("/home/a/.config/mosaic/fleet/agents/coder0.local.env", false)]
    [InlineData("/home/a/.config/mosaic/fleet/roster.yaml", false)]
    [InlineData("/home/a/.config/mosaic/fleet/templates/tmux.conf.sbn", false)]
    [InlineData("/home/a/.config/mosaic/../other/file", false)]
    [InlineData("/home/a/.config/mosaic-other/file", false)]
    [InlineData("/etc/passwd", false)]
    public void An_installation_lists_only_what_can_be_ours(string path, bool isListed)
    {
        var layout = FleetLayout.Locate(new Dictionary<string, string> { ["HOME"] = "/home/a" });
        var text = $"0755 {Hash} {path}\n";

        if (isListed)
        {
            Manifest.Parse(text, layout).Count.ShouldBe(1);
        }
        else
        {
            Should.Throw<InstallationException>(() => Manifest.Parse(text, layout)).Diagnostics[0].Location.ShouldBe(new SourceLocation(layout.Manifest.Value, 1, 1));
        }
    }

    [Theory]
    [InlineData("0644 abc /a")]
    [InlineData("0644")]
    [InlineData("0844 " + Hash + " /a")]
    [InlineData("rw-r " + Hash + " /a")]
    [InlineData("0644 " + Hash + " relative")]
    public void A_line_of_another_form_is_an_error_that_names_the_line(string line)
    {
        var failure = Should.Throw<InstallationException>(() => Manifest.Parse($"0755 {Hash} /a\n{line}\n", File));

        failure.Kind.ShouldBe(FailureKind.InputOutput);
        failure.Diagnostics[0].Location.ShouldBe(new SourceLocation("/state/manifest", 2, 1));
    }
}
