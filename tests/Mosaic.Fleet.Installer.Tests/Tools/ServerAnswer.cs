namespace Mosaic.Fleet.Installer.Tests.Tools;

/// <summary>What a server answers.</summary>
/// <param name="Status">The status of HTTP; 0 to close the connection without a word.</param>
/// <param name="Body">The body.</param>
internal sealed record ServerAnswer(int Status, string Body = "")
{
    /// <summary>Closes the connection without a word.</summary>
    public static ServerAnswer Cut { get; } = new(0);

    /// <summary>Never answers.</summary>
    public static ServerAnswer Silent { get; } = new(0) { IsSilent = true };

    /// <summary>Whether it never comes.</summary>
    public bool IsSilent { get; init; }

    /// <summary>How many bytes of the body are announced and never come.</summary>
    public int Missing { get; init; }

    /// <summary>A line more of the head, with its end.</summary>
    public string Header { get; init; } = "";
}
