using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Mosaic.Fleet.Installer.EndToEndTests.Encoders;

/// <summary>Texts made to be misread: batches of them, since each batch costs a process or a unit.</summary>
internal static class HostileTexts
{
    private static readonly string[] Pieces =
    [
        "a", "word", "0", " ", "  ", "\t", "\n", "\r", "\r\n", "\v", "\f", "\x01", "\x1b", "\x7f", "\x1b[201~",
        "'", "\"", "`", "\\", "\\\\", "\\\n", "\\n", "\\x00", "\\\"", "$", "$$", "$HOME", "${HOME}", "$(id)", "`id`", "$'\\n'",
        "%", "%%", "%h", "%i", "%n", "%%h", "!", "!!", "#", ";", " ; ", "&", "|", "<", ">", "(", ")", "{", "}", "*", "?", "[a]", "~", "~/",
        "=", ":", "@", "+", "-", "--", "-n", "-e", "é", "ß", "漢字", "😀", "👩‍💻", "\u0085", "\u00a0", "\u2028", "\u202e", "\ufeff", "\U0010FFFD",
    ];

    private static readonly Gen<string> Text = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    private static readonly Gen<string> LongText =
        Text.Where(text => text.Length > 0).Select(text => string.Concat(Enumerable.Repeat(text, 100_000 / text.Length)));

    /// <summary>Every piece by itself first and last in a text, alone, and one text of about 100,000 bytes or more.</summary>
    public static IEnumerable<string> Known =>
        ["", .. Pieces, .. Pieces.Select(piece => piece + "x"), .. Pieces.Select(piece => "x" + piece), new string('x', 100_000)];

    /// <summary>Checks a promise with the known texts, then with three batches of random ones, twenty with MOSAIC_SOAK=1, as <c>tests/soak.sh</c> sets it.</summary>
    /// <param name="suitable">Which texts the promise is about.</param>
    /// <param name="promise">Throws when it is broken for any text of the batch.</param>
    public static void ShouldAll(Func<string, bool> suitable, Action<string[]> promise)
    {
        var batches = Environment.GetEnvironmentVariable("MOSAIC_SOAK") == "1" ? 20 : 3;
        promise([.. Known.Where(suitable)]);

        var text = Gen.Frequency((60, Text), (1, LongText)).Where(suitable);
        Prop.ForAll(Arb.From(text.ArrayOf(60), EachAlone), promise).Check(Config.QuickThrowOnFailure.WithMaxTest(batches).WithQuietOnSuccess(true));
    }

    /// <summary>Compares one by one, so that a failure shows the one text that was misread.</summary>
    public static void ShouldHaveArrived(IReadOnlyList<string> seen, IReadOnlyList<string> sent)
    {
        foreach ((string seenText, string sentText) in seen.Zip(sent))
        {
            seenText.ShouldBe(sentText);
        }

        seen.Count.ShouldBe(sent.Count);
    }

    private static IEnumerable<string[]> EachAlone(string[] batch) =>
        batch.Length > 1 ? batch.Select(text => new[] { text }) : [];
}
