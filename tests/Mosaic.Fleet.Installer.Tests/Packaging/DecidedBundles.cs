using Mosaic.Fleet.Installer.Tests.Planning;
using Shouldly;

namespace Mosaic.Fleet.Installer.Tests.Packaging;

/// <summary>A bundle for each version of the file that <c>tests/decisions.table</c> is about, and the home directory that each of them leaves.</summary>
public sealed class DecidedBundles : IDisposable
{
    /// <summary>Makes them, and runs each once.</summary>
    public DecidedBundles()
    {
        File = new DecidedFile(Bundles.Installation, Bundles.Path);
        foreach (var (version, name) in new[] { ("B", "B"), ("A", "A"), ("-", "none") })
        {
            SmallBundle.Write(Bundles.Installation, Bundles.Path / $"{name}.sh", DecidedFile.Roster(version));
            Bundles.Install("dash", $"{name}.sh").ExitCode.ShouldBe(0);
            if (version != "-")
            {
                File.Learn(version);
            }

            Bundles.Save($"home-{name}");
        }
    }

    /// <summary>Where they are: <c>A.sh</c>, <c>B.sh</c> and <c>none.sh</c>, <c>home-A</c> and so on.</summary>
    internal BundleFolder Bundles { get; } = new();

    /// <summary>The file.</summary>
    internal DecidedFile File { get; }

    public void Dispose() => Bundles.Dispose();
}
