using System.Security.Cryptography;
using Mosaic.Fleet.Installer.EndToEndTests.Documents;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Packages;

/// <summary>Builds the last commit twice, which takes minutes: <c>tests/soak.sh</c> has it done.</summary>
public sealed class Two_builds_of_a_commit_are_the_same_bytes : IDisposable
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(15);

    private readonly string _folder = Directory.CreateTempSubdirectory("mosaic-builds-").FullName;

    [Fact(Explicit = true)]
    public void Whatever_the_folder_the_time_zone_the_locale_and_the_umask()
    {
        var first = Pack("one", "TZ=UTC", "LC_ALL=C", "022");
        var second = Pack("another folder/two", "TZ=Asia/Tokyo", "LC_ALL=C.UTF-8", "077");

        first.Count.ShouldBe(3);
        second.ShouldBe(first);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The packages by their names, with the hashes of their bytes.
    private SortedDictionary<string, string> Pack(string name, string timeZone, string locale, string umask)
    {
        var clone = Path.Combine(_folder, name);
        var feed = Path.Combine(clone, "artifacts");
        Command.Run(
            [
                "env", timeZone, locale, "MSBUILDDISABLENODEREUSE=1", "bash", "-c",
                """
                set -euo pipefail
                umask "$3"
                git clone --quiet "$1" "$2"
                dotnet pack "$2/src/Mosaic.Fleet.Installer" --configuration Release --output "$2/artifacts" \
                  --verbosity quiet -nologo -p:RunAnalyzers=false -p:UseSharedCompilation=false
                """,
                "pack", Checkout.Folder, clone, umask,
            ],
            string.Empty,
            BuildLimit).ShouldExit(0);
        var packages = Directory.GetFiles(feed, "*.nupkg").ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
        return new SortedDictionary<string, string>(packages, StringComparer.Ordinal);
    }
}
