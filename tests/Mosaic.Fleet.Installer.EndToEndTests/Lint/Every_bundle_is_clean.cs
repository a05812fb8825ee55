using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Mosaic.Fleet.Installer.Packaging;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Lint;

public sealed class Every_bundle_is_clean
{
    [Theory]
    [InlineData("dash", "-n")]
    [InlineData("shellcheck", "-s", "sh")]
    [InlineData("shfmt", "-i", "2", "-ci", "-ln", "posix", "-d")]
    public void Under(params string[] check)
    {
        Prerequisite.Program(check[0]);
        var file = Path.GetTempFileName();
        try
        {
            // The program; what it carries is looked at where it is generated.
            var fleet = PackagePipeline.Run(new PackageRequest { Variables = new Dictionary<string, string>(), Profile = "minimal" });
            var roster = fleet.Tree.Files.Where(one => one.Path.EndsWith("/roster.yaml", StringComparison.Ordinal));
            File.WriteAllBytes(file, Bundle.Make(fleet with { Tree = fleet.Tree with { Files = [.. roster] } }, new BundleStamp("0.1.0", DateTimeOffset.UnixEpoch)));

            var result = Command.Run([.. check, file], string.Empty, Host.Limit).ShouldExit(0);
            (result.Output + result.Error).ShouldBeEmpty();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
