using System.Xml.Linq;
using Mosaic.Fleet.Installer.EndToEndTests.Documents;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Packages;

public sealed class A_package_says_what_it_is
{
    private const string Id = "Mosaic.Fleet.Installer";

    private static readonly string Version =
        XDocument.Load(Path.Combine(Checkout.Folder, "Directory.Build.props")).Descendants("Version").Single().Value;

    [Theory]
    [InlineData(Id)]
    [InlineData($"{Id}.any")]
    [InlineData($"{Id}.linux-x64")]
    public void And_whose_and_from_where(string id)
    {
        var package = Package(id);
        var metadata = package.Metadata.ToDictionary(element => element.Key, element => element.Single().Value);

        metadata["id"].ShouldBe(id);
        metadata["version"].ShouldBe(Version);
        metadata["license"].ShouldBe("MIT");
        metadata["description"].ShouldContain("YAML roster");
        metadata["tags"].Split(' ').ShouldContain("tmux");
        package.Metadata["repository"].Single().Attribute("type")!.Value.ShouldBe("git");
        new[] { metadata["readme"], metadata["icon"], "LICENSE" }.ShouldBeSubsetOf(package.Paths);
    }

    [Fact]
    public void And_whose_the_libraries_in_it_are()
    {
        var notices = File.ReadAllText(Path.Combine(Checkout.Folder, "docs/third-party/NOTICES.txt"));

        foreach (var id in new[] { $"{Id}.any", $"{Id}.linux-x64" })
        {
            var libraries = Package(id).Paths.Where(path => path.EndsWith(".dll", StringComparison.Ordinal)).Select(path => Path.GetFileNameWithoutExtension(path));
            libraries.Except(["mosaic-fleet-install", "Scriban.StandIn"]).ShouldAllBe(library => notices.Contains($"\n  {library}\n", StringComparison.Ordinal));
            Package(id).Paths.ShouldContain("third-party/NOTICES.txt");
            Package(id).Paths.ShouldContain("third-party/Apache-2.0.txt");
        }
    }

    [Fact]
    public void And_is_made_for_one_platform_or_for_all()
    {
        Package(Id).Paths.ShouldNotContain(path => path.EndsWith(".dll", StringComparison.Ordinal));
        Package($"{Id}.any").Paths.ShouldContain("tools/net10.0/any/mosaic-fleet-install.dll");
        Package($"{Id}.linux-x64").Paths.ShouldContain("tools/net10.0/linux-x64/mosaic-fleet-install");
        Directory.GetFiles(PackedTool.Feed, "*.nupkg").Length.ShouldBe(3);
    }

    private static NuGetPackage Package(string id) => new(Path.Combine(PackedTool.Feed, $"{id}.{Version}.nupkg"));
}
