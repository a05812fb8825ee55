using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Cli;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Cli;

public sealed partial class Output_suits_its_terminal : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Installation _installation = new();

    [Fact]
    public void Coloured_there_and_nowhere_else()
    {
        Tool.RunOnTerminal(_installation, 80, "plan --profile minimal").ShouldContain("\e[32mwrite");
        Tool.RunOnTerminal(_installation, 80, "check /nowhere").ShouldContain("\e[31merror");

        Tool.RunOnTerminal(_installation, 80, "plan --profile minimal --no-color").ShouldNotContain("\e[32m");
        Tool.Run(_installation, "plan", "--profile", "minimal").Output.ShouldNotContain("\e");
        _installation.Variables["NO_COLOR"] = "1";
        Tool.RunOnTerminal(_installation, 80, "plan --profile minimal").ShouldNotContain("\e[32m");
    }

    [Fact]
    public void With_words_that_fit_its_width()
    {
        _installation.Install("version: 1\nagents: [{ name: one, runtime: shell, command: a-program-that-nobody-has --here }]\n");

        var lines = Colour().Replace(Tool.RunOnTerminal(_installation, 64, "doctor"), "").Split("\r\n");

        lines.ShouldContain(line => line.StartsWith(' ') && !line.Contains("why: ", StringComparison.Ordinal) && !line.Contains("mend: ", StringComparison.Ordinal));
        lines.Where(line => line.Contains(' ', StringComparison.Ordinal) && !line.Contains("mend: ", StringComparison.Ordinal) && !line.Contains('/', StringComparison.Ordinal))
            .ShouldAllBe(line => line.Length <= 64);
    }

    [Fact]
    public void And_says_when_work_takes_long()
    {
        using var written = new BlockingCollection<string>();
        using (new ProgressLine(written.Add))
        {
            written.TryTake(out var first, Limit).ShouldBeTrue();
            first.ShouldMatch("^\r\e\\[KWorking… [0-9.]+ s$");
        }

        written.Last().ShouldBe("\r\e[K");
    }

    [Fact]
    public void And_names_what_stays_as_it_is_only_when_that_is_asked_for()
    {
        const string Tmux = "unchanged     ~/.config/mosaic/fleet/tmux.conf\n";
        _installation.Install("version: 1\nagents: [{ name: one, runtime: shell }]\n");
        File.WriteAllText(_installation.Layout.DefaultRoster.Value, "version: 1\nagents: [{ name: two, runtime: shell }]\n");

        Tool.Run(_installation, "--dry-run").Output.ShouldNotContain("unchanged");
        Tool.Run(_installation, "--dry-run", "--verbose").Output.ShouldContain(Tmux);
        Tool.Run(_installation).Output.ShouldMatch("^updated [^§]*\nremoved [^§]*\nDone: .* unchanged");
        Tool.Run(_installation).Output.ShouldStartWith("Nothing to do: ");
        Tool.Run(_installation, "--verbose").Output.ShouldContain(Tmux);
    }

    public void Dispose() => _installation.Dispose();

    [GeneratedRegex(@"\r\e\[KWorking[^\r]*|\e\[[0-9;]*[mK]")]
    private static partial Regex Colour();
}
