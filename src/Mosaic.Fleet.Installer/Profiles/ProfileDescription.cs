namespace Mosaic.Fleet.Installer.Profiles;

/// <summary>What a profile says of itself.</summary>
internal static class ProfileDescription
{
    // A comment that is for editors.
    private const string Schema = "yaml-language-server:";

    /// <summary>The first line of the comment that it begins with; null when it begins otherwise.</summary>
    /// <param name="text">The profile's text.</param>
    public static string? Of(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var words = line.Trim().TrimStart('#').Trim();
            if (!line.TrimStart().StartsWith('#') && !words.IsEmpty)
            {
                return null;
            }

            if (!words.IsEmpty && !words.StartsWith(Schema, StringComparison.Ordinal))
            {
                return words.ToString();
            }
        }

        return null;
    }
}
