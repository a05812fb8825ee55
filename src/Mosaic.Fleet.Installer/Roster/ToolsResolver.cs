using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Roster.Language;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>Turns what a roster says about tools into what holds, and checks what concerns more than one key.</summary>
/// <param name="root">What the roster says.</param>
/// <param name="context">Takes what is wrong.</param>
internal sealed class ToolsResolver(MappingValue root, ReadingContext context)
{
    /// <summary>The tools; worth nothing when errors were reported.</summary>
    public FleetTools Resolve()
    {
        var logins = root.Find(RosterKeys.Gitea)?.Value.Find(GiteaKeys.Logins)?.Value ?? [];
        var instances = root.Find(RosterKeys.Woodpecker)?.Value.Find(WoodpeckerKeys.Instances)?.Value ?? [];
        var owners = root.Find(RosterKeys.Woodpecker)?.Value.Find(WoodpeckerKeys.Owners)?.Value ?? [];
        ReportSameOwnerTwice(logins, "gitea.logins");
        ReportSameOwnerTwice(owners, "woodpecker.owners");
        ReportUnknownInstances(owners, [.. instances.Select(instance => instance.Key)]);
        return new FleetTools(
            [.. (root.Find(RosterKeys.Tools)?.Value ?? []).Distinct()],
            Pairs(logins),
            ImmutableArray.CreateRange(instances, instance => new WoodpeckerInstance(
                instance.Key,
                instance.Value.Find(InstanceKeys.Server)?.Value ?? "",
                instance.Value.Find(InstanceKeys.TokenFile)?.Value)),
            Pairs(owners));
    }

    // A forge ignores the case of owners, and so do the tools.
    private void ReportSameOwnerTwice(ImmutableArray<Setting<string>> owners, string key)
    {
        var earlier = new Dictionary<string, Setting<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var owner in owners)
        {
            if (!earlier.TryAdd(owner.Key, owner) && (owner, earlier[owner.Key]) is ({ Origin: { } second }, { Origin: { } first } same))
            {
                context.Report(RosterDiagnostics.SameSettingTwice(second, $"{key}.{owner.Key}", first, $"{key}.{same.Key}"));
            }
        }
    }

    private void ReportUnknownInstances(ImmutableArray<Setting<string>> owners, ImmutableArray<string> instances)
    {
        foreach (var owner in owners)
        {
            if (owner.Origin is { } span && !instances.Contains(owner.Value))
            {
                context.Report(RosterDiagnostics.UnknownInstance(span, owner.Value, instances));
            }
        }
    }

    private static ImmutableArray<KeyValuePair<string, string>> Pairs(ImmutableArray<Setting<string>> settings) =>
        ImmutableArray.CreateRange(settings, setting => KeyValuePair.Create(setting.Key, setting.Value));
}
