namespace Mosaic.Fleet.Installer.Reporting.Secrets;

/// <summary>Finds the secrets among the assignments of an env file, as bash reads them, commented ones too.</summary>
internal static class EnvironmentSecrets
{
    private const string Export = "export ";

    /// <summary>The values of variables whose names suggest a secret, over all their lines.</summary>
    public static IEnumerable<SecretSpan> Find(string text)
    {
        // Every line may be an assignment, one within quotes too: a quote that is never closed must not hide those below it.
        for (int position = 0, lineEnd; position < text.Length; position = lineEnd + 1)
        {
            lineEnd = EndOfLine(text, position);
            var start = position;
            while (start < lineEnd && text[start] is ' ' or '\t' or '#')
            {
                start++;
            }

            var isComment = text.AsSpan(position, start - position).Contains('#');
            if (string.CompareOrdinal(text, start, Export, 0, Export.Length) == 0)
            {
                start += Export.Length;
            }

            var equals = text.IndexOf('=', start, Math.Max(0, lineEnd - start));
            if (equals >= 0 && SecretNames.Suggests(text[start..equals].TrimEnd('+', ' ')))
            {
                yield return new SecretSpan(equals + 1, isComment ? lineEnd : EndOfValue(text, equals + 1));
            }
        }
    }

    // Where the line ends on which the value ends: behind a closing quote there may stand more of it. A quote that nothing closes goes on to the end.
    private static int EndOfValue(string text, int start)
    {
        var quote = '\0';
        var position = start;
        for (; position < text.Length; position++)
        {
            var character = text[position];
            if (character == '\\' && quote != '\'')
            {
                position++;
            }
            else if (quote == '\0' && character == '\n')
            {
                return position;
            }
            else if (quote == '\0' && character is '"' or '\'')
            {
                quote = character;
            }
            else if (character == quote)
            {
                quote = '\0';
            }
        }

        return text.Length;
    }

    private static int EndOfLine(string text, int start) => text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;
}
