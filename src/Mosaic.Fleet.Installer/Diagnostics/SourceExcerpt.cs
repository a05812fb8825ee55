namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>The line of the source that a diagnostic is about, cut to what a terminal shows.</summary>
/// <param name="Text">The line or the middle of a long one; every control character is replaced, so that it is safe to print.</param>
/// <param name="CaretStart">Index in <paramref name="Text"/> of the first marked character.</param>
/// <param name="CaretLength">How many characters are marked, at least 1.</param>
internal sealed record SourceExcerpt(string Text, int CaretStart, int CaretLength)
{
    private const int MaximumWidth = 120;

    /// <summary>The excerpt that shows a piece of a text; only its first line when it has several.</summary>
    /// <param name="span">The piece to mark.</param>
    public static SourceExcerpt Of(SourceSpan span)
    {
        var (lineStart, lineEnd) = span.Source.LineBounds(span.Start);
        var start = Math.Max(lineStart, Math.Min(span.Start - (MaximumWidth / 2), lineEnd - MaximumWidth));
        var end = Math.Min(lineEnd, start + MaximumWidth);
        var text = string.Create(end - start, (span.Source.Text, start), static (line, state) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = Printable(state.Text[state.start + i]);
            }
        });
        return new SourceExcerpt(text, span.Start - start, Math.Clamp(span.Length, 1, Math.Max(1, end - span.Start)));
    }

    // A tab becomes one visible character, so that it is seen and the caret stays under its token.
    private static char Printable(char character) => character switch
    {
        '\t' => '→',
        _ when ControlCharacter.IsControl(character) => '\uFFFD',
        _ => character,
    };
}
