using System.Globalization;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Reporting.Diffs;
using Mosaic.Fleet.Installer.Reporting.Secrets;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Packaging;

/// <summary>A bundle brings files of chance where others of chance stand, and each line of each difference is held to what the tool makes of it.</summary>
public sealed partial class A_bundle_masks_secrets_as_the_tool_does : IDisposable
{
    private const int Conflict = 2;
    private const int Files = 40;
    private const string Roster = "version: 1\nagents: [{ name: one, runtime: shell }]\n";

    private static readonly string[] Names =
    [
        "API_TOKEN", "db_password", "SSH_KEY", "a.pat", "X-Auth", "PWD", "OLDPWD", "GIT_AUTHOR_NAME", "SUBMIT_KEY", "MOSAIC_AGENT_SUBMIT_KEY", "MOSAIC_TMUX_KEY",
        "BASH_KEY", "TMUX_PASS", "monkey", "pin", "spin", "OTP", "CONN_STR", "connectionstr", "GREETING", "PATH", "salt", "_", "Kéy", "ÄKEY", "TOKEN2",
    ];

    private static readonly string[] Values =
    [
        "", "abc", "hunter22", "\"a b\"", "'a b' c", "\"x\\\"y\" # note", "\"first\nsecond 'line'\nthird\"", "\"never closed", "'it'\\''s'", "a\\\nb", "$HOME", "\"${X:-y}\"", "$(cat f)",
        "\"$1\";", "<secret>", "päss wörd→", "ä\u00A0b", "a\u3000b", "😀😀😀", "😀😀", "\u001B[2J", "a\u202Eb\u0085c", "\r", "ghp_16C7e42F292c6912E7710c838347Ae178B4a", "xsk-abcdef",
        "sk-ant-api03-abcdef", "xoxb-123456", "sk-sk-123456", "https://me:se@cret@host/x@y", "://@", "a://b", "postgres://u:p@ss/w@db/x c@d", "ftp://a\u00A0b@c",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "5f4dcc3b5aa765d61d8327deb882cf99", "12345678901234567890", "/usr/local/lib/a1b2c3d4e5f6a7b8c9d0/x", "aB1cD2eF3gH4iJ5kL6mN==",
        "QWERTYUIOPASDFGHJKLZX", "aaaaaaaaaaaaaaaaaaaaaaaa", "\\\"quoted\\\"", "|", ">-", "[a, b]", "--token", "hunter22hunter22",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7\n-----END RSA PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----", "-----END X-----",
    ];

    private static readonly string[] Forms =
    [
        "{0}={1}", "{0}=\"{1}\"", "export {0}='{1}'", "  # {0}={1}", "{0}+={1}", "{0} = {1}", "{0}: {1}", "  {0}: {1}\n    more\n\n    deeper\n  b: c", "{0}:\n  - {1}\n", "\"{0}\": \"{1}\",",
        "run --{0} {1} --verbose", "run --{0}={1}", "run -{0} {1}", "{{\\\"{0}\\\": \\\"{1}\\\"}}", "{0}:{1}", "{0}", "NOTE=\"see {1} now\"", "{1}", "{1}{1}", "x{1}", "  {1}", "\t{0}\t=\t{1}",
        "if [ \"${0}\" = {1} ]; then", "", "words",
    ];

    private readonly BundleFolder _bundles = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("MOSAIC_SOAK") is null ? 2 : 50)];

    public void Dispose() => _bundles.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void In_every_line(int seed)
    {
        var chance = new Random(seed);
        var files = Enumerable.Range(0, Files).Select(number => Pair(number, chance)).ToList();
        SmallBundle.Write(_bundles.Installation, _bundles.Path / "fleet.sh", Roster, more: files.Select(file => (file.Path, file.Ours)));
        foreach (var file in files)
        {
            Directory.CreateDirectory((_bundles.Installation.Home / file.Path).Parent.Value);
            File.WriteAllText((_bundles.Installation.Home / file.Path).Value, file.Yours);
        }

        var result = _bundles.Install(seed % 2 == 0 ? "dash" : "bash", "fleet.sh");

        result.ExitCode.ShouldBe(Conflict, result.ErrorOutput);
        var diffs = Header().Split(result.ErrorOutput)[1..];
        diffs.Length.ShouldBe(Files * 2);
        for (var index = 0; index < diffs.Length; index += 2)
        {
            var file = files.Single(one => diffs[index] == one.Path);
            var (yours, ours) = SecretMask.Hide(file.Path, file.Yours, file.Ours);
            var lines = Lines(diffs[index + 1]).ToList();
            lines.ShouldNotBeEmpty();
            lines.Where(line => line.Sign != '+').ShouldAllBe(line => line.Text == Line(yours, line.Old), file.Yours);
            lines.Where(line => line.Sign != '-').ShouldAllBe(line => line.Text == Line(ours, line.New), file.Ours);
        }
    }

    // Two versions that have parts in common, in a file whose name and beginning say how it is read.
    private static (string Path, string Yours, string Ours) Pair(int number, Random chance)
    {
        var path = $".config/mosaic/tools/chance/{number}.{chance.GetItems(["env", "yaml", "sh"], 1)[0]}";
        var start = path.EndsWith("sh", StringComparison.Ordinal) ? "#!/bin/sh\n" : "";
        var parts = Enumerable.Range(0, chance.Next(1, 7)).Select(_ => Part(chance)).ToArray();
        var others = parts.Select(part => chance.Next(3) == 0 ? Part(chance) : part).ToArray();
        chance.Shuffle(others.AsSpan(others.Length / 2));
        return (path, $"{start}# yours\n{string.Join('\n', parts)}{(chance.Next(2) == 0 ? "\n" : "")}", $"{start}# ours\n{string.Join('\n', others)}{(chance.Next(2) == 0 ? "\n" : "")}");
    }

    private static string Part(Random chance) =>
        string.Format(CultureInfo.InvariantCulture, chance.GetItems(Forms, 1)[0], chance.GetItems(Names, 1)[0], chance.GetItems(Values, 1)[0]);

    // The lines of a unified diff with the places, from 1, where they stand in the old and in the new version.
    private static IEnumerable<(char Sign, string Text, int Old, int New)> Lines(string diff)
    {
        var (old, @new) = (0, 0);
        foreach (var line in diff.Split('\n').Where(line => line.Length > 0 && line[0] != '\\'))
        {
            if (Hunk().Match(line) is { Success: true } hunk)
            {
                (old, @new) = (int.Parse(hunk.Groups["old"].Value, CultureInfo.InvariantCulture), int.Parse(hunk.Groups["new"].Value, CultureInfo.InvariantCulture));
                continue;
            }

            if (line[0] is not (' ' or '-' or '+'))
            {
                yield break;
            }

            yield return (line[0], line[1..], old, @new);
            old += line[0] == '+' ? 0 : 1;
            @new += line[0] == '-' ? 0 : 1;
        }
    }

    private static string Line(string text, int number) => PrintableText.Of(text.Split('\n')[number - 1]);

    [GeneratedRegex(@"--- ~/(.*) \(yours\)\n\+\+\+ .*\n")]
    private static partial Regex Header();

    [GeneratedRegex(@"^@@ -(?<old>\d+)(,\d+)? \+(?<new>\d+)(,\d+)? @@$")]
    private static partial Regex Hunk();
}
