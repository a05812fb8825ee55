using System.Collections.Immutable;
using System.Text.Json;
using Mosaic.Fleet.Installer.EndToEndTests.Documents;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.EndToEndTests.Schema;

/// <summary>Reads rosters with js-yaml and validates them with Ajv, so that no code of the tool says what they hold.</summary>
internal static class Validator
{
    private static readonly string SchemaFolder = Path.Combine(Checkout.Folder, "tests/schema");

    /// <summary>Judges rosters by the schema that the tool prints.</summary>
    /// <param name="rosters">Files.</param>
    public static ImmutableArray<Verdict> Judge(IEnumerable<string> rosters)
    {
        Prerequisite.Program("node");
        Prerequisite.Check(Directory.Exists(Path.Combine(SchemaFolder, "node_modules/ajv")), "the validator is not installed: npm ci --prefix tests/schema");
        var schema = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(schema, RosterSchema.ToUtf8());
            var lines = Command.Run(["node", Path.Combine(SchemaFolder, "validate.mjs"), schema, .. rosters], string.Empty, Host.Limit).ShouldExit(0).Output;
            return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
        }
        finally
        {
            File.Delete(schema);
        }
    }

    private static Verdict Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var verdict = json.RootElement;
        return new Verdict(
            verdict.GetProperty("file").GetString()!,
            verdict.GetProperty("verdict").GetString()!,
            verdict.TryGetProperty("reason", out var reason) ? reason.GetString() : null);
    }
}
