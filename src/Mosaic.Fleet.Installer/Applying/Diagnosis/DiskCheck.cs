using System.Globalization;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>Looks at the room that is left where the fleet writes.</summary>
internal static class DiskCheck
{
    private const string Check = "disk";
    private const long Mebibyte = 1 << 20;
    private const long FewBytes = 256 * Mebibyte;
    private const long TooFewBytes = 16 * Mebibyte;
    private const long FewInodes = 10_000;
    private const long TooFewInodes = 500;

    /// <summary>A finding a file system on which folders of the fleet lie.</summary>
    public static IEnumerable<Finding> Examine(ExaminedHost host)
    {
        AbsolutePath[] folders = [host.Layout.MosaicHome, host.Layout.UnitFolder, host.Layout.StateFolder, AbsolutePath.From(host.Facts.TmuxTemporaryFolder)];
        return folders.Select(NearestThatExists).Distinct()
            .Select(folder => (Folder: folder, Answer: Probe.Ask("stat", "-f", "-c", "%i %S %a %c %d", "--", folder.Value)))
            .DistinctBy(pair => pair.Answer?.Split(' ')[0] ?? pair.Folder.Value)
            .Select(pair => Judge(pair.Folder, pair.Answer));
    }

    private static Finding Judge(AbsolutePath folder, string? answer)
    {
        if (answer?.Split(' ') is not [_, var size, var blocks, var all, var inodes]
            || !long.TryParse(size, out var blockSize) || !long.TryParse(blocks, out var free) || !long.TryParse(all, out var allInodes) || !long.TryParse(inodes, out var freeInodes))
        {
            return Finding.Unknown(Check, $"stat does not say how much room is left at {folder}");
        }

        if (Probe.Run("test", "-w", folder.Value).ExitCode == 1)
        {
            return Finding.Error(Check, $"{folder} cannot be written", "nothing can be installed or noted there", $"ls -ld {Probe.Quote(folder.Value)}; findmnt -T {Probe.Quote(folder.Value)}");
        }

        // Some file systems have no bound for inodes, and say 0 of 0.
        var bytes = free * blockSize;
        var fewestInodes = allInodes == 0 ? long.MaxValue : freeInodes;
        var seen = string.Create(
            CultureInfo.InvariantCulture, $"{bytes / Mebibyte} MiB{(allInodes == 0 ? "" : $" and {freeInodes} inodes")} free at {folder}");
        var level = bytes < TooFewBytes || fewestInodes < TooFewInodes ? FindingLevel.Error
            : bytes < FewBytes || fewestInodes < FewInodes ? FindingLevel.Warning
            : FindingLevel.Ok;
        return level == FindingLevel.Ok
            ? Finding.Ok(Check, seen)
            : new Finding(Check, level, seen, "a full disk stops runs, messages and logs", $"df -h {Probe.Quote(folder.Value)}; df -i {Probe.Quote(folder.Value)}");
    }

    private static AbsolutePath NearestThatExists(AbsolutePath folder) => Directory.Exists(folder.Value) || folder.Parent == folder ? folder : NearestThatExists(folder.Parent);
}
