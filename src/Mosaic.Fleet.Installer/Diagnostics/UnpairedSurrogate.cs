namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>Half a character: an escape such as <c>"\uDC00"</c> can make one, and no UTF-8 can hold it.</summary>
internal static class UnpairedSurrogate
{
    /// <summary>Index of the first one in a text, -1 when there is none.</summary>
    /// <param name="text">The text.</param>
    public static int Find(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
