using Shouldly;
using Xunit;
using static Mosaic.Fleet.Installer.Tests.Tools.GiteaRepository;

namespace Mosaic.Fleet.Installer.Tests.Tools;

/// <summary>What <c>lane-brief.sh</c> prints of a repository, and when it prints nothing rather than what may be wrong.</summary>
public sealed class A_brief_parts_open_issues : IClassFixture<InstalledTools>
{
    private readonly InstalledTools _tools;
    private readonly GiteaRepository _repository;

    public A_brief_parts_open_issues(InstalledTools tools)
    {
        _tools = tools;
        _repository = new GiteaRepository(tools);
        _repository.Print("issues", 1,
            Issue(12, "Twelve", "bug help wanted", "v1"), Issue(7, "Seven", "bugfix"), Issue(9, "Nine", "wanted,bug", "v1.1"), Issue(3, "Three"));
        _repository.Print("pulls", 1, Pull(20, "Mend #7", head: "fix-9"), Pull(21, body: "Closes #7"));
    }

    [Fact]
    public void Into_candidates_and_work_underway() =>
        Brief().ShouldExit(0).Output.ShouldBe("""
            DISPATCH CANDIDATES (open, no open pull request) — 2
              #3  Three
              #12  Twelve

            WORK UNDERWAY (an open pull request is linked) — 2
              #7  Seven
              #9  Nine

            """);

    [Fact]
    public void And_prints_the_same_as_JSON()
    {
        var brief = Brief("--json").ShouldExit(0).Json();

        brief.GetProperty("repository").GetString().ShouldBe("usc/stack");
        brief.GetProperty("candidates")[1].GetRawText().ShouldBe("""{"number":12,"title":"Twelve","labels":"bug help wanted","milestone":"v1"}""");
        brief.GetProperty("underway")[0].GetProperty("pulls").GetRawText().ShouldBe("[20,21]");
        Brief("-j").Output.ShouldBe(Brief("--json").Output);
    }

    [Fact]
    public void And_both_parts_are_there_when_nothing_is_in_them()
    {
        _repository.Print("issues", 1);

        Brief().ShouldExit(0).Lines.ShouldBe(["DISPATCH CANDIDATES (open, no open pull request) — 0", "", "WORK UNDERWAY (an open pull request is linked) — 0"]);
    }

    [Theory]
    [InlineData("bug", 9, 12)]
    [InlineData("help wanted", 12)]
    [InlineData("bugfix", 7)]
    [InlineData("Bug")]
    [InlineData("g h")]
    public void Of_a_whole_label(string label, params int[] numbers)
    {
        Numbers(Brief("-l", label)).ShouldBe(numbers, ignoreOrder: true);

        // The server is asked for it, too: it tells `help` from `help wanted`.
        _repository.Asked.Single(words => words.StartsWith("issues list", StringComparison.Ordinal) && words.Contains("--page 1 ", StringComparison.Ordinal))
            .ShouldContain($" --labels {label} ");
    }

    [Theory]
    [InlineData("v1", 12)]
    [InlineData("v1.1", 9)]
    [InlineData("v")]
    public void Of_a_whole_milestone(string milestone, params int[] numbers) => Numbers(Brief("-m", milestone)).ShouldBe(numbers);

