using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Tools;

/// <summary>Which login <c>lane-brief.sh</c> gives to tea.</summary>
public sealed class The_login_of_a_brief : IClassFixture<MappedTools>
{
    private readonly InstalledTools _tools;
    private readonly GiteaRepository _repository;

    public The_login_of_a_brief(MappedTools mapped)
    {
        _tools = mapped.Tools;
        _repository = new GiteaRepository(_tools);
        _repository.PrintText("login", 1, """[{"name":"first","default":"false"},{"name":"usual","default":"true"},{"name":"mapped","default":"false"},{"name":"given","default":"false"},{"name":"a b","default":"false"}]""");
    }

    [Theory]
    [InlineData("-L first", "first", "GITEA_LOGIN=given", "-r", "usc/stack", "-L", "first")]
    [InlineData("the variable", "given", "GITEA_LOGIN=given", "-r", "usc/stack")]
    [InlineData("the roster's", "mapped", "GITEA_LOGIN=", "-r", "usc/stack")]
    [InlineData("the roster's in another case", "mapped", "-r", "USC/stack")]
    [InlineData("that of tea", "usual", "-r", "somebody/stack")]
    [InlineData("one with a blank", "a b", "-r", "usc/stack", "-L", "a b")]
    public void Is(string whose, string login, params string[] words)
    {
        _tools.Run("git/lane-brief.sh", words).ShouldExit(0);

        _repository.Asked.Where(asked => !asked.StartsWith("login", StringComparison.Ordinal)).ShouldNotBeEmpty();
        _repository.Asked.Where(asked => !asked.StartsWith("login", StringComparison.Ordinal)).ShouldAllBe(asked => asked.Contains($" --login {login} --state", StringComparison.Ordinal), whose);
    }

    [Fact]
    public void Is_the_first_when_tea_has_no_default()
    {
        _repository.PrintText("login", 1, """[{"name":"first","default":"false"},{"name":"second","default":"false"}]""");

        _tools.Run("git/lane-brief.sh", "-r", "somebody/stack").ShouldExit(0);

        _repository.Asked[^1].ShouldContain(" --login first ");
    }

    [Theory]
    [InlineData("-L")]
    [InlineData("GITEA_LOGIN")]
    public void Must_be_one_that_tea_has(string way)
    {
        string[] words = way == "-L" ? ["-r", "usc/stack", "-L", "nobody\u001b[31m"] : ["GITEA_LOGIN=nobody\u001b[31m", "-r", "usc/stack"];

        var brief = _tools.Run("git/lane-brief.sh", words).ShouldExit(2);

        brief.Error.ShouldContain("tea has no login 'nobody [31m'");
        brief.Error.ShouldContain("usual, first");
    }

    [Fact]
    public void Must_be_there()
    {
        _repository.PrintText("login", 1, "[]");

        _tools.Run("git/lane-brief.sh", "-r", "somebody/stack").ShouldExit(2).Error.ShouldContain("tea has no login");
        _tools.Run("git/lane-brief.sh", "GITEA_INSTANCE_URL=https://gitea.example.com", "-r", "somebody/stack").ShouldExit(0);
        _repository.Asked[^1].ShouldNotContain("--login");
    }

    [Fact]
    public void Is_what_tea_makes_of_it_when_tea_cannot_list_its_logins()
    {
        _repository.FailAt("login*");

        _tools.Run("git/lane-brief.sh", "-r", "usc/stack").ShouldExit(0);

        _repository.Asked[^1].ShouldContain(" --login mapped ");
    }

    [Fact]
    public void Is_not_that_of_the_repository_which_an_agent_works_in()
    {
        _tools.Run("git/lane-brief.sh", "-r", "usc/stack").ShouldExit(0);

        _repository.Folders.ShouldAllBe(folder => folder == "/");
    }
}
