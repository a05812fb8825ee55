using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Tests.Packaging;

/// <summary>Bundles, and a home directory that they are run in and that can be taken back to what it once was.</summary>
internal sealed class BundleFolder : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private readonly TemporaryFolder _folder = new();

    /// <summary>The host.</summary>
    public Installation Installation { get; } = new();

    /// <summary>Where the bundles are.</summary>
    public AbsolutePath Path => _folder.Path;

    /// <summary>Runs a command in the home directory.</summary>
    public ProgramResult Run(params string[] command) => Programs.Collect(command, Limit, Installation.Variables);

    /// <summary>Runs a bundle.</summary>
    /// <param name="shell">The shell.</param>
    /// <param name="bundle">Its name.</param>
    /// <param name="options">Its options.</param>
    public ProgramResult Install(string shell, string bundle, params string[] options) => Run([shell, (Path / bundle).Value, .. options]);

    /// <summary>Keeps the home directory as it is.</summary>
    public void Save(string name) => Installation.SaveTo(Path / name);

    /// <summary>Takes the home directory back to what it was.</summary>
    public void Restore(string name) => Installation.RestoreFrom(Path / name);

    public void Dispose()
    {
        _folder.Dispose();
        Installation.Dispose();
    }
}
