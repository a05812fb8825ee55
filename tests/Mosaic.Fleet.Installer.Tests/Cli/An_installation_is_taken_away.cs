using System.Text.Json;
using Mosaic.Fleet.Installer.Applying;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Cli;

public sealed class An_installation_is_taken_away : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void Where_there_is_none_nothing_is_done()
    {
        Uninstall(0).Output.ShouldBe("There is nothing to uninstall.\n");
        Uninstall(0, "--purge", "--json").Output.ShouldContain("\"outcome\": \"nothing\"");

        Directory.EnumerateFileSystemEntries(_installation.Home.Value).ShouldBeEmpty();
    }

    [Fact]
    public void A_dry_run_shows_what_would_go_and_changes_nothing()
    {
        _installation.Run("minimal");
        var before = Installation.Snapshot(_installation.Home);

        var plan = JsonDocument.Parse(Uninstall(0, "--dry-run", "--json").Output).RootElement;

        plan.GetProperty("outcome").GetString().ShouldBe("planned");
        plan.GetProperty("removed").EnumerateArray().Select(path => path.GetString()).ShouldContain("~/.config/mosaic/bin/mosaic");
        plan.GetProperty("kept")[0].GetProperty("why").GetString().ShouldBe("your roster");
        Installation.Snapshot(_installation.Home).ShouldBe(before);
    }

    [Fact]
    public void After_a_run_that_was_interrupted()
    {
        _installation.Run("minimal");
        File.WriteAllText(_installation.Layout.Journal.Value, "journal 1\nfold");

        Uninstall(0, "--purge");

        Directory.EnumerateFileSystemEntries(_installation.Home.Value).ShouldBeEmpty();
    }

    [Fact]
    public void What_an_uninstallation_that_was_killed_had_left()
    {
        _installation.Run("minimal");
        // As after the files, and before what is remembered.
        foreach (var file in new[] { _installation.Layout.Manifest, _installation.Layout.InstallationRecord, _installation.Layout.Fingerprint })
        {
            File.Delete(file.Value);
        }

        Directory.Delete(_installation.Layout.MosaicHome.Value, recursive: true);
        Directory.Delete(_installation.Layout.UnitFolder.Value, recursive: true);

        Uninstall(0);

        Directory.EnumerateFileSystemEntries(_installation.Home.Value).ShouldBeEmpty();
    }

    [Fact]
    public void A_link_in_the_place_of_a_file_goes_and_what_it_leads_to_stays()
    {
        _installation.Run("minimal");
        var theirs = (_installation.Home / "theirs").Value;
        File.WriteAllText(theirs, "theirs");
        var command = (_installation.Layout.CommandFolder / "mosaic").Value;
        File.Delete(command);
        File.CreateSymbolicLink(command, theirs);

        Uninstall(0).Output.ShouldContain("kept      ~/.config/mosaic/bin/mosaic  (edited by you)\n");
        File.Delete(command);
        _installation.Run("minimal");
        File.Delete(command);
        File.CreateSymbolicLink(command, theirs);
        Uninstall(0, "--purge");

        File.ReadAllText(theirs).ShouldBe("theirs");
        Path.Exists(command).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_that_became_a_link_is_not_entered()
    {
        _installation.Run("minimal");
        var folder = (_installation.Layout.MosaicHome / "tools/tmux").Value;
        var elsewhere = (_installation.Home / "elsewhere").Value;
        Directory.Move(folder, elsewhere);
        Directory.CreateSymbolicLink(folder, elsewhere);

        Uninstall(0, "--purge");

        File.Exists(Path.Join(elsewhere, "send-message.sh")).ShouldBeTrue();
    }

    [Fact]
    public void Not_while_another_run_is_at_work()
    {
        _installation.Run("minimal");
        using var other = InstallationLock.Take(_installation.Layout.Lock, () => { });

        Uninstall(75);
    }

    private Tool.Result Uninstall(int exitCode, params string[] options)
    {
        var result = Tool.Run(_installation, ["uninstall", .. options]);
        result.ExitCode.ShouldBe(exitCode, $"{result}");
        return result;
    }
}
