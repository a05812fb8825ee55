using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Roster.Language;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>Turns what a roster says into what holds: checks what concerns more than one key, and resolves each agent.</summary>
/// <param name="root">What the roster says.</param>
/// <param name="context">Takes what is wrong.</param>
internal sealed class RosterResolver(MappingValue root, ReadingContext context)
{
    private static readonly MappingValue Nothing = new([]);

    private readonly MappingValue _tmux = root.Find(RosterKeys.Tmux)?.Value ?? Nothing;
    private readonly MappingValue _defaults = root.Find(RosterKeys.Defaults)?.Value ?? Nothing;
    private readonly Dictionary<string, MappingValue> _runtimes = RuntimesOf(root);

    // By the runtime's name: thousands of agents share a few.
    private readonly Dictionary<string, SettingLayers> _inheritedLayers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuntimeDefinition> _resolvedRuntimes = new(StringComparer.Ordinal);

    private readonly ImmutableArray<KeyValuePair<string, string>> _sharedEnvironment =
        Pairs(new SettingLayers(root.Find(RosterKeys.Defaults)?.Value ?? Nothing));

    /// <summary>The roster with every agent's effective values; worth nothing when errors were reported.</summary>
    public FleetRoster Resolve()
    {
        var tmux = ResolveTmux();
        ReportSameSettingTwice();
        var layers = new SettingLayers(root);
        var agents = root.Find(RosterKeys.Agents)?.Value ?? [];
        ReportNames(agents, tmux.HolderSession);
        ReportOrchestrators(agents);
        return new FleetRoster(
            layers.Value(RosterKeys.Transport), layers.Value(RosterKeys.Logging), tmux, new ToolsResolver(root, context).Resolve(), ImmutableArray.CreateRange(agents, ResolveAgent))
        {
            TransportOrigin = layers.Find(RosterKeys.Transport)?.Origin,
        };
    }

    /// <summary>Every value that holds for an agent, in the order of the language.</summary>
    /// <param name="name">The agent's name.</param>
    /// <returns>The values; null when there is no such agent.</returns>
    public ImmutableArray<EffectiveValue>? Explain(string name)
    {
        var agent = (root.Find(RosterKeys.Agents)?.Value ?? []).FirstOrDefault(agent => agent.Find(AgentKeys.Name)?.Value == name);
        if (agent is null)
        {
            return null;
        }

        var layers = LayersOf(agent, new SettingLayers(agent, _defaults).Value(AgentKeys.Runtime));
        var values = ImmutableArray.CreateBuilder<EffectiveValue>();
        foreach (var key in AgentKeys.Kind.Keys.Union(RuntimeKeys.Kind.Keys))
        {
            if (key == AgentKeys.Environment)
            {
                values.AddRange(layers.Entries(AgentKeys.Environment)
                    .Select(entry => new EffectiveValue($"{key.Name}.{entry.Key}", entry.Value, entry.Origin?.Location)));
            }
            else if (key == AgentKeys.Limits)
            {
                values.AddRange(Explain(LimitKeys.Kind.Keys, layers.Inside(AgentKeys.Limits), $"{key.Name}."));
            }
            else if (key == RuntimeKeys.Skills)
            {
                values.AddRange(layers.Find(RuntimeKeys.Skills) is null ? [] : Explain(SkillKeys.Kind.Keys, layers.Inside(RuntimeKeys.Skills), $"{key.Name}."));
            }
            else if (key == AgentKeys.Kickstart || key == AgentKeys.KickstartTemplate)
            {
                values.AddRange(Explain([key], KickstartLayer(agent), ""));
            }
            else
            {
                values.AddRange(Explain([key], layers, ""));
            }
        }

        values.AddRange(Explain([RosterKeys.Tools], new SettingLayers(root), ""));
        return values.DrainToImmutable();
    }

    private TmuxSettings ResolveTmux()
    {
        var layers = new SettingLayers(_tmux);
        if (layers.Find(TmuxKeys.SocketName) is { Value: "default", Origin: { } span })
        {
            context.Report(RosterDiagnostics.DefaultSocket(span));
        }

        return new TmuxSettings(
            layers.Value(TmuxKeys.SocketName),
            layers.Value(TmuxKeys.HolderSession),
            layers.Value(TmuxKeys.HistoryLimit),
            layers.Value(TmuxKeys.SourceUserConfig),
            layers.Value(TmuxKeys.StartParallel),
            layers.Value(TmuxKeys.StartInterval));
    }

