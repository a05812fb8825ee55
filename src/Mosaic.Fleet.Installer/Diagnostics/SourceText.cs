namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>A text that a person wrote, with the name that messages give it.</summary>
/// <param name="name">The file as the person named it, or <c>-</c> for standard input.</param>
/// <param name="text">The whole text, without a byte order mark.</param>
internal sealed class SourceText(string name, string text)
{
    // Made when the first location is asked for: most texts have no problem.
    private int[]? _lineStarts;

    /// <summary>The file as the person named it.</summary>
    public string Name { get; } = name;

    /// <summary>The whole text.</summary>
    public string Text { get; } = text;

    /// <summary>A piece of this text.</summary>
    /// <param name="start">Index of its first character; clipped to the text.</param>
    /// <param name="length">Its length in UTF-16 code units; clipped to the text.</param>
    public SourceSpan Span(long start, long length)
    {
        var from = (int)Math.Clamp(start, 0, Text.Length);
        return new SourceSpan(this, from, (int)Math.Clamp(length, 0, Text.Length - from));
    }

    /// <summary>The line and column of a character.</summary>
    /// <param name="index">Index of the character, 0 to the text's length.</param>
    public SourceLocation LocationOf(int index)
    {
        var line = LineOf(index);
        return new SourceLocation(Name, line + 1, index - LineStarts[line] + 1);
    }

    /// <summary>Where the line that holds a character begins and ends, its line break left out.</summary>
    /// <param name="index">Index of the character, 0 to the text's length.</param>
    public (int Start, int End) LineBounds(int index)
    {
        var line = LineOf(index);
        var start = LineStarts[line];
        var next = line + 1 < LineStarts.Length ? LineStarts[line + 1] : Text.Length;
        return (start, start + Text.AsSpan(start, next - start).TrimEnd("\r\n").Length);
    }

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Text);

    private int LineOf(int index)
    {
        var found = Array.BinarySearch(LineStarts, index);
        return found >= 0 ? found : ~found - 1;
    }

    // LF, CR LF and CR end a line, as in YAML 1.2, section 5.4.
    private static int[] FindLineStarts(string text)
    {
        List<int> starts = [0];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
