using Mosaic.Fleet.Installer.EndToEndTests.Documents;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Schema;

public sealed class An_independent_validator_agrees_with_the_reader
{
    // What a schema cannot say, or would say in a pattern that no person could read.
    private static readonly Dictionary<string, string> BeyondSchemas = new(StringComparer.Ordinal)
    {
        ["cpu-zero"] = "the value of the number in a text",
        ["memory-over-all"] = "the value of the number in a text",
        ["restart-delay-a-week"] = "the sum of a time span's parts",
        ["default-socket"] = "the one name that is somebody else's",
        ["name-of-the-holder"] = "another key's value",
        ["name-of-another-holder"] = "another key's value",
        ["name-twice"] = "another agent's name",
        ["name-twice-but-for-case"] = "another agent's name",
        ["unknown-runtime"] = "the keys of another mapping",
        ["unknown-runtime-far-from-any"] = "the keys of another mapping",
        ["unknown-runtime-in-defaults"] = "the keys of another mapping",
        ["instance-unknown"] = "the keys of another mapping",
        ["instance-unknown-where-there-is-none"] = "the keys of another mapping",
        ["owner-twice-but-for-case"] = "another key's text",
        ["working-directory-twice"] = "two keys of different mappings that mean the same",
        ["kickstart-twice"] = "two keys of which one is given",
        ["pattern-with-open-group"] = "the grammar of a text",
        ["tag"] = "a tag, which is gone when the schema is asked",
    };

    private static string Tests => Path.Combine(Checkout.Folder, "tests/Mosaic.Fleet.Installer.Tests");

    [Fact]
    public void On_the_profiles_and_on_every_golden_roster()
    {
        string[] rosters =
        [
            .. Directory.EnumerateFiles(Path.Combine(Checkout.Folder, "profiles"), "*.yaml"),
            .. Directory.EnumerateFiles(Path.Combine(Tests, "Golden"), "roster.yaml", SearchOption.AllDirectories),
        ];

        var verdicts = Validator.Judge(rosters);

        verdicts.Length.ShouldBe(rosters.Length);
        verdicts.Length.ShouldBeGreaterThanOrEqualTo(6);
        verdicts.ShouldAllBe(verdict => verdict.Kind == "valid");
    }

    [Fact]
    public void On_every_mistake_but_those_beyond_any_schema()
    {
        var folder = Directory.CreateTempSubdirectory("mosaic-mistakes-");
        try
        {
            var accepted = Validator.Judge(Mistakes(folder.FullName)).Where(verdict => verdict.Kind == "valid");

            accepted.Select(verdict => Path.GetFileNameWithoutExtension(verdict.File)).Order(StringComparer.Ordinal)
                .ShouldBe(BeyondSchemas.Keys.Order(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Each without the words that the tool says about it.
    private static List<string> Mistakes(string folder)
    {
        List<string> rosters = [];
        foreach (var mistake in Directory.EnumerateFiles(Path.Combine(Tests, "Roster/Mistakes"), "*.yaml"))
        {
            var text = File.ReadAllText(mistake);
            var roster = Path.Combine(folder, Path.GetFileName(mistake));
            File.WriteAllText(roster, text[..text.IndexOf("# says\n", StringComparison.Ordinal)]);
            rosters.Add(roster);
        }

        return rosters;
    }
}
