using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Lint;

public sealed class Every_script_of_the_repository_is_clean
{
    [Theory]
    [InlineData("bash", "-n")]
    [InlineData("shellcheck")]
    [InlineData("shfmt", "-i", "2", "-ci", "-d")]
    public void Under(params string[] check)
    {
        Prerequisite.Program(check[0]);

        foreach (string script in Scripts())
        {
            CommandResult result = Command.Run([.. check, script], input: string.Empty, Host.Limit).ShouldExit(0);
            (result.Output + result.Error).ShouldBeEmpty();
        }
    }

    [Fact]
    public void And_shows_its_header_as_its_help()
    {
        foreach (string script in Scripts().Where(script => !script.Contains("/.ci/", StringComparison.Ordinal)))
        {
            CommandResult result = Command.Run([script, "--help"], input: string.Empty, Host.Limit).ShouldExit(0);
            result.Output.ShouldStartWith(Path.GetFileName(script) + ": ");
            result.Output.ShouldContain("Usage: ");
        }
    }

    private static IEnumerable<string> Scripts()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Mosaic.Fleet.Installer.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("the tests run outside the repository");
        }

        string[] written = ["tests", ".ci"];
        return written.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(root, "*.sh"))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Where(IsBash);
    }

    private static bool IsBash(string file)
    {
        using StreamReader reader = new(file);
        return reader.ReadLine() == "#!/usr/bin/env bash";
    }
}
