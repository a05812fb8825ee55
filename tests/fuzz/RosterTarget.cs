using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Profiles;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Fuzz;

/// <summary>The reader of rosters, from the bytes of a file to agents, their explanations or diagnostics as a person sees them.</summary>
internal sealed class RosterTarget : IFuzzTarget
{
    private readonly ProfileCatalogue _profiles = new([], _ => null);

    /// <inheritdoc/>
    public IReadOnlyList<string> Seeds { get; } =
    [
        .. BuiltInProfiles.Names.Select(name => System.Text.Encoding.UTF8.GetString(BuiltInProfiles.Require(name).Content.AsSpan())),
        "version: 1\nextends: local-factory\nagents:\n  - { name: coder0, remove: true }\n  - { name: extra, runtime: shell }\n",
        """
        version: 1
        transport: tmux
        tmux: { socket_name: s, holder_session: h, history_limit: 5000, source_user_config: true }
        defaults: &defaults
          working_directory: ~/src
          restart: on-failure
          restart_delay: 1min 30s
          env: { A: "b\u00e9", LONG: |
              one
              two
            }
        runtimes:
          mine: { command: mine --fast, reset_command: /new }
        agents:
          - name: one
            runtime: mine
            class: orchestrator
            persistent_persona: semi
            limits: { memory: 4G, cpu: 200%, tasks: 512 }
          - { name: two, env: { KEY: 'value', OTHER: >-
              folded
              text }, enabled: false }
        """,
        """{ "version": 1, "agents": [ { "name": "coder0", "enabled": false, "env": { "A": "b" } }, { "name": "coder1" } ] }""",
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Pieces { get; } =
    [
        "&a ", "*a", "<<: ", "<<: *a\n", "!!str ", "!!binary aGk=", "!!int ", "!!set ", "!", "[", "]", "{", "}", ": ", "- ", "? ", "\n", "\r\n", "\r", "\t", "\"", "'",
        "|\n", "|9\n", ">-\n", "#", " #", "---\n", "...\n", "%YAML 9.9\n", "%TAG ! x\n", "\0", "\u001B", "\u0085", "\u2028", "\uFEFF", "\uFFFE", "\uD800", "\\", "\"\\uD800\"",
        "~", "null", "yes", "no", "on", "off", "y", "NO", "true", "0", "1", "-1", "0x1F", "0o17", "1_000", "1e999", ".inf", ".nan", "2026-01-01", "99999999999999999999", "1.5",
        "-", ",", "😀", "ä", "../x", "%h", "$(id)", "`", "version: 1\n", "version: ", "name: ", "agents: ", "agents:\n", "extends: minimal\n", "extends: ", "remove: true",
        "runtime: ", "env: ", "limits: ", "tmux: ", "defaults: ", "restart: ", "infinity", "5s", "200%", "4G", "~/src", "canary", "Canary", "_holder",
    ];

    /// <inheritdoc/>
    public IReadOnlyList<(string Open, string Close)> Nests { get; } =
        [("[", "]"), ("{", "}"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("[{", "}]"), ("&a [", "]"), ("!a ", ""), ("\"", "\""), ("- - ", "\n"), ("a:\n ", "")];

    /// <inheritdoc/>
    public IReadOnlyList<Func<Random, string>> Bombs { get; } = [Laughs, Merges, Agents, Variables, Product, Stairs];

    /// <inheritdoc/>
    public bool Try(byte[] input)
    {
        var reading = RosterReader.Read("roster.yaml", input, _profiles);
        foreach (var diagnostic in reading.Diagnostics)
        {
            _ = DiagnosticFormatter.Format(diagnostic);
        }

        var hasErrors = reading.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
        if (hasErrors == (reading.Roster is not null))
        {
            throw new InvalidOperationException("a roster with errors, or neither a roster nor errors");
        }

        if (reading.Roster is { Agents: [var agent, ..] })
        {
            _ = RosterReader.Explain(SourceTextDecoder.Decode("roster.yaml", input).Source!, agent.Name, _profiles).Values.Length;
        }

        return !hasErrors;
    }

    // Lists of the list before: a few lines that stand for ten to the power of their number.
    private static string Laughs(Random random) =>
        "x0: &x0 { name: ha }\n" + Lines(random.Next(1, 12), i => $"x{i + 1}: &x{i + 1} [{string.Join(", ", Enumerable.Repeat($"*x{i}", 10))}]\n") + "agents: *x8\n";

    private static string Merges(Random random) =>
        "m0: &m0 { A: b }\n" + Lines(random.Next(1, 12), i => $"m{i + 1}: &m{i + 1}\n  <<: [*m{i}, *m{i}]\n");

    private static string Agents(Random random) => "agents:\n" + Lines(1 << random.Next(16), i => $"- {{ name: a{i}, runtime: shell }}\n");

    private static string Variables(Random random) => $"defaults: {{ env: {{ {Lines(1 << random.Next(14), i => $"V{i}: x, ")} }} }}\n";

    private static string Product(Random random) =>
        $"defaults: {{ env: &env {{ {Lines(1 << random.Next(14), i => $"V{i}: x, ")} }} }}\nagents:\n" + Lines(1 << random.Next(12), i => $"- {{ name: p{i}, env: *env }}\n");

    private static string Stairs(Random random) => Lines(1 << random.Next(11), i => new string(' ', i) + "a:\n");

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(line));
}
