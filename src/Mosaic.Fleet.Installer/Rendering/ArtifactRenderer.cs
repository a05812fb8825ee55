using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>Makes every artifact of a fleet from its roster.</summary>
internal static class ArtifactRenderer
{
    // The only template that may depend on the host.
    private const string HostTemplate = "fleet/host.env.sbn";

    private const UnixFileMode SchemaMode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Renders the artifacts, in the order of the table and then of the roster; the roster's JSON Schema comes last.</summary>
    /// <param name="roster">The validated roster.</param>
    /// <param name="layout">Where the artifacts go.</param>
    /// <param name="facts">What <c>host.env</c> says.</param>
    /// <param name="withUnits">False leaves out what only systemd reads.</param>
    /// <exception cref="Diagnostics.InstallationException">A template does not render.</exception>
    public static ImmutableArray<Artifact> Render(FleetRoster roster, FleetLayout layout, HostFacts facts, bool withUnits)
    {
        var catalogue = new TemplateCatalogue();
        var renderer = new TemplateRenderer(catalogue, TemplateModel.Common(roster, layout));
        RequireKickstartTemplates(roster, catalogue);
        var none = ImmutableDictionary<string, object?>.Empty;
        var agents = roster.Agents.Select(agent => (agent.Name, Variables: TemplateModel.For(agent))).ToImmutableArray();
        var artifacts = ImmutableArray.CreateBuilder<Artifact>();

        foreach (var rule in ArtifactTable.Parse(catalogue.ReadText(ArtifactTable.FileName)).Where(rule => withUnits || !rule.IsUnit))
        {
            if (!rule.IsPerAgent)
            {
                Add(rule, rule.Output, rule.Template == HostTemplate ? TemplateModel.For(facts, layout) : none);
                continue;
            }

            foreach (var (name, variables) in agents)
            {
                Add(rule, rule.OutputFor(name), variables);
            }
        }

        artifacts.Add(new Artifact(layout.RosterSchema, SchemaMode, RosterSchema.ToUtf8()));
        return artifacts.ToImmutable();

        void Add(ArtifactRule rule, string output, ImmutableDictionary<string, object?> variables)
        {
            var content = rule.Template.EndsWith(".sbn", StringComparison.Ordinal)
                ? System.Text.Encoding.UTF8.GetBytes(renderer.Render(rule.Template, variables))
                : catalogue.ReadBytes(rule.Template);

            // A template says "not needed here" by rendering nothing: a drop-in without differences.
            if (content.AsSpan().ContainsAnyExcept(" \t\r\n"u8))
            {
                artifacts.Add(new Artifact(layout.Resolve(output), rule.Mode, content));
            }
        }
    }

    private static void RequireKickstartTemplates(FleetRoster roster, TemplateCatalogue catalogue)
    {
        var missing = roster.Agents
            .Where(agent => agent.KickstartTemplate is { } template && !catalogue.Contains(template))
            .DistinctBy(agent => agent.KickstartTemplate)
            .Select(agent => RosterDiagnostics.UnknownTemplate(agent.Origins!.KickstartTemplate, agent.KickstartTemplate!, KickstartTemplates(catalogue)))
            .ToImmutableArray();
        if (!missing.IsEmpty)
        {
            throw new InstallationException(FailureKind.BadInput, missing);
        }
    }

    private static string[] KickstartTemplates(TemplateCatalogue catalogue) =>
        [.. catalogue.Paths.Where(path => path.StartsWith("kickstart/", StringComparison.Ordinal))];
}
