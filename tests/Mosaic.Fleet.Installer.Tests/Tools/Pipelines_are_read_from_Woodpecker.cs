using System.Globalization;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Tools;

/// <summary>What <c>pipeline-status.sh</c> and <c>pipeline-list.sh</c> ask of a server, and what they make of its answers.</summary>
public sealed class Pipelines_are_read_from_Woodpecker : IClassFixture<InstalledTools>, IDisposable
{
    private const string Status = "woodpecker/pipeline-status.sh";
    private const string List = "woodpecker/pipeline-list.sh";

    private readonly InstalledTools _tools;
    private readonly WoodpeckerServer _server = new();

    public Pipelines_are_read_from_Woodpecker(InstalledTools tools)
    {
        _tools = tools;
        _server.At("repos/lookup/usc/stack", """{"id":7,"full_name":"usc/stack"}""").At("repos/7/pipelines/42", Pipeline(42));
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public void By_the_repository_s_name_with_the_token_of_the_environment()
    {
        var status = Run(Status, "-r", "usc/stack", "-n", "42", "-f", "json").ShouldExit(0).Json();

        status.GetProperty("status").GetString().ShouldBe("success");
        status.GetProperty("number").GetInt32().ShouldBe(42);
        status.GetProperty("title").GetString().ShouldBe("Mend \u001b[31mall");
        status.GetProperty("url").GetString().ShouldBe($"{_server.Address}/repos/7/pipeline/42");
        _server.Requests.ShouldBe(["/api/repos/lookup/usc/stack Bearer abc.def-1", "/api/repos/7/pipelines/42 Bearer abc.def-1"]);
    }

    [Fact]
    public void And_shown_in_a_table_that_does_nothing_to_a_terminal() =>
        Run(Status, "-r", "usc/stack", "-n", "42").ShouldExit(0).Lines.ShouldBe(
        [
            "NUMBER  STATUS    EVENT         BRANCH                COMMIT    TITLE",
            "    42  success   push          main                  01234567  Mend all",
        ]);

    [Fact]
    public void Page_by_page_the_newest_first()
    {
        _server.At("repos/7/pipelines?page=1&perPage=50", $"[{Pipeline(44)},{Pipeline(43)}]")
            .At("repos/7/pipelines?page=2&perPage=50", $"[{Pipeline(43)},{Pipeline(42)}]")
            .At("repos/7/pipelines?page=3&perPage=50", "[]");

        var list = Run(List, "-r", "usc/stack", "-f", "json").ShouldExit(0).Json();

        list.GetProperty("repository").GetString().ShouldBe("usc/stack");
        Numbers(list).ShouldBe([44, 43, 42]);
        Numbers(Run(List, "-r", "usc/stack", "-f", "json", "-n", "1").ShouldExit(0).Json()).ShouldBe([44]);
        Run(List, "-r", "usc/stack").ShouldExit(0).Lines.Length.ShouldBe(4);
    }

    [Fact]
    public void From_the_server_of_the_owner_with_the_token_of_its_file()
    {
        using var other = new WoodpeckerServer();
        other.At("repos/lookup/USC/stack", """{"id":1}""").At("repos/1/pipelines/42", Pipeline(42));
        var token = _tools.Home / "a token";
        File.WriteAllText(token.Value, "of-the-file\n");
        File.SetUnixFileMode(token.Value, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _tools.Install($"woodpecker: {{ instances: {{ main: {{ server: '{other.Address}/', token_file: ~/a token }}, lab: {{ server: '{_server.Address}' }} }}, owners: {{ usc: main }} }}");

        Run(Status, "-r", "USC/stack", "-n", "42").ShouldExit(0);
        Run(Status, "-r", "usc/stack", "-n", "42", "-a", "lab").ShouldExit(0);
        Run(Status, "-r", "usc/stack", "-n", "42", "-a", "leb").ShouldExit(2).Error.ShouldContain("those of the roster: main lab");
        other.Requests.ShouldAllBe(request => request.EndsWith(" Bearer of-the-file", StringComparison.Ordinal));
        _server.Requests.ShouldAllBe(request => request.EndsWith(" Bearer abc.def-1", StringComparison.Ordinal));

        File.SetUnixFileMode(token.Value, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Run(Status, "-r", "usc/stack", "-n", "42").ShouldExit(2).Error.ShouldContain("others can read or change the token");
        File.Delete(token.Value);
        Run(Status, "-r", "usc/stack", "-n", "42").ShouldExit(2).Error.ShouldContain("there is no token in");
        other.Requests.Length.ShouldBe(2);
        _tools.Install();
    }

    [Fact]
    public void Without_the_token_on_any_command_line()
    {
        _tools.WriteProgram("curl", """
            #!/usr/bin/env bash
            tr '\0' ' ' </proc/$$/cmdline >>"${0%/*}/curl.log"
            tr '\0' ' ' </proc/$PPID/cmdline >>"${0%/*}/curl.log"
            exec /usr/bin/curl "$@"
            """);

        Run(Status, "-r", "usc/stack", "-n", "42").ShouldExit(0);

        var seen = File.ReadAllText((_tools.Programs / "curl.log").Value);
        File.Delete((_tools.Programs / "curl").Value);
        seen.ShouldContain(_server.Address);
        seen.ShouldNotContain("abc.def-1");
        _server.Requests.ShouldAllBe(request => request.EndsWith("abc.def-1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401, "refuses the token (HTTP 401)")]
    [InlineData(403, "refuses the token (HTTP 403)")]
    [InlineData(302, "sends to another address (HTTP 302)")]
    [InlineData(418, "has failed (HTTP 418)")]
    public void And_what_the_server_refuses_is_said_and_not_asked_again(int status, string said)
    {
        _server.At("repos/lookup/usc/stack", new ServerAnswer(status) { Header = "Location: http://127.0.0.1:1/\r\n" });

        ShouldFail(Run(Status, "-r", "usc/stack", "-n", "42", "-f", "json"), said);
        _server.Requests.Length.ShouldBe(1);
    }

    [Fact]
    public void And_what_is_not_there_is_said()
    {
        ShouldFail(Run(Status, "-r", "usc/other", "-n", "42"), "knows no repository usc/other");
        ShouldFail(Run(Status, "-r", "usc/stack", "-n", "41"), "knows no pipeline 41 of usc/stack");
    }

    [Fact]
    public void And_a_fault_that_is_over_is_not_noticed()
    {
        _server.At("repos/lookup/usc/stack", ServerAnswer.Cut, new ServerAnswer(200, """{"id":7}"""))
            .At("repos/7/pipelines/42", new ServerAnswer(502), new ServerAnswer(200, Pipeline(42)));

        Run(Status, "-r", "usc/stack", "-n", "42", "-f", "json").ShouldExit(0).Error.ShouldBeEmpty();
    }

    [Fact]
    public void And_one_that_is_not_over_is_said()
    {
        _server.At("repos/7/pipelines/42", new ServerAnswer(500));
        ShouldFail(Run(Status, "-r", "usc/stack", "-n", "42"), "has failed (HTTP 500)");

        _server.At("repos/7/pipelines/42", ServerAnswer.Cut);
        ShouldFail(Run(Status, "-r", "usc/stack", "-n", "42"), "has cut the connection");

        _server.At("repos/7/pipelines/42", new ServerAnswer(200, Pipeline(42)) { Missing = 10 });
        ShouldFail(Run(Status, "-r", "usc/stack", "-n", "42"), "has cut the connection");
        _server.Requests.Count(request => request.StartsWith("/api/repos/7/", StringComparison.Ordinal)).ShouldBe(6);
    }

    [Theory]
    [InlineData("<!doctype html><title>Woodpecker</title>")]
    [InlineData("")]
    [InlineData("""{"number":42}""")]
    [InlineData("""{"number":42,"status":["success"]}""")]
    [InlineData("[]")]
    public void And_an_answer_that_is_none_is_said(string answer)
    {
        _server.At("repos/7/pipelines/42", answer);

        ShouldFail(Run(Status, "-r", "usc/stack", "-n", "42"), "is not what Woodpecker does");
    }

    [Theory]
    [InlineData("repos/lookup/usc/stack", "")]
    [InlineData("repos/lookup/usc/stack", """{"id":"7/../8"}""")]
    [InlineData("repos/7/pipelines?page=1&perPage=50", "")]
    [InlineData("repos/7/pipelines?page=1&perPage=50", """{"message":"hello"}""")]
    public void And_so_is_one_of_a_list(string path, string answer)
    {
        _server.At(path, answer);

        ShouldFail(Run(List, "-r", "usc/stack"), "is not what Woodpecker does");
    }

    [Fact]
    public void And_a_server_that_does_not_answer_is_waited_for_ten_seconds()
    {
        _server.At("repos/7/pipelines/42", ServerAnswer.Silent);

        ShouldFail(Run(Status, "-r", "usc/stack", "-n", "42"), "does not answer within 10 seconds");
        _server.Requests.Length.ShouldBe(2);
    }

    [Fact]
    public void And_nobody_who_is_not_there_is_waited_for() =>
        ShouldFail(Run(Status, "WOODPECKER_SERVER=http://127.0.0.1:1", "-r", "usc/stack", "-n", "42"), "nobody listens at http://127.0.0.1:1");

    [Theory]
    [InlineData("there is no server", "WOODPECKER_SERVER=", "-r", "usc/stack", "-n", "42")]
    [InlineData("a server of another scheme", "WOODPECKER_SERVER=file:///etc/passwd", "-r", "usc/stack", "-n", "42")]
    [InlineData("a server with a password", "WOODPECKER_SERVER=http://a:b@127.0.0.1", "-r", "usc/stack", "-n", "42")]
    [InlineData("a token that would be more than a header", "WOODPECKER_TOKEN=a\"\nurl = \"http://127.0.0.1/", "-r", "usc/stack", "-n", "42")]
    [InlineData("no number", "-r", "usc/stack")]
    [InlineData("a number that is none", "-r", "usc/stack", "-n", "42/../1")]
    [InlineData("no repository", "-n", "42")]
    [InlineData("a repository that leads elsewhere", "-r", "usc/..", "-n", "42")]
    [InlineData("an unknown form", "-r", "usc/stack", "-n", "42", "-f", "xml")]
    [InlineData("an unknown option", "-r", "usc/stack", "-n", "42", "-z")]
    [InlineData("a word too many", "-r", "usc/stack", "-n", "42", "more")]
    public void Asked_in_no_other_way(string because, params string[] words)
    {
        var status = Run(Status, words);

        status.ExitCode.ShouldBe(2, because);
        status.Output.ShouldBeEmpty();
        _server.Requests.ShouldBeEmpty();
    }

    private ScriptResult Run(string tool, params string[] words) => _tools.Run(tool, [$"WOODPECKER_SERVER={_server.Address}", "WOODPECKER_TOKEN=abc.def-1", .. words]);

    private static void ShouldFail(ScriptResult result, string said)
    {
        result.ShouldExit(1).Output.ShouldBeEmpty();
        result.Error.ShouldContain(said);
        result.Error.ShouldNotContain("abc.def-1");
    }

    private static string Pipeline(int number) => $$"""
        {"id":9,"number":{{number.ToString(CultureInfo.InvariantCulture)}},"status":"success","event":"push","branch":"main","commit":"0123456789abcdef","author":"me",
         "title":"","message":"Mend \u001b[31mall\nand more","created":1,"started":2,"finished":3}
        """;

    private static int[] Numbers(JsonElement list) => [.. list.GetProperty("pipelines").EnumerateArray().Select(pipeline => pipeline.GetProperty("number").GetInt32())];
}
