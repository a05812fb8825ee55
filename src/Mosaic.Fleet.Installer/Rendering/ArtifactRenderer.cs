using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Rendering.Commands;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>Makes every artifact of a fleet from its roster.</summary>
internal static class ArtifactRenderer
{
    // The only template that may depend on the host.
    private const string HostTemplate = "fleet/host.env.sbn";

    // Makes the same on a host that the tool does not see.
    private const string HostDescription = "tools/fleet/describe-host.sh.sbn";

    // The templates of what is made from the help of commands: manual pages and completion.
    private const string HelpFolder = "share/";

    private const UnixFileMode SchemaMode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Renders the artifacts, in the order of the tables and then of the roster; the roster's JSON Schema comes last.</summary>
    /// <param name="templates">The templates.</param>
    /// <param name="roster">The validated roster.</param>
    /// <param name="layout">Where the artifacts go.</param>
    /// <param name="facts">What <c>host.env</c> says; null leaves it out, for hosts that are not known.</param>
    /// <param name="withUnits">False leaves out what only systemd reads.</param>
    /// <exception cref="InstallationException">Templates or tables are wrong; all that is wrong is named.</exception>
    public static RenderedFleet Render(TemplateCatalogue templates, FleetRoster roster, FleetLayout layout, HostFacts? facts, bool withUnits)
    {
        var diagnostics = new DiagnosticBag();
        var rules = ReadRules(templates, roster, diagnostics);
        var renderer = new TemplateRenderer(templates, TemplateModel.Common(roster, layout));
        var none = ImmutableDictionary<string, object?>.Empty;
        var commands = new Lazy<FleetCommands>(() => new FleetCommands(templates, roster.Tools.Suites));
        var agents = roster.Agents.Select(agent => new { agent.Name, Variables = TemplateModel.For(agent) }).ToImmutableArray();
        var artifacts = ImmutableArray.CreateBuilder<Artifact>();

        foreach (var rule in rules.Where(rule => (withUnits || !rule.IsUnit)
            && (facts is not null || rule.Template != HostTemplate)
            && (rule.Suite is null || roster.Tools.Suites.Contains(rule.Suite))))
        {
            if (!rule.IsPerAgent)
            {
                Add(rule, rule.Output, rule.Template switch
                {
                    HostTemplate => TemplateModel.For(facts!, layout),
                    HostDescription => TemplateModel.ForAnyHost,
                    _ when rule.Template.StartsWith(HelpFolder, StringComparison.Ordinal) => commands.Value.VariablesOf(rule.Output),
                    _ => none,
                });
                continue;
            }

            foreach (var agent in agents)
            {
                Add(rule, rule.OutputFor(agent.Name), agent.Variables);
            }
        }

        Require(diagnostics);
        artifacts.Add(new Artifact(layout.RosterSchema, SchemaMode, RosterSchema.ToUtf8()));
        return new RenderedFleet(artifacts.ToImmutable(), diagnostics.ToSorted());

        void Add(ArtifactRule rule, string output, ImmutableDictionary<string, object?> variables)
        {
            try
            {
                var (content, used) = MakeContent(rule.Template, variables);

                // A template says "not needed here" by rendering nothing: a drop-in without differences.
                if (content.AsSpan().ContainsAnyExcept(" \t\r\n"u8))
                {
                    artifacts.Add(new Artifact(layout.Resolve(output), rule.Mode, content) { UserFiles = FindUserFiles(rule, used, templates) });
                }
            }
            catch (InstallationException failure)
            {
                diagnostics.AddRange(failure.Diagnostics);
            }
        }

        (byte[] Content, ImmutableSortedSet<string> Templates) MakeContent(string template, ImmutableDictionary<string, object?> variables)
        {
            if (!template.EndsWith(TemplateLayer.Extension, StringComparison.Ordinal))
            {
                return (templates.ReadBytes(template), [template]);
            }

            var rendered = renderer.Render(template, variables);
            return (System.Text.Encoding.UTF8.GetBytes(rendered.Text), rendered.Templates);
        }
    }

    private static ImmutableArray<string> FindUserFiles(ArtifactRule rule, ImmutableSortedSet<string> used, TemplateCatalogue templates) =>
    [
        .. used.Select(path => new { Path = path, Layer = templates.LayerOf(path) }).Where(pair => !pair.Layer.IsBuiltIn).Select(pair => pair.Layer.NameOf(pair.Path)),
        .. rule.IsOfUser ? [rule.Place.Source.Name] : Array.Empty<string>(),
    ];

    /// <summary>Names each <c>kickstart_template</c> that is not among the templates, where the first agent that wants it says so.</summary>
    public static IEnumerable<Diagnostic> MissingKickstartTemplates(FleetRoster roster, TemplateCatalogue templates) =>
        roster.Agents
            .Where(agent => agent.KickstartTemplate is { } template && !templates.Paths.Contains(template))
            .DistinctBy(agent => agent.KickstartTemplate)
            .Select(agent => RosterDiagnostics.UnknownTemplate(
                agent.Origins!.KickstartTemplate,
                agent.KickstartTemplate!,
                [.. templates.Paths.Where(path => path.StartsWith("kickstart/", StringComparison.Ordinal))]));

    private static ImmutableArray<ArtifactRule> ReadRules(TemplateCatalogue templates, FleetRoster roster, DiagnosticBag diagnostics)
    {
        var rules = ArtifactTable.Read(templates, diagnostics);
        OutputCheck.Run(rules, [.. roster.Agents.Select(agent => agent.Name)], diagnostics);
        OverlayCheck.Run(templates, rules, roster.Agents.Select(agent => agent.KickstartTemplate).OfType<string>(), diagnostics);
        diagnostics.AddRange(MissingKickstartTemplates(roster, templates));
        Require(diagnostics);
        return rules;
    }

    private static void Require(DiagnosticBag diagnostics)
    {
        if (diagnostics.HasErrors)
        {
            throw new InstallationException(FailureKind.BadInput, diagnostics.ToSorted());
        }
    }
}
