using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Cli;

public sealed class A_template_makes_what_can_be_read : IDisposable
{
    private readonly Installation _installation = new();

    private AbsolutePath Folder => _installation.Layout.TemplateFolder;

    public void Dispose() => _installation.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--dry-run")]
    [InlineData("plan")]
    public void Or_nothing_is_written_and_all_that_cannot_is_named(params string[] words)
    {
        Write(Folder / "bin/mosaic.sbn", "#!/usr/bin/env bash\necho {{ fleet.socket_name }}\nfi\n");
        Write(Folder / "fleet/agents/agent.env.sbn", "MOSAIC_AGENT_NAME={{ agent.name }}\n");
        Write(Folder / "systemd/mosaic-fleet.target.sbn", "[Unti]\n");
        Write(Folder / "artifacts.table", "fleet 0755 includes/help.bash.sbn mosaic/help.sh\nfleet 0755 windows mosaic/windows.sh\n");
        Write(Folder / "windows", "#!/bin/sh\r\necho\r\n");

        var result = Tool.Run(_installation, [.. words, "--profile", "minimal"]);

        result.ExitCode.ShouldBe(65, result.Errors);
        var home = _installation.Layout.MosaicHome;
        result.Errors.ShouldContain($"""
            {home}/bin/mosaic:3:1: error MFI065: bash cannot read what {Folder}/bin/mosaic.sbn makes: syntax error near unexpected token `fi'
               3 | fi
                 | ^^
              hint: mend {Folder}/bin/mosaic.sbn; the position is that in the output, which was not written

            """);
        result.Errors.ShouldContain($"{home}/fleet/agents/canary.env:1:19: error MFI066: the launcher cannot read what {Folder}/fleet/agents/agent.env.sbn makes");
        result.Errors.ShouldContain($"{_installation.Layout.UnitFolder}/mosaic-fleet.target:1:1: error MFI067: systemd cannot read what {Folder}/systemd/mosaic-fleet.target.sbn makes");
        result.Errors.ShouldContain($"{home}/windows.sh:1:1: error MFI065: bash cannot read what {Folder}/windows, {Folder}/artifacts.table makes");
        result.Errors.Split("error MFI").Length.ShouldBe(5);
        Directory.Exists(_installation.Layout.StateFolder.Value).ShouldBeFalse();
        Directory.Exists((home / "bin").Value).ShouldBeFalse();
    }

    [Fact]
    public void An_include_of_the_user_s_is_read_in_every_script_that_it_is_a_part_of()
    {
        Write(Folder / "includes/help.bash.sbn", "if\n");

        var failure = Should.Throw<InstallationException>(() => _installation.Run("minimal"));

        failure.Diagnostics.Length.ShouldBeGreaterThan(5);
        failure.Diagnostics.ShouldAllBe(diagnostic => diagnostic.Code == DiagnosticCode.UnreadableScript && diagnostic.Message.Contains($"{Folder}/includes/help.bash.sbn makes", StringComparison.Ordinal));
    }

    [Fact]
    public void Copies_of_what_is_built_in_can_be_read_all_of_them()
    {
        Tool.Run(_installation, "templates", "export").ExitCode.ShouldBe(0);

        _installation.Run("usc-software-factory").Outcome.ShouldBe(InstallOutcome.Installed);
    }

    [Fact]
    public void Bash_is_asked_about_what_the_user_s_files_make_and_once_about_the_same_bytes()
    {
        var layout = _installation.Layout;
        var facts = new HostFacts(BashThatIsCounted().Value, "C.UTF-8", "/tmp");
        var builtIn = Artifact("bin/built-in", "1");
        var written = Artifact("bin/written", "2") with { UserFiles = ["mine"] };
        var edited = Artifact("bin/edited", "3") with { UserFiles = ["mine"] };
        Write(layout.Manifest, Installer.Planning.Manifest.Format([
            new(written.Mode, written.Sha256, written.Path), new(edited.Mode, written.Sha256, edited.Path)]));

        HostLinter.Require([builtIn], layout, facts);
        File.Exists((_installation.Home / "asked").Value).ShouldBeFalse();
        HostLinter.Require([builtIn, written, edited], layout, facts);

        File.ReadAllText((_installation.Home / "asked").Value).ShouldBe("#!/bin/sh\n: 3\n");

        Installer.Rendering.Artifact Artifact(string path, string text) =>
            new(layout.MosaicHome / path, UnixFileMode.UserRead, System.Text.Encoding.UTF8.GetBytes($"#!/bin/sh\n: {text}\n"));
    }

    private AbsolutePath BashThatIsCounted()
    {
        var bash = _installation.Home / "programs/bash";
        ExecutableFile.Write(bash, $"#!/bin/sh\n/bin/cat >>{_installation.Home}/asked\n");
        return bash.Parent;
    }

    private static void Write(AbsolutePath file, string text)
    {
        Directory.CreateDirectory(file.Parent.Value);
        File.WriteAllText(file.Value, text);
    }
}