    private AgentDefinition ResolveAgent(MappingValue agent)
    {
        var runtime = ResolveRuntime(new SettingLayers(agent, _defaults).Find(AgentKeys.Runtime)!);
        var layers = LayersOf(agent, runtime.Name);
        var limits = layers.Inside(AgentKeys.Limits);
        var kickstart = KickstartLayer(agent);
        return new AgentDefinition
        {
            Name = agent.Find(AgentKeys.Name)?.Value ?? "",
            Runtime = runtime,
            Class = layers.Value(AgentKeys.Class),
            ModelHint = layers.Value(AgentKeys.ModelHint),
            PersistentPersona = layers.Value(AgentKeys.PersistentPersona),
            ResetBetweenTasks = layers.Value(AgentKeys.ResetBetweenTasks),
            WorkingDirectory = layers.Value(AgentKeys.WorkingDirectory),
            Command = layers.Value(RuntimeKeys.Command),
            ResetCommand = layers.Value(RuntimeKeys.ResetCommand),
            Environment = ResolveEnvironment(agent),
            Kickstart = kickstart.Find(AgentKeys.Kickstart)?.Value ?? "",
            KickstartTemplate = kickstart.Find(AgentKeys.KickstartTemplate)?.Value,
            Limits = new ResourceLimits(
                limits.Find(LimitKeys.Memory)?.Value, limits.Find(LimitKeys.Cpu)?.Value, limits.Find(LimitKeys.Tasks)?.Value),
            Restart = layers.Value(AgentKeys.Restart),
            RestartDelay = layers.Value(AgentKeys.RestartDelay),
            Enabled = layers.Value(AgentKeys.Enabled),
            Origins = agent.Find(AgentKeys.Name)?.Origin is { } name
                ? new AgentOrigins(
                    layers.Find(AgentKeys.WorkingDirectory)?.Origin ?? name,
                    layers.Find(RuntimeKeys.Command)?.Origin ?? layers.Find(AgentKeys.Runtime)?.Origin ?? name,
                    kickstart.Find(AgentKeys.KickstartTemplate)?.Origin ?? name)
                : null,
        };
    }

    private ImmutableArray<KeyValuePair<string, string>> ResolveEnvironment(MappingValue agent)
    {
        // Thousands of agents without variables of their own share one list.
        return agent.Find(AgentKeys.Environment) is { Origin: { } span } own
            && context.MayWalk(span, own.Value.Length + _sharedEnvironment.Length)
            ? Pairs(new SettingLayers(agent, _defaults))
            : _sharedEnvironment;
    }

    private RuntimeDefinition ResolveRuntime(Setting<string> name)
    {
        if (name.Origin is { } span && !_runtimes.ContainsKey(name.Value) && !BuiltInRuntimes.Names.Contains(name.Value))
        {
            context.Report(RosterDiagnostics.UnknownRuntime(span, name.Value, [.. BuiltInRuntimes.Names.Union(_runtimes.Keys)]));
        }

        if (!_resolvedRuntimes.TryGetValue(name.Value, out var runtime))
        {
            runtime = ResolveRuntime(name.Value, InheritedLayers(name.Value));
            _resolvedRuntimes.Add(name.Value, runtime);
        }

        return runtime;
    }

    private static RuntimeDefinition ResolveRuntime(string name, SettingLayers layers)
    {
        var skills = layers.Inside(RuntimeKeys.Skills);
        return new RuntimeDefinition(
            name,
            new RuntimeDialogue(
                layers.Value(RuntimeKeys.SubmitKey),
                layers.Value(RuntimeKeys.SubmitDelay),
                layers.Find(RuntimeKeys.ReadyPattern)?.Value,
                layers.Find(RuntimeKeys.IdlePattern)?.Value,
                layers.Find(RuntimeKeys.BusyPattern)?.Value,
                layers.Find(RuntimeKeys.QueuedPattern)?.Value),
            layers.Find(RuntimeKeys.Skills) is null ? null : new SkillSelection(skills.Value(SkillKeys.Mode), skills.Find(SkillKeys.Force)?.Value));
    }

