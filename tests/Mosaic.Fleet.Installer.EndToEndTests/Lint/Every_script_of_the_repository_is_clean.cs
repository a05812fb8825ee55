using Mosaic.Fleet.Installer.EndToEndTests.Documents;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Lint;

public sealed class Every_script_of_the_repository_is_clean
{
    [Theory]
    [InlineData("bash", "-n")]
    [InlineData("shellcheck", "-x")]
    [InlineData("shfmt", "-i", "2", "-ci", "-d")]
    public void Under(params string[] check)
    {
        Prerequisite.Program(check[0]);

        foreach (var script in Scripts().Concat(SourcedScripts()))
        {
            var result = Command.Run([.. check, script], input: string.Empty, Host.Limit).ShouldExit(0);
            (result.Output + result.Error).ShouldBeEmpty();
        }
    }

    [Fact]
    public void And_shows_its_header_as_its_help()
    {
        foreach (var script in Scripts().Where(script => !script.Contains("/.ci/", StringComparison.Ordinal)))
        {
            var result = Command.Run([script, "--help"], input: string.Empty, Host.Limit).ShouldExit(0);
            result.Output.ShouldStartWith(Path.GetFileName(script) + ": ");
            result.Output.ShouldContain("Usage: ");
        }
    }

    private static IEnumerable<string> Scripts()
    {
        string[] written = ["tests", ".ci"];
        return written.SelectMany(folder => Written(folder, "*")).Concat(Directory.EnumerateFiles(Checkout.Folder, "*.sh")).Where(IsBash);
    }

    private static IEnumerable<string> SourcedScripts() => Written("tests", "*.bash");

    private static IEnumerable<string> Written(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Checkout.Folder, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal));

    private static bool IsBash(string file)
    {
        using var reader = new StreamReader(file);
        return reader.ReadLine() == "#!/usr/bin/env bash";
    }
}
