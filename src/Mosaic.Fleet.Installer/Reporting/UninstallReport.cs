using System.Text.Json;
using Mosaic.Fleet.Installer.Applying.Uninstalling;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes what an uninstallation removed and what it kept.</summary>
internal static class UninstallReport
{
    private const string Linger = "Linger is still on, which --enable-linger once turned on; to turn it off: loginctl disable-linger";

    /// <summary>Writes a line a file, and a summary.</summary>
    public static void WriteText(UninstallPlan plan, bool dryRun, FleetLayout layout, TextWriter writer)
    {
        if (!plan.IsInstalled)
        {
            writer.WriteLine("There is nothing to uninstall.");
            return;
        }

        foreach (var path in Removed(plan))
        {
            writer.WriteLine($"{(dryRun ? "would go" : "removed"),-10}{layout.TildeForm(path)}");
        }

        foreach (var kept in plan.Kept)
        {
            writer.WriteLine($"{"kept",-10}{layout.TildeForm(kept.Path)}  ({kept.Why})");
        }

        writer.WriteLine();
        writer.WriteLine($"{(dryRun ? "Nothing was changed (dry run)" : "Uninstalled")}: {Removed(plan).Count()} removed, {plan.Kept.Length} kept.");
        if (plan.LeavesLinger)
        {
            writer.WriteLine(Linger);
        }
    }

    /// <summary>Writes <c>{"outcome": "uninstalled" | "planned" | "nothing", "removed": [PATH], "kept": [{"path", "why"}], "linger": true | false}</c>.</summary>
    public static void WriteJson(UninstallPlan plan, bool dryRun, FleetLayout layout, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonReport.Options);
        json.WriteStartObject();
        json.WriteString("outcome", !plan.IsInstalled ? "nothing" : dryRun ? "planned" : "uninstalled");
        json.WriteStartArray("removed");
        foreach (var path in Removed(plan))
        {
            json.WriteStringValue(layout.TildeForm(path));
        }

        json.WriteEndArray();
        json.WriteStartArray("kept");
        foreach (var kept in plan.Kept)
        {
            json.WriteStartObject();
            json.WriteString("path", layout.TildeForm(kept.Path));
            json.WriteString("why", kept.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("linger", plan.LeavesLinger);
        json.WriteEndObject();
    }

    private static IEnumerable<AbsolutePath> Removed(UninstallPlan plan) => [.. plan.Files.Select(file => file.Path), .. plan.Links, .. plan.State];
}