    // A text and a template are one choice: an agent's own, of either kind, beats that of `defaults`.
    private SettingLayers KickstartLayer(MappingValue agent) =>
        new(agent.Find(AgentKeys.Kickstart) is null && agent.Find(AgentKeys.KickstartTemplate) is null ? _defaults : agent);

    // The order of precedence of the whole language: agent > runtime > defaults > `tmux.working_directory` > built in.
    private SettingLayers LayersOf(MappingValue agent, string runtime) => InheritedLayers(runtime).Below(agent);

    private SettingLayers InheritedLayers(string runtime)
    {
        if (!_inheritedLayers.TryGetValue(runtime, out var layers))
        {
            layers = new SettingLayers(_runtimes.GetValueOrDefault(runtime, Nothing), _defaults, _tmux, BuiltInRuntimes.For(runtime));
            _inheritedLayers.Add(runtime, layers);
        }

        return layers;
    }

    private void ReportNames(ImmutableArray<MappingValue> agents, string holder)
    {
        // Case is ignored: some file systems do, and people do.
        var names = new Dictionary<string, Setting<string>>(agents.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var agent in agents)
        {
            if (agent.Find(AgentKeys.Name) is not { Origin: { } span } name)
            {
                continue;
            }

            if (agent.Find(AgentKeys.Remove) is { Value: true })
            {
                context.Report(RosterDiagnostics.NothingToRemove(span, name.Value));
            }

            if (name.Value.Equals(holder, StringComparison.OrdinalIgnoreCase))
            {
                context.Report(RosterDiagnostics.HolderName(span, name.Value));
            }
            else if (!names.TryAdd(name.Value, name) && names[name.Value] is { Origin: { } first } earlier)
            {
                context.Report(RosterDiagnostics.DuplicateAgent(span, name.Value, first, earlier.Value));
            }
        }
    }

    private void ReportOrchestrators(ImmutableArray<MappingValue> agents)
    {
        var classes = agents.Select(agent => new SettingLayers(agent, _defaults).Find(AgentKeys.Class)).Where(word => word?.Value == "orchestrator").ToList();
        if (classes is [{ Origin: { } first }, { Origin: { } second }, ..])
        {
            context.Report(RosterDiagnostics.SeveralOrchestrators(second, classes.Count, first));
        }
    }

    private void ReportSameSettingTwice()
    {
        foreach (var agent in root.Find(RosterKeys.Agents)?.Value ?? [])
        {
            ReportKickstartTwice(agent, string.Empty);
        }

        ReportKickstartTwice(_defaults, "defaults.");
        if (_defaults.Find(AgentKeys.WorkingDirectory) is { Origin: { } first }
            && _tmux.Find(AgentKeys.WorkingDirectory) is { Origin: { } second })
        {
            context.Report(RosterDiagnostics.SameSettingTwice(
                second, "tmux.working_directory", first, "defaults.working_directory"));
        }
    }

    private void ReportKickstartTwice(MappingValue mapping, string owner)
    {
        if (mapping.Find(AgentKeys.Kickstart) is { Origin: { } text } && mapping.Find(AgentKeys.KickstartTemplate) is { Origin: { } template })
        {
            context.Report(RosterDiagnostics.SameSettingTwice(template, $"{owner}kickstart_template", text, $"{owner}kickstart"));
        }
    }

    private static ImmutableArray<KeyValuePair<string, string>> Pairs(SettingLayers layers) =>
        ImmutableArray.CreateRange(layers.Entries(AgentKeys.Environment), entry => KeyValuePair.Create(entry.Key, entry.Value));

    private static IEnumerable<EffectiveValue> Explain(IEnumerable<KeyDefinition> keys, SettingLayers layers, string prefix) =>
        from key in keys
        let setting = key.Explain(layers)
        where setting is not null
        select new EffectiveValue(prefix + key.Name, setting.Value.Text, setting.Value.Origin?.Location);

    private static Dictionary<string, MappingValue> RuntimesOf(MappingValue root) =>
        (root.Find(RosterKeys.Runtimes)?.Value ?? []).ToDictionary(
            runtime => runtime.Key, runtime => runtime.Value, StringComparer.Ordinal);
}
