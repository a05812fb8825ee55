using System.Globalization;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Tests.Planning;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Packaging;

/// <summary>Runs each row of <c>tests/decisions.table</c> with bundles under dash, and some once more under bash, when all must be said and done.</summary>
public sealed partial class Every_decision_of_the_table_by_a_bundle : IClassFixture<DecidedBundles>
{
    private const int Conflict = 2;
    private readonly DecidedBundles _fixture;

    public Every_decision_of_the_table_by_a_bundle(DecidedBundles fixture) => _fixture = fixture;

    public static TheoryData<string> Rows => [.. DecidedFile.Rows];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Is_made_on_real_files(string row)
    {
        var cells = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (wrote, stands, wanted, option) = (cells[0], cells[1], cells[2], cells[3]);
        _fixture.Bundles.Restore(wrote == "-" ? "home-none" : "home-A");
        var file = _fixture.File;
        if (wrote == "A/0640")
        {
            file.OpenForGroup();
        }

        file.Place(stands);
        var bundle = wanted == "-" ? "none.sh" : $"{wanted}.sh";
        var before = file.Tree();

        string[] options = option switch { "-" => [], "restore" => ["--restore"], _ => ["--conflict", option] };
        var result = _fixture.Bundles.Install("dash", bundle, ["--verbose", .. options]);

        var word = result.ErrorOutput.Contains($"{file.Path} is a folder", StringComparison.Ordinal) ? "error"
            : Line().Match(result.Output + result.ErrorOutput) is { Success: true } line ? line.Groups["word"].Value
            : wanted != "-" && result.Output.StartsWith("Nothing to do", StringComparison.Ordinal) ? "unchanged"
            : "-";
        string.Join(' ', file.State(), file.Recorded(), result.ExitCode.ToString(CultureInfo.InvariantCulture), word)
            .ShouldBe(string.Join(' ', cells[4..]), result.Output + result.ErrorOutput);
        if (result.ExitCode == Conflict)
        {
            file.Tree().ShouldBe(before);
            return;
        }

        // Where less was written than the bundle brings, another shell must find nothing to do, too.
        if (word is not ("kept" or "deleted"))
        {
            return;
        }

        var after = file.Tree();
        var again = _fixture.Bundles.Install("bash", bundle);
        again.Output.ShouldContain("Nothing to do");
        again.ExitCode.ShouldBe(0);
        file.Tree().ShouldBe(after);
    }

    [GeneratedRegex(@"^(?<word>[a-z]+) +~/\.config/mosaic/fleet/agents/one\.env( |$)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