    [Fact]
    public void On_pages_as_long_as_the_server_makes_them()
    {
        for (var page = 1; page <= 3; page++)
        {
            _repository.Print("issues", page, Issue(100 - page, "an issue"), Issue(101 - page, "seen again, since one was opened meanwhile"));
            _repository.Print("pulls", page, Pull(200 + page, head: $"fix-{100 - page}"));
        }

        var brief = Brief("--json").ShouldExit(0).Json();

        brief.GetProperty("underway").GetArrayLength().ShouldBe(3);
        brief.GetProperty("candidates").GetArrayLength().ShouldBe(1);
        _repository.Asked.Count(words => words.StartsWith("issues list", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public void But_not_when_there_are_more_pull_requests_than_may_be_read()
    {
        var brief = Brief("-n", "1").ShouldExit(1);

        brief.Output.ShouldBeEmpty();
        brief.Error.ShouldContain("there are more than 1 open pull requests");
    }

    [Fact]
    public void And_says_so_when_there_are_more_issues()
    {
        var brief = Brief("-n", "2").ShouldExit(0);

        brief.Error.ShouldContain("there are more than 2 open issues");
        Numbers(brief).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("pulls list*")]
    [InlineData("pulls list* --page 2 *")]
    [InlineData("issues list*")]
    public void But_not_when_a_list_fails(string words)
    {
        _repository.FailAt(words);

        var brief = Brief().ShouldExit(1);

        brief.Output.ShouldBeEmpty();
        brief.Error.ShouldContain("Error: 500");
        brief.Error.ShouldContain($"tea cannot list the open {words.Split(' ')[0]} of usc/stack");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[][]")]
    [InlineData("""[{"title":"no index"}]""")]
    [InlineData("NOTE: no gitea login detected\n[]")]
    [InlineData("<html>Bad Gateway</html>")]
    public void But_not_when_a_list_cannot_be_read(string answer)
    {
        _repository.PrintText("pulls", 1, answer);

        var brief = Brief().ShouldExit(1);

        brief.Output.ShouldBeEmpty();
        brief.Error.ShouldContain("what tea prints of the pulls of usc/stack cannot be read");
    }

    [Fact]
    public void Also_of_a_tea_that_does_not_escape_its_texts()
    {
        _repository.PrintText("issues", 1, "[\n  {\n    \"index\": 7,\n    \"title\": \"Say \"seven\" \\o/\",\n    \"labels\": \"bug\",\n    \"milestone\": \"v1\"\n  },\n  {\n    \"index\": 3,\n    \"title\": 2026,\n    \"labels\": \"\",\n    \"milestone\": \"\"\n  }\n]\n");
        _repository.PrintText("pulls", 1, "[\n  {\n    \"index\": 20,\n    \"title\": \"a \"title\"\",\n    \"body\": \"two\n  },\n  {\nlines, \"quoted\"\",\n    \"head\": \"x\"\n  },\n  {\n    \"index\": 21,\n    \"title\": \"b\",\n    \"body\": \"fixes #7\r\n\",\n    \"head\": \"y\"\n  }\n]\n");

        Brief().ShouldExit(0).Lines.ShouldBe(
        [
            "DISPATCH CANDIDATES (open, no open pull request) — 1", "  #3  2026", "",
            "WORK UNDERWAY (an open pull request is linked) — 1", "  #7  Say \"seven\" \\o/",
        ]);
    }

    [Fact]
    public void With_titles_that_do_nothing_to_a_terminal()
    {
        (string Title, string Shown)[] titles =
        [
            ("'q' \"q\" `q` $(q) \\q %s", "'q' \"q\" `q` $(q) \\q %s"),
            ("a\tb\r\nc", "a b c"),
            ("\u001b[31mred\u001b[0m \u001b[2J\u001b[1;1Hhome", "red home"),
            ("\u001b]0;title\u0007bell \u001b]8;;http://x\u001b\\link", "bell link"),
            ("\u009b31mC1 \u001bcreset \u0000\u0007", "C1 reset  "),
            ("\u202etxt.exe\u2066 \u2028line", "txt.exe  line"),
            ("Grüße 👩‍💻", "Grüße 👩‍💻"),
        ];
        _repository.Print("issues", 1, [.. titles.Select((title, index) => Issue(100 + index, title.Title))]);

        Brief().ShouldExit(0).Lines[1..8].ShouldBe(titles.Select((title, index) => $"  #{100 + index}  {title.Shown}"));
        var json = Brief("--json").ShouldExit(0);
        json.Json().GetProperty("candidates").EnumerateArray().Select(issue => issue.GetProperty("title").GetString()).ShouldBe(titles.Select(title => title.Title));
        json.Output.ShouldNotContain('\u001b');
    }

    [Theory]
    [InlineData("jq")]
    [InlineData("tea")]
    public void But_not_without(string program)
    {
        File.Delete((_tools.Programs / program).Value);
        File.CreateSymbolicLink((_tools.Programs / "bash").Value, "/usr/bin/bash");
        if (program != "jq")
        {
            File.CreateSymbolicLink((_tools.Programs / "jq").Value, "/usr/bin/jq");
        }

        var brief = _tools.Run("git/lane-brief.sh", $"PATH={_tools.Programs.Value}", "-r", "usc/stack").ShouldExit(1);

        brief.Error.ShouldContain($"{program} is not installed");
    }

    [Theory]
    [InlineData]
    [InlineData("-r", "stack")]
    [InlineData("-r", "usc/stack/x")]
    [InlineData("-r", "usc/..")]
    [InlineData("-r", "-x/stack")]
    [InlineData("-r", "usc/st ack")]
    [InlineData("-r", "usc/stack", "-n", "0")]
    [InlineData("-r", "usc/stack", "-n", "many")]
    [InlineData("-r", "usc/stack", "-x")]
    [InlineData("-r", "usc/stack", "--jason")]
    [InlineData("-r", "usc/stack", "more")]
    [InlineData("-r")]
    public void Asked_in_no_other_way(params string[] words)
    {
        var brief = _tools.Run("git/lane-brief.sh", words).ShouldExit(2);

        brief.Output.ShouldBeEmpty();
        brief.Error.ShouldContain("see lane-brief.sh --help");
    }

    private ScriptResult Brief(params string[] words) => _tools.Run("git/lane-brief.sh", ["-r", "usc/stack", .. words]);

    private static int[] Numbers(ScriptResult brief) =>
        [.. brief.ShouldExit(0).Lines.Where(line => line.StartsWith("  #", StringComparison.Ordinal)).Select(line => int.Parse(line.Split(' ')[2][1..], System.Globalization.CultureInfo.InvariantCulture))];
}
