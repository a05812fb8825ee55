namespace Scriban.Parsing;

/// <summary>The text of a template and the places in it.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        for (var offset = 0; offset < text.Length; offset++)
        {
            if (text[offset] == '\n' || (text[offset] == '\r' && (offset + 1 == text.Length || text[offset + 1] != '\n')))
            {
                _lineStarts.Add(offset + 1);
            }
        }
    }

    /// <summary>What the template is called.</summary>
    public string Path { get; }

    /// <summary>The template.</summary>
    public string Text { get; }

    /// <summary>The stretch from <paramref name="start"/> up to and without <paramref name="end"/>.</summary>
    public SourceSpan Span(int start, int end) => new(Path, PositionAt(start), PositionAt(Math.Max(start, end - 1)));

    private TextPosition PositionAt(int offset)
    {
        var line = _lineStarts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return new TextPosition(offset, line, offset - _lineStarts[line]);
    }
}
