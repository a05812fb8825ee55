using System.Text.Json;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Cli;

public sealed class An_installation_is_verified : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void And_is_as_it_was_written()
    {
        _installation.Run("minimal");

        var result = Verify();

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldMatch("^All [0-9]+ files are as they were written\\.\n$");
    }

    [Fact]
    public void Each_file_that_differs_is_named_with_two_letters()
    {
        _installation.Run("minimal");
        File.AppendAllText(Mosaic("fleet/tmux.conf"), "# mine\n");
        File.SetUnixFileMode(Mosaic("fleet/host.env"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        File.AppendAllText(Mosaic("fleet/fleet.env"), "# mine\n");
        File.SetUnixFileMode(Mosaic("fleet/fleet.env"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.Delete(Mosaic("tools/agent/send.sh"));
        File.Delete(Mosaic("tools/agent/tail.sh"));
        File.CreateSymbolicLink(Mosaic("tools/agent/tail.sh"), "/etc/passwd");
        File.Delete(Mosaic("bin/mosaic"));
        Directory.CreateDirectory(Mosaic("bin/mosaic"));

        var result = Verify();

        result.ExitCode.ShouldBe(1);
        result.Output.Split('\n')[..^2].ShouldBe(
        [
            "T  ~/.config/mosaic/bin/mosaic",
            "MP ~/.config/mosaic/fleet/fleet.env  (0640, written as 0600)",
            " P ~/.config/mosaic/fleet/host.env  (0404, written as 0600)",
            "M  ~/.config/mosaic/fleet/tmux.conf",
            "D  ~/.config/mosaic/tools/agent/send.sh",
            "T  ~/.config/mosaic/tools/agent/tail.sh",
        ]);
    }

    [Fact]
    public void A_folder_that_became_a_link_replaces_all_that_lay_in_it()
    {
        _installation.Run("minimal");
        Directory.Move(Mosaic("tools/tmux"), Mosaic("elsewhere"));
        Directory.CreateSymbolicLink(Mosaic("tools/tmux"), Mosaic("elsewhere"));

        Verify().Output.ShouldContain("T  ~/.config/mosaic/tools/tmux/send-message.sh\n");
    }

    [Fact]
    public void A_file_that_we_did_not_make_is_extra_in_a_folder_that_we_alone_fill()
    {
        _installation.Run("minimal");
        string[] extra = ["bin/mine", "tools/agent/new/mine.sh", "fleet/agents/stranger.env", "skills/mosaic-tools/NOTES.md"];
        foreach (var file in extra)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Mosaic(file))!);
            File.WriteAllText(Mosaic(file), "mine");
        }

        var dropIn = _installation.Layout.UnitFolder / "mosaic-agent@canary.service.d/override.conf";
        Directory.CreateDirectory(dropIn.Parent.Value);
        File.WriteAllText(dropIn.Value, "[Service]\n");

        Verify().Output.Split('\n').Where(line => line.StartsWith("?? ", StringComparison.Ordinal)).ShouldBe(
            extra.Order(StringComparer.Ordinal).Select(file => $"?? ~/.config/mosaic/{file}").Append($"?? {_installation.Layout.TildeForm(dropIn)}"));
    }

    [Theory]
    [InlineData("fleet/agents/canary.local.env")]
    [InlineData("fleet/profiles/mine.yaml")]
    [InlineData("fleet/templates/fleet/tmux.conf.sbn")]
    [InlineData("fleet/notes.md")]
    public void A_file_of_the_user_s_own_is_nothing_to_speak_of(string file)
    {
        _installation.Run("minimal");
        Directory.CreateDirectory(Path.GetDirectoryName(Mosaic(file))!);
        File.WriteAllText(Mosaic(file), "mine");

        Verify().ExitCode.ShouldBe(0);
    }

    [Fact]
    public void What_an_interrupted_run_left_is_named()
    {
        _installation.Run("minimal");
        File.WriteAllText(_installation.Layout.Journal.Value, "");
        File.WriteAllText(_installation.Layout.ReloadPending.Value, "");
        File.WriteAllText(Mosaic("bin/.mosaic.mosaic-staged"), "half");

        var result = Verify();

        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldContain("MFI132: a run was interrupted");
        result.Errors.ShouldNotContain("MFI133", customMessage: "the journal still needs it");

        File.Delete(_installation.Layout.Journal.Value);
        Verify().Errors.ShouldContain("MFI133: an interrupted run left 1 staged file");
        result.Errors.ShouldContain("MFI134: units changed");
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_manifest_that_is_missing_or_unreadable_is_named()
    {
        Verify().Errors.ShouldContain("MFI130: nothing is installed");

        _installation.Run("minimal");
        File.WriteAllText(_installation.Layout.Manifest.Value, "0600 half a li");
        Verify().Errors.ShouldContain("manifest:1:1: error MFI113");

        File.Delete(_installation.Layout.Manifest.Value);
        var result = Verify();
        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldContain("MFI131");
    }

    [Fact]
    public void Not_while_a_run_is_at_work()
    {
        _installation.Run("minimal");
        File.WriteAllText(_installation.Layout.Lock.Value, $"{Environment.ProcessId}");

        Verify().ExitCode.ShouldBe(75);
    }

    [Fact]
    public void For_programs_too()
    {
        _installation.Run("minimal");
        File.SetUnixFileMode(Mosaic("fleet/host.env"), UnixFileMode.UserRead);

        var document = JsonDocument.Parse(Verify("--json").Output).RootElement;

        document.GetProperty("outcome").GetString().ShouldBe("drift");
        var file = document.GetProperty("differences")[0];
        file.GetProperty("status").GetString().ShouldBe(" P");
        file.GetProperty("mode").GetProperty("found").GetString().ShouldBe("0400");
    }

    [Fact]
    public void And_nothing_is_changed()
    {
        _installation.Run("minimal");
        var before = Installation.Snapshot(_installation.Home);

        Verify();

        Installation.Snapshot(_installation.Home).ShouldBe(before);
    }

    private Tool.Result Verify(params string[] options) => Tool.Run(_installation, ["verify", .. options]);

    private string Mosaic(string file) => (_installation.Layout.MosaicHome / file).Value;
}
