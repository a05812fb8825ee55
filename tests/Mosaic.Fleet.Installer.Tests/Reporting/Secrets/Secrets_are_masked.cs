using FsCheck;
using FsCheck.Fluent;
using Mosaic.Fleet.Installer.Reporting.Secrets;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Reporting.Secrets;

public sealed class Secrets_are_masked
{
    private static readonly string[] SecretTexts =
    [
        "hunter22", "correct horse battery", "p\\\"a$$`w'ord", "<secret>", "ghp_16C7e42F292c6912E7710c838347Ae178B4a", "a=b c=d", "päss wörd→",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7\nq83vAAAA\n-----END RSA PRIVATE KEY-----", "first line\nsecond \"line\"\nthird line", "#not a comment",
    ];

    // Each says how a secret may stand in a file; {0} is the secret as it is, {1} encoded for double quotes, {2} for single quotes.
    private static readonly string[] Quoted = ["API_TOKEN=\"{1}\"", "export Db_Password='{2}'", "X_SECRET+=\"{1}\"", "SSH_KEY=pre\"{1}\"post # note", "DATABASE_DSN=\"a{1}"];

    [Theory]
    [InlineData("GITEA_TOKEN=\"abc\"", "GITEA_TOKEN=<secret>")]
    [InlineData("export db_passwd='a b'", "export db_passwd=<secret>")]
    [InlineData("# OLD_API_KEY=abc", "# OLD_API_KEY=<secret>")]
    [InlineData("COOKIE=\"one\ntwo\"\nA=\"b\"", "COOKIE=<secret>\nA=\"b\"")]
    [InlineData("A=\"x\ny\"\nSENTRY_DSN=z", "A=\"x\ny\"\nSENTRY_DSN=<secret>")]
    [InlineData("SSH_PASSPHRASE=a\\\nb\nA=1", "SSH_PASSPHRASE=<secret>\nA=1")]
    [InlineData("AUTH=\"never closed\nA=1", "AUTH=<secret>")]
    [InlineData("REPOSITORY=\"https://me:secret@host/x\"", "REPOSITORY=\"https://<secret>@host/x\"")]
    [InlineData("URL=postgres://u:p@ss/w@db/x", "URL=postgres://<secret>@db/x")]
    [InlineData("MOSAIC_AGENT_COMMAND=\"claude --api-key 1234 --verbose\"", "MOSAIC_AGENT_COMMAND=\"claude --api-key <secret> --verbose\"")]
    [InlineData("NOTE=\"see sk-ant-api03-abcdef now\"", "NOTE=\"see <secret> now\"")]
    [InlineData("NOTE=\"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\"", "NOTE=\"<secret>\"")]
    [InlineData("NOTE=\"5f4dcc3b5aa765d61d8327deb882cf99\"", "NOTE=\"<secret>\"")]
    public void In_an_env_file(string text, string masked) => SecretMask.Hide("~/canary.env", text, text).Before.ShouldBe(masked);

    [Theory]
    [InlineData("MOSAIC_AGENT_COMMAND=\"mosaic yolo claude\"\nMOSAIC_AGENT_RESET_COMMAND=\"/clear\"")]
    [InlineData("PATH=\"/home/somebody/.nvm/versions/node/v22.11.0/bin:/usr/local/bin\"\nLANG=\"C.UTF-8\"")]
    [InlineData("# Values of the agent. Made from roster.yaml; edit that file, or mosaic-tmux-holder.service")]
    [InlineData("EDITOR=vim\nPWD=/home/me\nGIT_AUTHOR_NAME=me")]
    public void And_what_is_none_can_be_read(string text) => SecretMask.Hide("~/canary.env", text, text).Before.ShouldBe(text);

    [Fact]
    public void Every_artifact_of_ours_can_be_read()
    {
        using var installation = new Installation();
        installation.Run("usc-software-factory");

        foreach (var file in Directory.EnumerateFiles((installation.Home / ".config").Value, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            SecretMask.Hide(file, text, text).Before.ShouldBe(text, file);
        }
    }

    [Fact]
    public void In_yaml_with_all_the_lines_of_a_value() =>
        SecretMask.Hide("roster.yaml", "env:\n  API_TOKEN: |\n    one\n\n    two\n  B: c\n", "").Before.ShouldBe("env:\n  API_TOKEN: <secret, old>\n  B: c\n");

    [Fact]
    public void And_a_change_of_one_is_still_seen()
    {
        var (before, after) = SecretMask.Hide("a.env", "A_TOKEN=one\nB_TOKEN=same\n", "A_TOKEN=another\nB_TOKEN=same\n");

        before.ShouldBe("A_TOKEN=<secret, old>\nB_TOKEN=<secret>\n");
        after.ShouldBe("A_TOKEN=<secret, new>\nB_TOKEN=<secret>\n");
    }

    [Fact]
    public void And_two_that_change_places_are_seen_to()
    {
        var (before, after) = SecretMask.Hide("a.env", "A_TOKEN=one\nB_TOKEN=two\n", "A_TOKEN=two\nB_TOKEN=one\n");

        before.ShouldBe("A_TOKEN=<secret>\nB_TOKEN=<secret 2>\n");
        after.ShouldBe("A_TOKEN=<secret 2>\nB_TOKEN=<secret>\n");
    }

    [Fact]
    public void Wherever_the_value_stands_again() =>
        SecretMask.Hide("a.env", "A_TOKEN=hunter22\n", "NOTE=\"it is hunter22, mind\"\n").After.ShouldNotContain("hunter22");

    [Fact]
    public void However_they_are_placed() => Prop.ForAll(Placements(), placement =>
    {
        var (before, after) = SecretMask.Hide("agent.env", placement.Before, placement.After);

        return placement.Secrets.All(line => !before.Contains(line, StringComparison.Ordinal) && !after.Contains(line, StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(string Before, string After, string[] Secrets)> Placements()
    {
        var harmless = Gen.Elements("A=\"b\"", "# words", "MOSAIC_AGENT_COMMAND=\"bash -i\"", "", "B='x\ny'", "C=1 # it is so");
        var placed =
            from form in Gen.Elements(Quoted)
            from secret in Gen.Elements(SecretTexts)
            select (Text: Place(form, secret), Lines: Lines(Encoded(form, secret)));
        return Arb.From(
            from before in Gen.ListOf(harmless)
            from first in placed
            from between in Gen.ListOf(harmless)
            from second in placed
            select (
                Before: string.Join('\n', [.. before, first.Text, .. between, second.Text]),
                After: string.Join('\n', [second.Text, .. before, .. between, first.Text]),
                Secrets: first.Lines.Concat(second.Lines).ToArray()));
    }

    private static string Place(string form, string secret) => form.Replace("{1}", InDoubleQuotes(secret), StringComparison.Ordinal).Replace("{2}", InSingleQuotes(secret), StringComparison.Ordinal);

    private static string Encoded(string form, string secret) => form.Contains("{1}", StringComparison.Ordinal) ? InDoubleQuotes(secret) : InSingleQuotes(secret);

    // The markers of the mask are no secret of anybody's.
    private static string[] Lines(string secret) => [.. secret.Split('\n').Where(line => line != "<secret>")];

    private static string InDoubleQuotes(string text) =>
        string.Concat(text.Select(character => character is '\\' or '"' or '$' or '`' ? $"\\{character}" : $"{character}"));

    private static string InSingleQuotes(string text) => text.Replace("'", "'\\''", StringComparison.Ordinal);
}
