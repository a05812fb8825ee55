namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>The colours of a terminal, as sequences of ECMA-48 (SGR); empty for none.</summary>
internal static class TerminalColour
{
    /// <summary>What comes, and what is well.</summary>
    public const string Green = "\e[32m";

    /// <summary>What changes, and what should be looked at.</summary>
    public const string Yellow = "\e[33m";

    /// <summary>What goes, and what is wrong.</summary>
    public const string Red = "\e[31m";

    /// <summary>What stays because the user wanted it so.</summary>
    public const string Cyan = "\e[36m";

    /// <summary>What is said besides.</summary>
    public const string Dim = "\e[2m";

    /// <summary>What is to be seen first.</summary>
    public const string Bold = "\e[1m";

    /// <summary>Text in a colour, if it is to have one.</summary>
    /// <param name="text">The text; blanks that align it included.</param>
    /// <param name="sequence">One of these colours.</param>
    /// <param name="colour">Whether the terminal is to show it.</param>
    public static string Paint(string text, string sequence, bool colour) =>
        colour && text.Length > 0 && sequence.Length > 0 ? $"{sequence}{text}\e[0m" : text;
}
