using System.Text;

namespace Mosaic.Fleet.Installer.Fuzz;

/// <summary>Makes inputs from right ones: changes of bytes, words, lines and structure, and of the encoding of the whole.</summary>
/// <param name="target">What the inputs are for.</param>
internal sealed class Mutator(IFuzzTarget target)
{
    private const int MaximumLength = 8 * 1024 * 1024;

    private static readonly Encoding[] Encodings =
        [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1];

    /// <summary>Makes one input.</summary>
    /// <param name="random">Its own source of chance.</param>
    /// <param name="number">Its number; the right inputs take turns.</param>
    public byte[] Make(Random random, int number)
    {
        var text = new StringBuilder(target.Seeds[number % target.Seeds.Count]);
        for (var edits = random.Next(1, 8); edits > 0; edits--)
        {
            Edit(text, random);
            if (text.Length > MaximumLength)
            {
                text.Length = MaximumLength;
            }
        }

        return EditBytes(Encode(text.ToString(), random), random);
    }

    private void Edit(StringBuilder text, Random random)
    {
        var place = random.Next(text.Length + 1);
        switch (random.Next(100))
        {
            case < 20:
                text.Remove(place, Math.Min(text.Length - place, random.Next(1, 40)));
                break;
            case < 45:
                text.Insert(place, Pick(target.Pieces, random));
                break;
            case < 60:
                ReplaceWord(text, place, Pick(target.Pieces, random));
                break;
            case < 70:
                text.Insert(place, text.ToString(place, Math.Min(text.Length - place, random.Next(1, 200))));
                break;
            case < 85:
                EditLines(text, random);
                break;
            case < 90:
                Splice(text, random);
                break;
            case < 95:
                Nest(text, place, random);
                break;
            case < 99:
                text.Insert(LineStart(text, place), Pick(target.Bombs, random)(random));
                break;
            default:
                Repeat(text, place, random);
                break;
        }
    }

    private static void ReplaceWord(StringBuilder text, int place, string word)
    {
        var begin = place;
        while (begin > 0 && char.IsLetterOrDigit(text[begin - 1]))
        {
            begin--;
        }

        var end = place;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        text.Remove(begin, end - begin).Insert(begin, word);
    }

    // Takes a line out, says it twice, moves it elsewhere or to another depth.
    private static void EditLines(StringBuilder text, Random random)
    {
        var lines = text.ToString().Split('\n').ToList();
        var from = random.Next(lines.Count);
        var line = lines[from];
        switch (random.Next(4))
        {
            case 0:
                lines.RemoveAt(from);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count), line);
                break;
            case 2:
                lines.RemoveAt(from);
                lines.Insert(random.Next(lines.Count + 1), line);
                break;
            default:
                lines[from] = new string(random.Next(10) == 0 ? '\t' : ' ', random.Next(10)) + line.TrimStart();
                break;
        }

        text.Clear().AppendJoin('\n', lines);
    }

    private void Splice(StringBuilder text, Random random)
    {
        var other = Pick(target.Seeds, random);
        var place = random.Next(text.Length + 1);
        text.Remove(place, text.Length - place).Append(other.AsSpan(random.Next(other.Length)));
    }

    private void Nest(StringBuilder text, int place, Random random)
    {
        var (open, close) = Pick(target.Nests, random);
        var depth = 1 << random.Next(16);
        var closes = random.Next(4) == 0 ? random.Next(depth) : depth;
        text.Insert(place, close, closes).Insert(place, open, depth);
    }

    private static void Repeat(StringBuilder text, int place, Random random)
    {
        var piece = text.ToString(place, Math.Min(text.Length - place, random.Next(1, 60)));
        text.Insert(place, piece, Math.Min(1 << random.Next(18), MaximumLength / (piece.Length + 1)));
    }

    private static byte[] Encode(string text, Random random)
    {
        switch (random.Next(20))
        {
            case 0:
                text = text.Replace("\n", "\r\n", StringComparison.Ordinal);
                break;
            case 1:
                text = text.Replace('\n', '\r');
                break;
            case 2:
                text = '\uFEFF' + text;
                break;
            default:
                break;
        }

        return (random.Next(20) == 0 ? Encodings[random.Next(Encodings.Length)] : Encoding.UTF8).GetBytes(text);
    }

    private static byte[] EditBytes(byte[] bytes, Random random)
    {
        for (var edits = random.Next(4) == 0 ? random.Next(4) : 0; edits > 0 && bytes.Length > 0; edits--)
        {
            bytes[random.Next(bytes.Length)] = (byte)(random.Next(4) == 0 ? 0 : random.Next(256));
        }

        return bytes;
    }

    private static int LineStart(StringBuilder text, int place)
    {
        while (place > 0 && text[place - 1] != '\n')
        {
            place--;
        }

        return place;
    }

    private static T Pick<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];
}
