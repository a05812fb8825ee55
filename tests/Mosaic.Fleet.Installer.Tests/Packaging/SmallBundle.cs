using System.Text;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Packaging;

namespace Mosaic.Fleet.Installer.Tests.Packaging;

/// <summary>A bundle with the files of agents, units and little else, so that a test can run it many times.</summary>
internal static class SmallBundle
{
    private const string Describe = ".config/mosaic/tools/fleet/describe-host.sh";

    private static readonly string[] Kept = ["/agents/", "/roster.yaml", "/agents.table", "/mosaic-fleet.target", "/50-roster.conf"];

    // What the real one prints depends on the host, and costs a login shell.
    private const string Description = "printf '%s\\n' 'PATH=\"/usr/bin:/bin\"' 'LANG=\"C.UTF-8\"' 'TMUX_TMPDIR=\"/tmp\"'\n";

    /// <summary>Writes the bundle of a roster.</summary>
    /// <param name="installation">Where its templates would lie.</param>
    /// <param name="file">The bundle.</param>
    /// <param name="roster">The text of the roster.</param>
    /// <param name="day">On which day of 2026 it was made; a later one is newer.</param>
    /// <param name="more">Scripts that it has besides: paths below the home directory, and texts.</param>
    public static void Write(Installation installation, AbsolutePath file, string roster, int day = 1, IEnumerable<(string Path, string Text)>? more = null)
    {
        File.WriteAllText($"{file}.yaml", roster);
        var fleet = PackagePipeline.Run(new PackageRequest { Variables = installation.Variables, Roster = AbsolutePath.From($"{file}.yaml") });
        var files = fleet.Tree.Files.Where(one => Kept.Any(part => one.Path.Contains(part, StringComparison.Ordinal)));
        File.WriteAllBytes(file.Value, Bundle.Make(
            fleet with { Tree = fleet.Tree with { Files = [.. files, .. (more ?? []).Select(one => Script(one.Path, one.Text)), Script(Describe, Description), Script(".config/mosaic/bin/mosaic-fleet", "#!/bin/sh\necho \"$*\" >>\"$HOME/said\"\n")] } },
            new BundleStamp("0.1.0", new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero))));
    }

    private static PackagedFile Script(string path, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        return new PackagedFile(path, (UnixFileMode)0b111_101_101, content, InstalledFiles.Hash(content));
    }
}
