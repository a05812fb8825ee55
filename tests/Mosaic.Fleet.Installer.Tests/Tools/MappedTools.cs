namespace Mosaic.Fleet.Installer.Tests.Tools;

/// <summary>The tools of a roster that maps owners to logins.</summary>
public sealed class MappedTools : IDisposable
{
    /// <summary>Installs them.</summary>
    public MappedTools() => Tools.Install("gitea: { logins: { other: first, Usc: mapped } }");

    /// <summary>The tools.</summary>
    internal InstalledTools Tools { get; } = new();

    /// <inheritdoc/>
    public void Dispose() => Tools.Dispose();
}
