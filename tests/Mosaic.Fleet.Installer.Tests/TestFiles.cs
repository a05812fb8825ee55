namespace Mosaic.Fleet.Installer.Tests;

/// <summary>Files of the repository that tests read where they stand.</summary>
internal static class TestFiles
{
    /// <summary>A folder of the repository.</summary>
    /// <param name="path">Its path from the repository's top.</param>
    public static string Folder(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Mosaic.Fleet.Installer.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("the tests run outside the repository");
        }

        return Path.Combine(folder.FullName, path);
    }
}
