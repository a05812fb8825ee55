using System.Text;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting.Diffs;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Packaging;

/// <summary>As the tool shows them, which is asked in each test what it would show of the same two versions.</summary>
public sealed class A_bundle_shows_differences : IDisposable
{
    private const int Conflict = 2;
    private const string Ours = "ours: what this bundle brings";
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - { name: one, env: { GREETING: hello, API_TOKEN: hunter22 } }
          - { name: two, model_hint: small }

        """;

    private readonly BundleFolder _bundles = new();

    public A_bundle_shows_differences()
    {
        SmallBundle.Write(_bundles.Installation, _bundles.Path / "first.sh", Roster);
        SmallBundle.Write(
            _bundles.Installation, _bundles.Path / "second.sh",
            Roster.Replace("hunter22", "hunter23, EXTRA: more", StringComparison.Ordinal).Replace("two, model_hint: small", "three", StringComparison.Ordinal), day: 2);
        _bundles.Install("dash", "first.sh").ExitCode.ShouldBe(0);
    }

    private AbsolutePath One => _bundles.Installation.Layout.AgentFolder / "one.env";

    private AbsolutePath DefaultRoster => _bundles.Installation.Layout.DefaultRoster;

    public void Dispose() => _bundles.Dispose();

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    public void Of_what_it_would_do_and_of_what_it_does(string shell)
    {
        var two = _bundles.Installation.Layout.AgentFolder / "two.env";
        var (one, roster, gone) = (Read(One), Read(DefaultRoster), Read(two));

        var planned = _bundles.Install(shell, "second.sh", "--dry-run", "--diff");
        Read(One).ShouldBe(one);
        var done = _bundles.Install(shell, "second.sh", "--diff");

        done.ExitCode.ShouldBe(0, done.ErrorOutput);
        planned.Output.ShouldContain("-API_TOKEN=<secret, old>\n+API_TOKEN=<secret, new>\n+EXTRA=\"more\"\n");
        string[] diffs =
        [
            Diff(DefaultRoster, "installed", roster, "new", Read(DefaultRoster)),
            Diff(One, "installed", one, "new", Read(One)),
            Diff(two.Parent / "three.env", "installed: none", null, "new", Read(two.Parent / "three.env")),
            Diff(two, "installed", gone, "removed", null),
        ];
        foreach (var output in new[] { planned.Output, done.Output })
        {
            diffs.ShouldAllBe(diff => output.Contains($"\n{diff}\n", StringComparison.Ordinal));
            output.ShouldNotContain("hunter2");
        }
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    public void Of_files_that_both_changed(string shell)
    {
        var edited = Read(One).Replace("hello", "\e[2Jmine", StringComparison.Ordinal) + "PASSWORD='a\nb'\nURL=https://me:pass@host/\nLAST=hunter22";
        File.WriteAllText(One.Value, edited);

        var result = _bundles.Install(shell, "second.sh");

        result.ExitCode.ShouldBe(Conflict);
        Read(One).ShouldBe(edited);
        _bundles.Install(shell, "second.sh", "--conflict", "overwrite").ExitCode.ShouldBe(0);
        var diff = Diff(One, "yours", edited, Ours, Read(One));
        diff.ShouldContain("+API_TOKEN=<secret, new>\n");
        result.ErrorOutput.ShouldContain($"\n{diff}\nNothing was written (conflict)");
    }

    [Theory]
    [InlineData("link", "yours: a symbolic link")]
    [InlineData("folder", "yours: a folder")]
    [InlineData("pipe", "yours: neither file nor folder")]
    [InlineData("binary", "yours")]
    public void Of_what_is_no_text_in_words(string kind, string label)
    {
        File.Delete(One.Value);
        _bundles.Run(kind switch
        {
            "link" => ["ln", "-s", "/etc/passwd", One.Value],
            "folder" => ["mkdir", One.Value],
            "pipe" => ["mkfifo", One.Value],
            _ => ["sh", "-c", $"printf 'a\\000b\\n' >'{One}'"],
        }).ExitCode.ShouldBe(0);
        var content = kind == "binary" ? Read(One) : null;

        var result = _bundles.Install("dash", "second.sh");

        result.ExitCode.ShouldBe(Conflict);
        _bundles.Run("rm", "-r", One.Value);
        _bundles.Install("dash", "second.sh", "--restore").ExitCode.ShouldBe(0);
        result.ErrorOutput.ShouldContain($"\n{Diff(One, label, content, Ours, Read(One))}\nNothing was written (conflict)");
    }

    [Fact]
    public void Of_a_roster_that_its_user_edited()
    {
        var edited = Read(DefaultRoster).Replace("hello", "mine", StringComparison.Ordinal);
        File.WriteAllText(DefaultRoster.Value, edited);

        var result = _bundles.Install("dash", "second.sh");

        result.ExitCode.ShouldBe(Conflict);
        _bundles.Install("dash", "second.sh", "--replace-roster").ExitCode.ShouldBe(0);
        result.ErrorOutput.ShouldContain(Diff(DefaultRoster, "yours", edited, Ours, Read(DefaultRoster)));
    }

    [Fact]
    public void Unless_its_host_has_no_diff()
    {
        var programs = _bundles.Path / "programs";
        _bundles.Run("sh", "-c", $"mkdir '{programs}' && ln -s /usr/bin/* '{programs}' && rm '{programs}/diff'").ExitCode.ShouldBe(0);
        _bundles.Installation.Variables["PATH"] = programs.Value;
        File.AppendAllText(One.Value, "MINE=1\n");

        var result = _bundles.Install("dash", "second.sh");

        result.ExitCode.ShouldBe(Conflict);
        result.ErrorOutput.ShouldContain("\nDifferences cannot be shown: diff is not installed");
        _bundles.Install("dash", "second.sh", "--diff", "--conflict", "keep").Output.ShouldContain("\nDifferences cannot be shown: diff is not installed");
    }

    private string Diff(AbsolutePath file, string label, string? before, string newLabel, string? after)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        DiffWriter.Write(FileDiff.Between(_bundles.Installation.Layout.TildeForm(file), Side(label, before), Side(newLabel, after)), writer, colour: false);
        return writer.ToString();
    }

    private static DiffSide Side(string label, string? text) => new(label, text is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(text));

    private static string Read(AbsolutePath file) => File.ReadAllText(file.Value);
}
