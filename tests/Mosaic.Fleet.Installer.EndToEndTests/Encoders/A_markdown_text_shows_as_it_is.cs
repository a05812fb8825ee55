using System.Text.Json;
using Mosaic.Fleet.Installer.EndToEndTests.Documents;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Mosaic.Fleet.Installer.Rendering.Encoding;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Encoders;

/// <summary>Read by marked, which Pi shows Markdown with.</summary>
public sealed class A_markdown_text_shows_as_it_is
{
    // Prints, for each text, what a paragraph and a cell of a table show of it; null where they hold more than plain text.
    private const string Reader = """
        import { marked } from 'marked';
        import { readFileSync } from 'node:fs';
        const plain = tokens => tokens.every(token => token.type === 'text' || token.type === 'escape') ? tokens.map(token => token.text).join('') : null;
        const paragraph = text => marked.lexer(text).map(block => block.type === 'paragraph' ? plain(block.tokens) : null).join();
        const cell = text => {
          const [table, ...more] = marked.lexer(`| a | b |\n|---|---|\n| ${text} | end |\n`);
          const [[first, second]] = table.rows;
          return more.length === 0 && table.rows.length === 1 && second.text === 'end' ? plain(first.tokens) : null;
        };
        const texts = JSON.parse(readFileSync(0, 'utf8'));
        process.stdout.write(JSON.stringify(texts.map(text => [paragraph(text), cell(text)])));
        """;

    [Fact]
    public void In_a_paragraph_and_in_a_cell_of_a_table()
    {
        Prerequisite.Program("node");
        var folder = Path.Combine(Checkout.Folder, "tests/pi");
        Prerequisite.Check(Directory.Exists(Path.Combine(folder, "node_modules/marked")), "Pi is not installed: npm ci --prefix tests/pi --omit=optional");

        // At an end, JavaScript takes a byte order mark for white space; a long line takes marked minutes.
        HostileTexts.ShouldAll(text => text.Length < 1000 && !text.Contains('\ufeff', StringComparison.Ordinal), texts =>
        {
            var result = Command.Run(
                ["sh", "-c", "cd \"$1\" && exec node --input-type=module -e \"$2\"", "sh", folder, Reader],
                JsonSerializer.Serialize(texts.Select(MarkdownEncoder.Text)),
                Host.Limit);

            result.Error.ShouldBeEmpty();
            var shown = JsonSerializer.Deserialize<string?[][]>(result.Output)!;
            string[] expected = [.. texts.Select(OnOneLine)];
            HostileTexts.ShouldHaveArrived([.. shown.Select(pair => pair[0]?.Trim() ?? "more than text")], expected);
            HostileTexts.ShouldHaveArrived([.. shown.Select(pair => pair[1]?.Trim() ?? "more than text")], expected);
        });
    }

    private static string OnOneLine(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character)).Trim();
}
