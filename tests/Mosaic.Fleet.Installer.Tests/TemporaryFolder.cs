using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Tests;

/// <summary>A folder of a test's own, gone with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public AbsolutePath Path { get; } = AbsolutePath.From(Directory.CreateTempSubdirectory("mosaic-test-").FullName);

    public void Dispose() => Directory.Delete(Path.Value, recursive: true);
}
