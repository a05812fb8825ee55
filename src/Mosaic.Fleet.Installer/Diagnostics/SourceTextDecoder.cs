using System.Text;
using System.Text.Unicode;

namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>Turns the bytes of a file into text: UTF-8, with or without a byte order mark, and no control characters.</summary>
internal static class SourceTextDecoder
{
    /// <summary>The largest file that is read, in bytes: 8 MiB. A caller need not read more than one byte beyond it.</summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

    /// <summary>Decodes a file.</summary>
    /// <param name="name">The file as the person named it, or <c>-</c> for standard input.</param>
    /// <param name="bytes">Its content, or the first <see cref="MaximumBytes"/> + 1 bytes of it.</param>
    public static DecodedText Decode(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaximumBytes)
        {
            return Refused(TextDiagnostics.TooLarge(name));
        }

        if (OtherEncoding(bytes) is { } encoding)
        {
            return Refused(TextDiagnostics.OtherEncoding(name, encoding));
        }

        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        if (!Utf8.IsValid(text))
        {
            return Refused(FirstInvalidByte(name, text));
        }

        var source = new SourceText(name, Encoding.UTF8.GetString(text));
        var control = ControlCharacter.FindExceptLayout(source.Text);
        return control < 0 ? new DecodedText(source, []) : Refused(TextDiagnostics.ControlCharacter(source.Span(control, 1)));
    }

    // A byte order mark says it; without one, the zero byte beside the first letter does (YAML 1.2, section 5.2).
    private static string? OtherEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] or [not 0, 0, 0, 0, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] or [not 0, 0, not 0, 0, ..] => "UTF-16",
        _ => null,
    };

    private static Diagnostic FirstInvalidByte(string name, ReadOnlySpan<byte> text)
    {
        var characters = new char[text.Length];
        _ = Utf8.ToUtf16(text, characters, out var read, out var written, replaceInvalidSequences: false);
        var valid = new SourceText(name, new string(characters, 0, written));
        return TextDiagnostics.InvalidUtf8(valid.Span(written, 0), text[read]);
    }

    private static DecodedText Refused(Diagnostic diagnostic) => new(null, [diagnostic]);
}
