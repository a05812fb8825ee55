namespace Scriban.Parsing;

/// <summary>A place in a template that the lexers move along together.</summary>
internal sealed class Cursor(SourceText source)
{
    /// <summary>The characters already read.</summary>
    public int Offset { get; set; }

    /// <summary>Whether everything has been read.</summary>
    public bool AtEnd => Offset >= source.Text.Length;

    /// <summary>The next character, or NUL at the end.</summary>
    public char Current => Peek(0);

    /// <summary>The character at a distance from the next one, or NUL after the end.</summary>
    public char Peek(int distance) => Offset + distance < source.Text.Length ? source.Text[Offset + distance] : '\0';

    /// <summary>Whether the text goes on with <paramref name="expected"/>.</summary>
    public bool StartsWith(string expected) => string.CompareOrdinal(source.Text, Offset, expected, 0, expected.Length) == 0;

    /// <summary>The characters from <paramref name="start"/> up to here.</summary>
    public string TextFrom(int start) => source.Text[start..Offset];

    /// <summary>An error about the characters from <paramref name="start"/> up to here.</summary>
    public SyntaxErrorException Error(int start, string message) => new(source.Span(start, Offset), message);

    /// <summary>
    /// The length of the mark that ends a code block (<paramref name="percentSigns"/> is 0) or an escape block here, with
    /// its sign for white space: <c>}}</c>, <c>-}}</c>, <c>~}%}</c>; 0 if there is none.
    /// </summary>
    public int ExitLength(int percentSigns)
    {
        var length = Current is '-' or '~' ? 1 : 0;
        if (Peek(length++) != '}')
        {
            return 0;
        }

        for (var sign = 0; sign < percentSigns; sign++)
        {
            if (Peek(length++) != '%')
            {
                return 0;
            }
        }

        return Peek(length++) == '}' ? length : 0;
    }
}
