using System.Text.RegularExpressions;

namespace Mosaic.Fleet.Installer.Reporting.Secrets;

/// <summary>Finds secrets by what they look like: users in URLs, private keys, tokens of known services, random words.</summary>
internal static partial class SecretWords
{
    private const int ShortestRandomWord = 20;

    /// <summary>The words.</summary>
    public static IEnumerable<SecretSpan> Find(string text) =>
    [
        .. UserInformation(text),
        .. PrivateKey().Matches(text).Select(Span),
        .. ServiceToken().Matches(text).Select(Span),
        .. Word().Matches(text).Where(word => !word.ValueSpan.StartsWith('/') && IsRandom(word.ValueSpan)).Select(Span),
        .. PartOfPath().Matches(text).Where(word => IsRandom(word.ValueSpan)).Select(Span),
    ];

    // RFC 3986, section 3.2.1; up to the last @, since people do not always encode the characters of a password.
    private static IEnumerable<SecretSpan> UserInformation(string text)
    {
        const string Mark = "://";
        for (var start = 0; (start = text.IndexOf(Mark, start, StringComparison.Ordinal)) >= 0;)
        {
            start += Mark.Length;
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (text.LastIndexOf('@', end - 1, end - start) is >= 0 and var at)
            {
                yield return new SecretSpan(start, at);
            }
        }
    }

    // Words that people and programs choose change seldom between capital, small letter and digit; random ones at every other character.
    private static bool IsRandom(ReadOnlySpan<char> word)
    {
        int digits = 0, letters = 0, changes = 0;
        var earlier = ' ';
        foreach (var character in word)
        {
            var kind = char.IsAsciiDigit(character) ? '0' : char.IsAsciiLetterUpper(character) ? 'A' : char.IsAsciiLetterLower(character) ? 'a' : ' ';
            digits += kind == '0' ? 1 : 0;
            letters += kind is 'a' or 'A' ? 1 : 0;
            changes += kind != ' ' && earlier != ' ' && kind != earlier ? 1 : 0;
            earlier = kind;
        }

        return letters == 0 ? digits >= ShortestRandomWord
            : digits >= 1 ? changes * 5 >= digits + letters
            : changes * 5 >= 2 * (digits + letters);
    }

    private static SecretSpan Span(Match match) => new(match.Index, match.Index + match.Length);

    [GeneratedRegex("-----BEGIN[A-Z ]*PRIVATE KEY-----.*?(-----END[A-Z ]*-----|\\z)", RegexOptions.Singleline)]
    private static partial Regex PrivateKey();

    [GeneratedRegex("(?<![A-Za-z0-9])(gh[opusr]_|github_pat_|glpat-|sk-|[srp]k_(live|test)_|xox[a-z]?-|xapp-|AKIA|ASIA|AIza|ya29\\.|npm_|pypi-|hf_|dop_v1_|SG\\.|eyJ)[A-Za-z0-9_.+/=~-]{6,}")]
    private static partial Regex ServiceToken();

    [GeneratedRegex("[A-Za-z0-9_+/-]{20,}=*")]
    private static partial Regex Word();

    [GeneratedRegex("[A-Za-z0-9_+-]{20,}")]
    private static partial Regex PartOfPath();
}
