using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Profiles;
using Mosaic.Fleet.Installer.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Roster;

/// <summary>What an enemy writes ends in diagnostics. The deadline is for a hang: in seconds, whatever the host's load.</summary>
public sealed class A_hostile_roster
{
    private const int Mebibyte = 1024 * 1024;

    // Two seconds on an idle host; tests share theirs.
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(30);

    public static TheoryData<string, string, string> Texts => new()
    {
        { "brackets that open", Fill("["), "MFI008" },
        { "braces that open", Fill("{"), "MFI008" },
        { "lists in lists", Fill("- "), "MFI008" },
        { "keys in keys", Fill("? "), "MFI008" },
        { "stairs", string.Concat(Enumerable.Range(0, 1000).Select(depth => new string(' ', depth) + "a:\n")), "MFI008" },
        { "endless empty items", Fill("-\n", "version: 1\nagents:\n"), "MFI009" },
        { "endless agents", "version: 1\nagents:\n" + string.Concat(Enumerable.Range(0, 400_000).Select(i => $"- name: a{i}\n")), "MFI009" },
        { "endless aliases", Fill("- *a\n", "version: 1\nagents:\n- &a { name: a }\n"), "MFI009" },
        { "aliases of aliases", Laughs(), "MFI014" },
        { "many variables for many agents", Product(), "MFI009" },
        { "many defaults for many agents", Defaults(), "MFI009" },
        { "endless anchors", string.Concat(Enumerable.Range(0, 550_000).Select(i => $"- &a{i}\n")), "MFI009" },
        { "endless unknown keys on one line", "{" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"kkkkkkkkkkkkkkkk{i}: 1, ")) + "}", "MFI012" },
        { "endless tags", Fill("- !a\n"), "MFI016" },
        { "endless documents", Fill("---\n"), "MFI007" },
        { "one endless word", Fill("a"), "MFI014" },
        { "one endless colon", Fill(":"), "MFI006" },
        { "one endless quote", Fill("a", "\""), "MFI006" },
        { "one endless comment", Fill("# a\n"), "MFI005" },
        { "endless empty lines", Fill("\n"), "MFI005" },
        { "an endless model hint", Fill("a", "version: 1\nagents:\n- name: a\n  model_hint: "), "MFI031" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Ends_in_a_diagnostic_and_soon(string kind, string text, string code)
    {
        kind.ShouldNotBeEmpty();
        var clock = Stopwatch.StartNew();

        var codes = RosterReader.Read(new SourceText("r", text)).Diagnostics.Select(diagnostic => diagnostic.Code);

        codes.ShouldContain(code);
        clock.Elapsed.ShouldBeLessThan(s_deadline);
    }

    [Fact]
    public void Made_from_a_good_one_by_chance_never_ends_in_an_exception()
    {
        // A soak asks for more; the seed is the count, so that a failure comes again.
        var count = int.Parse(Environment.GetEnvironmentVariable("FUZZ_COUNT") ?? "2000", CultureInfo.InvariantCulture);
        var random = new Random(count);
        var seeds = BuiltInProfiles.Names.Select(name => BuiltInProfiles.Require(name).Content.ToArray()).ToArray();
        for (var i = 0; i < count; i++)
        {
            var bytes = Mutate(seeds[i % seeds.Length], random);
            var decoded = SourceTextDecoder.Decode("r", bytes);

            try
            {
                var reading = decoded.Source is null ? new RosterReading(null, decoded.Diagnostics) : RosterReader.Read(decoded.Source);
                _ = string.Concat(reading.Diagnostics.Select(DiagnosticFormatter.Format));
                (reading.Roster is null).ShouldBe(reading.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"roster {i}: {Convert.ToBase64String(bytes)}", exception);
            }
        }
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        string[] pieces =
        [
            "&a ", "*a", "<<: ", "!!str ", "!", "[", "]", "{", "}", ": ", "- ", "? ", "\n", "\r\n", "\t", "\"", "'", "|\n", ">-\n", "#", "---\n", "...\n",
            "%YAML 9.9\n", "%TAG ! x\n", "\0", "\u001B", "\u2028", "\\", "\"\\uD800\"", "~", "null", "0x", "1e999", "-", ",", "yes", "😀", "name: ", "agents: ",
        ];
        var bytes = seed.ToList();
        for (var edits = random.Next(1, 8); edits > 0 && bytes.Count > 0; edits--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 40)));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 200))));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    private static string Fill(string piece, string beginning = "") =>
        new StringBuilder(beginning).Insert(beginning.Length, piece, 2 * Mebibyte / piece.Length).ToString();

    // Eight lists of ten, each of the one before: a hundred million agents in half a kilobyte.
    private static string Laughs() =>
        "x0: &x0 { name: ha }\n"
        + string.Concat(Enumerable.Range(1, 8).Select(i => $"x{i}: &x{i} [{string.Join(", ", Enumerable.Repeat($"*x{i - 1}", 10))}]\n"))
        + "version: 1\nagents: *x8\n";

    private static string Defaults() =>
        "version: 1\ndefaults: { env: { " + string.Join(", ", Enumerable.Range(0, 10_000).Select(i => $"V{i}: x")) + " } }\nagents:\n"
        + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"- {{ name: a{i}, env: {{ A: b }} }}\n"));

    private static string Product() =>
        "version: 1\ndefaults: { env: &env { " + string.Join(", ", Enumerable.Range(0, 10_000).Select(i => $"V{i}: x")) + " } }\nagents:\n"
        + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"- {{ name: a{i}, env: *env }}\n"));
}
