using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Cli;

public sealed class A_template_of_the_user_s_own : IDisposable
{
    private readonly Installation _installation = new();

    private AbsolutePath Folder => _installation.Layout.TemplateFolder;

    private string Greeting => File.ReadAllText((_installation.Layout.MosaicHome / "greeting").Value);

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void That_is_added_changed_or_removed_is_noticed_by_the_next_run_and_no_other()
    {
        _installation.Run("minimal");

        Write(Folder / "artifacts.table", "fleet 0644 mine/greeting.sbn mosaic/greeting\n");
        Write(Folder / "mine/greeting.sbn", "{{ include 'includes/help.bash.sbn' }}{{ fleet.socket_name }}");
        _installation.Run().Outcome.ShouldBe(InstallOutcome.Installed);
        _installation.Run().Outcome.ShouldBe(InstallOutcome.Unchanged);

        Write(Folder / "mine/greeting.sbn", "hello");
        _installation.Run().Outcome.ShouldBe(InstallOutcome.Installed);
        Greeting.ShouldBe("hello");

        Write(Folder / "mine/deep/er/unused.sbn", "");
        Should.Throw<InstallationException>(() => _installation.Run()).Diagnostics[0].Code.ShouldBe(DiagnosticCode.UnusedTemplate);
        Directory.Delete((Folder / "mine/deep").Value, recursive: true);

        Directory.Delete(Folder.Value, recursive: true);
        _installation.Run().Outcome.ShouldBe(InstallOutcome.Installed);
        File.Exists((_installation.Layout.MosaicHome / "greeting").Value).ShouldBeFalse();
    }

