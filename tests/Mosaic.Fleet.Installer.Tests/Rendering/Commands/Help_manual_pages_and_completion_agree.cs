using System.Diagnostics;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Rendering.Commands;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Rendering.Commands;

/// <summary>What a command parses is what its help says; and what that says is in its manual page and in completion, and nothing else is.</summary>
public sealed partial class Help_manual_pages_and_completion_agree : IDisposable
{
    private readonly Installation _installation = new();

    public Help_manual_pages_and_completion_agree() => _installation.Run("minimal");

    public static TheoryData<string> FleetVerbs => [.. CommandPages.Fleet.All.Where(page => page.Verbs.IsEmpty).Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(FleetVerbs))]
    public void What_a_script_parses_is_in_its_help(string name)
    {
        var page = CommandPages.Fleet.All.Single(page => page.Name == name);
        var script = Script(name);

        ParsedBy(File.ReadAllText(script)).Order().ShouldBe(OptionsOf(page));

        var help = Output("bash", script, "--help");
        help.ShouldStartWith(page.Summary[..20]);
        foreach (var option in OptionsOf(page))
        {
            help.ShouldContain(option);
        }
    }

    [Fact]
    public void The_verbs_that_are_dispatched_are_in_the_help()
    {
        foreach (var group in CommandPages.Fleet.Verbs)
        {
            var program = File.ReadAllText((_installation.Layout.CommandFolder / group.Program).Value);
            var dispatched = Dispatch().Match(program).Groups["verbs"].Value.Split(" | ");
            group.Verbs.Select(verb => verb.Word).Order().ShouldBe(dispatched.Order());
        }
    }

    [Fact]
    public void Every_option_is_in_the_completion_of_each_shell_and_no_other()
    {
        foreach (var root in new[] { CommandPages.Fleet, CommandPages.Tool })
        {
            var (bash, zsh, fish) = (OfferedByBash(root), CommandPages.Completion(root, "zsh"), CommandPages.Completion(root, "fish"));
            foreach (var page in root.All)
            {
                bash[page.Name].ShouldBe(OptionsOf(page).Append("--help").Order(), customMessage: page.Name);
                InZsh(zsh, page).Order().ShouldBe(OptionsOf(page), customMessage: page.Name);
                InFish(fish, page).Order().ShouldBe(OptionsOf(page).Append("--help").Order(), customMessage: page.Name);
            }
        }
    }

    [Fact]
    public void Every_option_is_in_the_manual_page_and_no_other()
    {
        foreach (var program in CommandPages.Fleet.Verbs.Append(CommandPages.Tool))
        {
            var manual = CommandPages.Manual(program);
            foreach (var page in program.All)
            {
                InManual(manual, page == program ? "DESCRIPTION" : page.Name).Order().ShouldBe(OptionsOf(page), customMessage: page.Name);
            }
        }
    }

    public void Dispose() => _installation.Dispose();

    private static IEnumerable<string> OptionsOf(CommandPage page) => page.Options.SelectMany(option => option.Names).Order();

    private string Script(string name) => (_installation.Layout.MosaicHome / "tools" / name.Split(' ')[1] / $"{name.Split(' ')[2]}.sh").Value;

    // The labels of `case`, and what getopts is given. One script hands all that it gets to another.
    private IEnumerable<string> ParsedBy(string script) =>
        script.Contains("exec \"$place/../fleet/status.sh\"", StringComparison.Ordinal) ? ParsedBy(File.ReadAllText(Script("mosaic fleet status")))
        : CaseLabel().Matches(script).SelectMany(label => Option().Matches(label.Value)).Select(option => option.Value)
            .Concat(GetOpts().Matches(script).SelectMany(options => options.Groups["letters"].Value.Replace(":", "", StringComparison.Ordinal).Select(letter => $"-{letter}")))
            .Except(["--help"]).Distinct();

    // What Tab offers behind each command and "-", in one run of bash.
    private static Dictionary<string, IEnumerable<string>> OfferedByBash(CommandPage root)
    {
        var function = $"_{root.Name.Replace('-', '_')}";
        var script = CommandPages.Completion(root, "bash")
            + "\ncompopt() { :; }\n"
            + string.Concat(root.All.Select(page => $"COMP_WORDS=({page.Name} -) COMP_CWORD={page.Name.Split(' ').Length}\n{function}\nprintf '%s\\n' '{page.Name}' \"${{COMPREPLY[@]}}\" ''\n"));
        return Output("bash", "-c", script).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(block => block.Split('\n')).ToDictionary(lines => lines[0], lines => lines.Skip(1).Order().AsEnumerable());
    }

    private static IEnumerable<string> InZsh(string text, CommandPage page) =>
        text.Split($"    {Quoted(page)})\n") is [_, var rest]
            ? ZshOption().Matches(rest[..rest.IndexOf(";;", StringComparison.Ordinal)]).Select(option => option.Groups["name"].Value)
            : [];

    private static IEnumerable<string> InFish(string text, CommandPage page) =>
        text.Split('\n').Where(line => line.Contains($"_add {Quoted(page)} '' ", StringComparison.Ordinal))
            .SelectMany(line => FishOption().Matches(line)).Select(option => $"{(option.Groups["kind"].Value == "l" ? "--" : "-")}{option.Groups["name"].Value}");

    private static IEnumerable<string> InManual(string manual, string heading)
    {
        var sections = ManualHeading().Split(manual).Skip(1).Chunk(2);
        var section = sections.Single(section => section[0].Replace("\\-", "-", StringComparison.Ordinal) == heading)[1].Replace("\\-", "-", StringComparison.Ordinal);
        return ManualTerm().Matches(section).SelectMany(term => Option().Matches(term.Value)).Select(option => option.Value);
    }

    private static string Quoted(CommandPage page) => page.Name.Contains(' ', StringComparison.Ordinal) ? $"'{page.Name}'" : page.Name;

    private static string Output(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        return output;
    }

    [GeneratedRegex(@"^ +'?(\d )?-[\w |'-]*\)", RegexOptions.Multiline)]
    private static partial Regex CaseLabel();

    [GeneratedRegex(@"(?<![\w-])(--[a-z][a-z-]*|-[A-Za-z](?![\w-]))")]
    private static partial Regex Option();

    [GeneratedRegex("getopts '(?<letters>[^']*)'")]
    private static partial Regex GetOpts();

    [GeneratedRegex(@"^    (?<verbs>[a-z-]+( \| [a-z-]+)+)\) exec", RegexOptions.Multiline)]
    private static partial Regex Dispatch();

    [GeneratedRegex(@"specs\+=\('?(?<name>--?[A-Za-z][a-z-]*)")]
    private static partial Regex ZshOption();

    [GeneratedRegex(" -(?<kind>[ls]) (?<name>[A-Za-z][a-z-]*)")]
    private static partial Regex FishOption();

    [GeneratedRegex(@"^\.S[SH] (.*)\n", RegexOptions.Multiline)]
    private static partial Regex ManualHeading();

    [GeneratedRegex(@"^\.B -.*$", RegexOptions.Multiline)]
    private static partial Regex ManualTerm();
}
