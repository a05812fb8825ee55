using System.Text;
using Mosaic.Fleet.Installer.Diagnostics;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Diagnostics;

public sealed class Bytes_become_text
{
    [Fact]
    public void That_is_utf8() => Decode("model_hint: Größe 😀\r\n\t# ok\n"u8).ShouldBe("model_hint: Größe 😀\r\n\t# ok\n");

    [Fact]
    public void Without_its_byte_order_mark() => Decode([0xEF, 0xBB, 0xBF, .. "version: 1"u8]).ShouldBe("version: 1");

    [Fact]
    public void Of_nothing() => Decode([]).ShouldBe("");

    [Fact]
    public void Of_eight_mebibytes_and_not_a_byte_more()
    {
        var bytes = new byte[SourceTextDecoder.MaximumBytes + 1];
        bytes.AsSpan().Fill((byte)' ');

        Decode(bytes.AsSpan(1)).Length.ShouldBe(SourceTextDecoder.MaximumBytes);
        Decode(bytes).ShouldBe("r:1:1: error MFI001: the file is larger than 8 MiB");
    }

    [Theory]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16BE", "UTF-16")]
    [InlineData("utf-32", "UTF-32")]
    [InlineData("utf-32BE", "UTF-32")]
    public void But_not_of_another_encoding_with_or_without_a_byte_order_mark(string encoding, string name)
    {
        var writer = Encoding.GetEncoding(encoding);
        var bytes = writer.GetBytes("version: 1\n");

        Decode(bytes).ShouldBe($"r:1:1: error MFI002: the file is {name}; UTF-8 is read");
        Decode([.. writer.GetPreamble(), .. bytes]).ShouldBe($"r:1:1: error MFI002: the file is {name}; UTF-8 is read");
    }

    [Fact]
    public void But_not_of_latin1_and_the_place_is_said() =>
        Decode([.. "version: 1\nclass: Gr"u8, 0xF6, .. "sse\n"u8]).ShouldBe("r:2:10: error MFI003: the byte 0xF6 is not valid UTF-8");

    [Fact]
    public void But_not_of_a_character_cut_in_two() => Decode([.. "a: "u8, 0xF0, 0x9F]).ShouldBe("r:1:4: error MFI003: the byte 0xF0 is not valid UTF-8");

    [Theory]
    [InlineData("a: \0", "r:1:4: error MFI004: the file contains a NUL, a character that no text needs")]
    [InlineData("a:\n  \u001B[31m", "r:2:3: error MFI004: the file contains U+001B, a character that no text needs")]
    [InlineData("a: \u2028b", "r:1:4: error MFI004: the file contains U+2028, a character that no text needs")]
    [InlineData("a: \u202Eb", "r:1:4: error MFI004: the file contains U+202E, a character that no text needs")]
    public void But_not_with_control_characters(string text, string said) => Decode(Encoding.UTF8.GetBytes(text)).ShouldBe(said);

    [Fact]
    public void But_not_of_a_program() => Decode(File.ReadAllBytes(Environment.ProcessPath!)).ShouldStartWith("r:1:");

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        var decoded = SourceTextDecoder.Decode("r", bytes);
        return decoded.Source?.Text ?? DiagnosticFormatter.Format(decoded.Diagnostics.ShouldHaveSingleItem()).Split('\n')[0];
    }
}
