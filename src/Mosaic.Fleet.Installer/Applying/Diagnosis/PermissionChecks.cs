using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>Looks at owners and permissions of the fleet's folders and files, in one pass of find(1).</summary>
internal static class PermissionChecks
{
    private const string Check = "permissions";
    private const int Shown = 5;

    /// <summary>Files of other users, files that others may write, and secrets that others may read.</summary>
    public static IEnumerable<Finding> Examine(ExaminedHost host)
    {
        var places = Places(host.Layout).Where(Path.Exists).ToList();
        if (places.Count == 0)
        {
            return [Finding.NotApplicable(Check, "nothing is installed yet")];
        }

        // The units' folder holds units of others, too; the first path of a line begins at its slash.
        var result = Probe.Run(["find", "-P", .. places, "-printf", "%U %m %y %p\\0"]);
        if (!result.Succeeded)
        {
            return [Finding.Unknown(Check, $"find complains: {Probe.Complaint(result)}")];
        }

        var entries = result.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(Entry.Parse).ToList();
        List<Finding?> findings =
        [
            Judge(entries.Where(entry => entry.Owner != host.UserId), "not yours", "another user can change what your agents run", $"sudo chown -h {host.UserId}"),
            Judge(entries.Where(entry => entry.IsWritableByOthers), "writable for others", "another user can change what your agents run", "chmod go-w"),
            Judge(entries.Where(entry => IsSecret(entry, host.Layout) && entry.IsOpenToOthers), "open to others", "they hold secrets and messages", "chmod go-rwx"),
        ];
        return findings.OfType<Finding>().DefaultIfEmpty(Finding.Ok(Check, $"{entries.Count} folders and files are yours, and the secret ones yours alone"));
    }

    private static IEnumerable<string> Places(FleetLayout layout) =>
    [
        layout.StateFolder.Value, (layout.MosaicHome / "fleet").Value, .. layout.FoldersOfOurs.Where(folder => !folder.IsBelow(layout.MosaicHome / "fleet")).Select(folder => folder.Value),
        .. Directory.Exists(layout.UnitFolder.Value) ? Directory.EnumerateFileSystemEntries(layout.UnitFolder.Value, "mosaic-*") : [],
    ];

    private static bool IsSecret(Entry entry, FleetLayout layout) =>
        entry.Path == layout.StateFolder
        || entry.Kind == 'f' && entry.Path.IsBelow(layout.MosaicHome / "fleet") && entry.Path.Name.EndsWith(".env", StringComparison.Ordinal);

    private static Finding? Judge(IEnumerable<Entry> entries, string what, string why, string mend)
    {
        var paths = entries.Select(entry => entry.Path.Value).ToList();
        if (paths.Count == 0)
        {
            return null;
        }

        var shown = string.Join(' ', paths.Take(Shown).Select(Probe.Quote));
        var rest = paths.Count > Shown ? $"    # and {paths.Count - Shown} more" : string.Empty;
        return Finding.Error(Check, $"{paths.Count} {what}: {paths[0]}{(paths.Count > 1 ? "…" : "")}", why, $"{mend} {shown}{rest}");
    }

    // What find prints of a file: its owner's number, octal mode, one letter for the kind, path.
    private sealed record Entry(uint Owner, int Mode, char Kind, AbsolutePath Path)
    {
        private const int WriteOfOthers = 0x12; // 0022
        private const int AllOfOthers = 0x3F; // 0077

        public bool IsWritableByOthers => Kind != 'l' && (Mode & WriteOfOthers) != 0;

        public bool IsOpenToOthers => Kind != 'l' && (Mode & AllOfOthers) != 0;

        public static Entry Parse(string line)
        {
            var parts = line.Split(' ', 4);
            return new Entry(uint.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), Convert.ToInt32(parts[1], fromBase: 8), parts[2][0], AbsolutePath.From(parts[3]));
        }
    }
}
