namespace Scriban.Parsing;

/// <summary>A place in a text.</summary>
/// <param name="Offset">The UTF-16 code units before it.</param>
/// <param name="Line">Its line, counted from 0.</param>
/// <param name="Column">Its place in the line in UTF-16 code units, counted from 0.</param>
public readonly record struct TextPosition(int Offset, int Line, int Column)
{
    /// <summary>Line and column as people count them, from 1, such as <c>2,7</c>.</summary>
    public string ToStringSimple() => $"{Line + 1},{Column + 1}";
}
