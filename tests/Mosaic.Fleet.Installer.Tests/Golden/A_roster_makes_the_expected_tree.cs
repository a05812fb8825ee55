using System.Runtime.CompilerServices;
using Mosaic.Fleet.Installer.Layout;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Golden;

/// <summary>
/// A case is a folder: <c>tree</c> lists the mode and path of every file that is made, <c>expected</c> holds those whose
/// content depends on the roster. After a change that is meant, <c>MOSAIC_ACCEPT=1 tests/run.sh -class
/// '*expected_tree'</c> writes them anew; read the diff.
/// </summary>
public sealed class A_roster_makes_the_expected_tree
{
    // The one file that depends on the host, and the one that is the same for all and has tests of its own.
    private static readonly string[] Others = ["mosaic/fleet/host.env", "mosaic/fleet/roster.schema.json"];

    private static readonly bool Accepts = Environment.GetEnvironmentVariable("MOSAIC_ACCEPT") == "1";

    [Theory]
    [InlineData("minimal")]
    [InlineData("local-factory")]
    [InlineData("usc-software-factory")]
    public void For_each_profile(string profile)
    {
        using var installation = new Installation();
        installation.Run(profile);

        CompareTree(installation, profile);
    }

    [Fact]
    public void For_a_roster_that_says_every_key()
    {
        using var installation = new Installation();
        installation.Install(File.ReadAllText(Path.Join(ThisFolder(), "every-key", "roster.yaml")));

        CompareTree(installation, "every-key");
    }

    [Fact]
    public void And_the_commands_are_the_same_for_every_roster()
    {
        using var small = new Installation();
        using var large = new Installation();
        small.Run("minimal");
        large.Run("usc-software-factory");

        var others = Tree(large);
        foreach (var (path, file) in Tree(small).Where(file => IsCommand(file.Key)))
        {
            File.ReadAllText(others[path]).ShouldBe(File.ReadAllText(file), customMessage: path);
        }
    }

    private static bool IsCommand(string path) =>
        path.Split('/') is ["mosaic", "bin" or "tools" or "share", ..];

    // The files by their place in the artifact table.
    private static SortedDictionary<string, string> Tree(Installation installation)
    {
        var tree = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add("mosaic", installation.Layout.MosaicHome);
        Add("units", installation.Layout.UnitFolder);
        return tree;

        void Add(string name, AbsolutePath folder)
        {
            foreach (var file in Directory.EnumerateFiles(folder.Value, "*", SearchOption.AllDirectories))
            {
                tree[Path.Join(name, Path.GetRelativePath(folder.Value, file))] = file;
            }
        }
    }

    private static void CompareTree(Installation installation, string name)
    {
        var tree = Tree(installation);
        var folder = Path.Join(ThisFolder(), name);
        CompareText(Path.Join(folder, "tree"), string.Concat(tree.Select(file => $"{Mode(file.Value)} {file.Key}\n")));
        CompareFiles(Path.Join(folder, "expected"), tree.Where(file => !IsCommand(file.Key) && !Others.Contains(file.Key)).ToDictionary());
    }

    private static void CompareFiles(string folder, Dictionary<string, string> files)
    {
        if (Accepts && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var (path, file) in files)
        {
            CompareText(Path.Join(folder, path), File.ReadAllText(file));
        }
    }

    private static void CompareText(string file, string text)
    {
        if (Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        text.ShouldBe(File.ReadAllText(file), customMessage: file);
    }

    private static string Mode(string file) => Convert.ToString((int)File.GetUnixFileMode(file), toBase: 8).PadLeft(4, '0');

    private static string ThisFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
