using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.EndToEndTests.Messages;

/// <summary>Texts that something on the way could take for its own, or lose.</summary>
internal static class Texts
{
    /// <summary>Each with what must arrive of it.</summary>
    public static ImmutableArray<(string Sent, string Arrives)> All { get; } =
    [
        Same("plain words"),
        Same("'single' \"double\" `backtick` $HOME $(id) ${x} \\ \\n \\\\ a\\"),
        Same("%s %d %% ; # & | < > * ? ~ { } [ ] ( ) ^"),
        Same("-t leads with a dash"),
        Same("--help"),
        Same("# a heading"),
        Same("Größe, naïve, 日本語のテキスト, 한국어, 👩‍👩‍👧‍👦 🚀 e\u0301"),
        Same("trailing semicolon;"),
        Same("#{pane_id} #S %1 =bash:"),
        Same("Enter"),
        Same("same text twice"),
        Same("same text twice"),
        Same(Lines(5)),
        Same(Lines(40)),
        Same("first\n\n\nafter two blank lines"),
        Same("  led by blanks"),
        Same(new string('x', 4000)),
        Same(string.Join(' ', Enumerable.Range(0, 1500))),
        ("ends with line feeds\n\n\n", "ends with line feeds"),
        ("carriage\r\nreturns\r\n", "carriage\nreturns"),
        ("out of\u001b[201~ the paste\u001b[200~", "out of the paste"),
        ("bell\u0007 escape\u001b backspace\b delete\u007f end\u0004 csi\u009b1m", "bell escape backspace delete end csi1m"),
    ];

    /// <summary>Numbered lines.</summary>
    public static string Lines(int count) => string.Join('\n', Enumerable.Range(1, count).Select(number => $"line {number} of {count}"));

    /// <summary>About so many bytes in lines of 80 characters.</summary>
    public static string OfSize(int bytes) => string.Join('\n', Enumerable.Range(0, bytes / 80).Select(number => $"{number:D8} {new string('y', 70)}"));

    private static (string Sent, string Arrives) Same(string text) => (text, text);
}
