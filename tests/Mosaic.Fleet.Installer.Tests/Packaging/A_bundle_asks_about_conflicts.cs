using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Packaging;

/// <summary>On a terminal that script(1) makes: what is typed there early waits until it is asked for.</summary>
public sealed class A_bundle_asks_about_conflicts : IDisposable
{
    private const int Conflict = 2;
    private const string Question = "  [k]eep yours, [o]verwrite it, write ours beside it as a [s]idecar, show the [d]iff, or [q]uit? ";
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src, model_hint: small }
        agents: [{ name: one }, { name: three }, { name: two }]

        """;

    private readonly BundleFolder _bundles = new();

    public A_bundle_asks_about_conflicts()
    {
        SmallBundle.Write(_bundles.Installation, _bundles.Path / "first.sh", Roster);
        SmallBundle.Write(_bundles.Installation, _bundles.Path / "second.sh", Roster.Replace("small", "large", StringComparison.Ordinal), day: 2);
        _bundles.Install("dash", "first.sh").ExitCode.ShouldBe(0);
        foreach (var name in new[] { "one", "two", "three" })
        {
            File.AppendAllText(Agent(name).Value, "MINE=1\n");
        }
    }

    public void Dispose() => _bundles.Dispose();

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    public void File_by_file(string shell)
    {
        var result = AtTerminal(shell, "second.sh", "what", "d", "keep", "s", "o");

        result.ExitCode.ShouldBe(0, result.Output);
        result.Output.ShouldContain("~/.config/mosaic/fleet/agents/one.env: both you and this bundle changed it.\r\n");
        result.Output.Split(Question).Length.ShouldBe(6);
        result.Output.ShouldContain("\r\n-MINE=1\r\n");
        File.ReadAllText(Agent("one").Value).ShouldEndWith("MINE=1\n");
        File.Exists($"{Agent("one")}.mosaic-new").ShouldBeFalse();
        File.ReadAllText(Agent("three").Value).ShouldEndWith("MINE=1\n");
        File.ReadAllText($"{Agent("three")}.mosaic-new").ShouldContain("large");
        File.ReadAllText(Agent("two").Value).ShouldContain("large");
        _bundles.Install(shell, "second.sh").Output.ShouldContain("Nothing to do");
    }

    [Theory]
    [InlineData("k", "q")]
    [InlineData("k")]
    public void And_writes_nothing_when_its_user_quits_or_goes(params string[] answers)
    {
        var result = AtTerminal("dash", "second.sh", answers);

        result.ExitCode.ShouldBe(Conflict, result.Output);
        result.Output.ShouldContain("Nothing was written.");
        File.ReadAllText(Agent("one").Value).ShouldNotContain("large");
        File.ReadAllText(_bundles.Installation.Layout.DefaultRoster.Value).ShouldBe(Roster);
    }

    [Fact]
    public void But_not_in_a_dry_run_or_where_nobody_is_there()
    {
        AtTerminal("dash", "second.sh --dry-run").Output.ShouldMatch(@"(?s)^(?!.*\[k\]eep).*Nothing was written \(conflict\)");
        _bundles.Install("dash", "second.sh").ErrorOutput.ShouldMatch(@"(?s)^(?!.*\[k\]eep).*Nothing was written \(conflict\)");
    }

    private AbsolutePath Agent(string name) => _bundles.Installation.Layout.AgentFolder / $"{name}.env";

    private ProgramResult AtTerminal(string shell, string bundle, params string[] answers) =>
        _bundles.Run("sh", "-c", $"printf '%s' '{string.Concat(answers.Select(answer => $"{answer}\n"))}' | script -qec '{shell} {_bundles.Path}/{bundle}' /dev/null");
}
