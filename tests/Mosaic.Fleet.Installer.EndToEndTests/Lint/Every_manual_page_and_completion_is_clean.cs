using Mosaic.Fleet.Installer.EndToEndTests.Completion;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Lint;

[Collection(nameof(CompletedHome))]
public sealed class Every_manual_page_and_completion_is_clean(CompletedHome home)
{
    [Theory]
    [InlineData("bash", "bash -n")]
    [InlineData("bash", "shellcheck")]
    [InlineData("bash", "shfmt -i 2 -ci -d")]
    [InlineData("zsh", "zsh -n")]
    [InlineData("fish", "fish --no-execute")]
    public void Completion_under_the_tools_of_its_shell(string shell, string check) =>
        ShouldBeSilent([.. check.Split(' ')], home.FleetCompletion(shell), home.ToolCompletion(shell));

    [Fact]
    public void Manual_pages_under_groff()
    {
        string[] pages = [.. Directory.GetFiles(Path.Combine(home.Share, "man/man1")), Path.Combine(home.Folder, "mosaic-fleet-install.1")];
        pages.Length.ShouldBe(10);

        ShouldBeSilent(["groff", "-man", "-Tutf8", "-ww", "-z"], pages);
    }

    private static void ShouldBeSilent(string[] check, params string[] files)
    {
        Prerequisite.Program(check[0]);
        foreach (var file in files)
        {
            var result = Command.Run([.. check, file], string.Empty, Host.Limit).ShouldExit(0);
            (result.Output + result.Error).ShouldBeEmpty();
        }
    }
}
