namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The keys of one entry of <c>woodpecker.instances</c>.</summary>
internal static class InstanceKeys
{
    /// <summary><c>server</c></summary>
    public static readonly Key<string> Server = new("server", new ServerKind(),
        "The server's address, as a browser has it.")
    { IsRequired = true };

    /// <summary><c>token_file</c></summary>
    public static readonly Key<string> TokenFile = new("token_file", new PathKind("path", "~/.config/woodpecker/token"),
        "The file with your token for the server, readable by you alone (0600). Without it the token is that of WOODPECKER_TOKEN.");

    /// <summary>All of them.</summary>
    public static readonly MappingKind Kind = new("an instance", Server, TokenFile);
}
