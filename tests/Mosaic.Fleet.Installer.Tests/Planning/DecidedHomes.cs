namespace Mosaic.Fleet.Installer.Tests.Planning;

/// <summary>A host on which the file that <c>tests/decisions.table</c> is about was installed, or was installed and taken away again.</summary>
public sealed class DecidedHomes : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Makes both once; each row begins with one of them.</summary>
    public DecidedHomes()
    {
        File = new DecidedFile(Installation, _folder.Path);
        foreach (var version in new[] { "B", "A", "-" })
        {
            Installation.Install(DecidedFile.Roster(version));
            if (version != "-")
            {
                File.Learn(version);
            }

            Installation.SaveTo(_folder.Path / Name(version));
        }
    }

    /// <summary>The host.</summary>
    internal Installation Installation { get; } = new();

    /// <summary>The file.</summary>
    internal DecidedFile File { get; }

    public void Dispose()
    {
        _folder.Dispose();
        Installation.Dispose();
    }

    /// <summary>Takes the host back to where the tool had last written this version of the file.</summary>
    /// <param name="wrote">A word of the table's first column.</param>
    internal void Restore(string wrote)
    {
        Installation.RestoreFrom(_folder.Path / Name(wrote.Split('/')[0]));
        if (wrote == "A/0640")
        {
            File.OpenForGroup();
        }
    }

    private static string Name(string version) => version == "-" ? "home-none" : $"home-{version}";
}
