namespace Scriban.Parsing;

/// <summary>Comments in code: <c># up to the end of the line</c> and <c>## up to the next ##</c>; the end of the block ends both.</summary>
internal static class Comment
{
    /// <summary>Moves the cursor, which stands on <c>#</c>, behind the comment.</summary>
    public static void Skip(Cursor cursor)
    {
        cursor.Offset++;
        if (cursor.Current == '#')
        {
            cursor.Offset++;
            SkipBlock(cursor);
            return;
        }

        while (!cursor.AtEnd && cursor.ExitLength(0) == 0 && cursor.Current is not ('\r' or '\n'))
        {
            cursor.Offset++;
        }
    }

    private static void SkipBlock(Cursor cursor)
    {
        while (!cursor.AtEnd && cursor.ExitLength(0) == 0)
        {
            if (cursor.StartsWith("##"))
            {
                cursor.Offset += 2;
                return;
            }

            cursor.Offset++;
        }
    }
}