    [Fact]
    public void Is_found_in_a_folder_that_is_named_once_and_remembered()
    {
        Write(_installation.Home / "team/artifacts.table", "fleet 0644 greeting mosaic/greeting\n");
        Write(_installation.Home / "team/greeting", "team\n");
        Write(Folder / "greeting", "usual\n");

        Tool.Run(_installation, "--profile", "minimal", "--template-path", "team").Errors.ShouldBeEmpty();
        Greeting.ShouldBe("team\n");
        Tool.Run(_installation).Output.ShouldStartWith("Nothing to do");

        Write(_installation.Home / "team/greeting", "the team\n");
        Tool.Run(_installation).ExitCode.ShouldBe(0);
        Greeting.ShouldBe("the team\n");

        Directory.Delete((_installation.Home / "team").Value, recursive: true);
        Tool.Run(_installation).Errors.ShouldContain($"there is no folder {_installation.Home}/team, which --template-path named");

        File.Delete((Folder / "greeting").Value);
        Tool.Run(_installation, "--template-path", Folder.Value).ExitCode.ShouldBe(0);
        File.Exists((_installation.Layout.MosaicHome / "greeting").Value).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    public void Has_a_folder_that_a_record_can_name(string folder) =>
        Tool.Run(_installation, "--profile", "minimal", "--template-path", folder).ExitCode.ShouldBe(64);

    [Fact]
    public void Is_no_hidden_file_and_no_backup_of_an_editor()
    {
        foreach (var name in (string[])[".hidden", ".git/config", "fleet/tmux.conf.sbn~", "fleet/.#tmux.conf.sbn", "fleet/.tmux.conf.sbn.swp", "#x#"])
        {
            Write(Folder / name, "");
        }

        _installation.Run("minimal").Outcome.ShouldBe(InstallOutcome.Installed);
        Tool.Run(_installation, "templates", "list").Output.ShouldNotContain(Folder.Value);
    }

    [Fact]
    public void May_be_reached_by_a_link()
    {
        Write(_installation.Home / "elsewhere/conf", "# mine\n");
        Directory.CreateDirectory((Folder / "fleet").Value);
        File.CreateSymbolicLink((Folder / "fleet/tmux.conf.sbn").Value, (_installation.Home / "elsewhere/conf").Value);
        _installation.Run("minimal");
        var made = _installation.Layout.MosaicHome / "fleet/tmux.conf";
        File.ReadAllText(made.Value).ShouldBe("# mine\n");

        Write(_installation.Home / "elsewhere/conf", "# changed\n");
        _installation.Run();

        File.ReadAllText(made.Value).ShouldBe("# changed\n");
    }

    [Fact]
    public void Stands_in_a_folder_where_nothing_else_may_be()
    {
        Directory.CreateDirectory((Folder / "fleet/x.sbn").Value);
        File.CreateSymbolicLink((Folder / "nowhere.sbn").Value, "gone");
        File.CreateSymbolicLink((Folder / "itself.sbn").Value, "itself.sbn");
        File.CreateSymbolicLink((Folder / "again").Value, ".");

        var result = Tool.Run(_installation, "--profile", "minimal");

        result.ExitCode.ShouldBe(65);
        result.Errors.ShouldContain($"{Folder}/nowhere.sbn:1:1: error MFI060: the link to `gone` leads nowhere");
        result.Errors.ShouldContain($"{Folder}/itself.sbn:1:1: error MFI060");
        result.Errors.ShouldContain($"{Folder}/fleet/x.sbn:1:1: error MFI060: a folder whose name ends in .sbn");
        result.Errors.ShouldContain("error MFI060: more than 16 folders in one another");
        Directory.Exists(_installation.Layout.StateFolder.Value).ShouldBeFalse();
    }

    [Theory]
    [InlineData("fleet/tmux.conf.sbn", "MFI001")]
    [InlineData("copied", "MFI001")]
    public void Is_no_larger_than_a_roster(string path, string code)
    {
        Write(Folder / "artifacts.table", "fleet 0644 copied mosaic/copied\n");
        Write(Folder / "copied", "");
        Write(Folder / path, new string('x', TemplateLayer.MaximumBytes + 1));

        Tool.Run(_installation, "--profile", "minimal").Errors.ShouldStartWith($"{Folder / path}:1:1: error {code}: the template is larger than 1 MiB");
    }

    [Fact]
    public void Is_utf8()
    {
        Write(Folder / "fleet/tmux.conf.sbn", "");
        File.WriteAllBytes((Folder / "fleet/tmux.conf.sbn").Value, [(byte)'a', (byte)'\n', (byte)'b', 0xE4]);

        Tool.Run(_installation, "--profile", "minimal").Errors.ShouldStartWith($"{Folder}/fleet/tmux.conf.sbn:2:2: error MFI003: ");
    }

    [Fact]
    public void Begins_as_a_copy_of_a_built_in_one_that_changes_nothing()
    {
        _installation.Run("minimal");
        var before = Installation.Snapshot(_installation.Layout.MosaicHome);

        Tool.Run(_installation, "templates", "export").Output.ShouldContain($"wrote      {Folder}/fleet/tmux.conf.sbn\n");
        File.Exists((Folder / "artifacts.table").Value).ShouldBeFalse();
        _installation.Run().Outcome.ShouldBe(InstallOutcome.Unchanged);

        Directory.Delete(Folder.Value, recursive: true);
        Installation.Snapshot(_installation.Layout.MosaicHome).ShouldBe(before);
    }

    [Fact]
    public void Is_overwritten_by_an_export_only_when_that_is_asked_for()
    {
        Write(Folder / "fleet/tmux.conf.sbn", "mine\n");
        var before = Installation.Snapshot(Folder);

        var refused = Tool.Run(_installation, "templates", "export", "fleet/**");
        refused.ExitCode.ShouldBe(2);
        refused.Errors.ShouldContain($"error MFI064: {Folder}/fleet/tmux.conf.sbn is there");
        Installation.Snapshot(Folder).ShouldBe(before);

        Tool.Run(_installation, "templates", "export", "fleet/tmux.*", "--force").ExitCode.ShouldBe(0);
        File.ReadAllText((Folder / "fleet/tmux.conf.sbn").Value).ShouldNotBe("mine\n");
        Tool.Run(_installation, "templates", "export", "fleet/tmux.conf.sbn").Output.ShouldBe($"unchanged  {Folder}/fleet/tmux.conf.sbn\n");
    }

    [Theory]
    [InlineData("tmux.conf", "did you mean `fleet/tmux.conf.sbn`?")]
    [InlineData("fleet/tmxu.conf.sbn", "did you mean `fleet/tmux.conf.sbn`?")]
    [InlineData("/etc/*", "templates list")]
    [InlineData("../*", "templates list")]
    public void Is_not_exported_by_a_name_that_is_none(string pattern, string hint)
    {
        var result = Tool.Run(_installation, "templates", "export", pattern, "--output", "copies");

        result.ExitCode.ShouldBe(65);
        result.Errors.ShouldContain(hint);
        Directory.Exists((_installation.Home / "copies").Value).ShouldBeFalse();
    }

    private static void Write(AbsolutePath file, string text)
    {
        Directory.CreateDirectory(file.Parent.Value);
        File.WriteAllText(file.Value, text);
    }
}
