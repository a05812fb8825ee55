using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Profiles;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Roster;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Mosaic.Fleet.Installer.Fuzz;

/// <summary>The template language with the tool's limits, the tool's own templates to include and what they see.</summary>
internal sealed class TemplateTarget : IFuzzTarget, ITemplateLoader
{
    private readonly TemplateCatalogue _catalogue = new(BuiltInTemplates.Layer);
    private readonly ImmutableDictionary<string, object?> _variables = Variables();
    private string _text = "";

    public TemplateTarget() => Seeds =
    [
        .. _catalogue.Paths.Where(path => path.EndsWith(".sbn", StringComparison.Ordinal)).Select(path => _catalogue.ReadText(path).Text),
        "{{ if agents.size > 1 }}{{ for x in agents }}{{ x.name + '!' | string.upcase }}, {{ end }}{{ else }}{{ agent.name }}{{ end }}",
        "{{ capture y }}{{ for i in 1..9 }}{{ if i == 5; continue; end }}{{ for.index }}{{ end }}{{ end }}{{ y | string.size }}{{ include 'self' a: [1, 2.5, null] }}",
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Seeds { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Pieces { get; } =
    [
        "{{ ", " }}", "{{- ", " ~}}", "{%{", "}%}", "if ", "else ", "end", "for x in ", "for x in agents", "agents", "agent.name", "fleet", "x", ".", "?.", "[0]", "[", "]", "(", ")",
        " | ", " | string.upcase", " | string.replace 'a' 'bb'", " | string.split ''", " | array.join ','", " | array.concat x", "include 'self' ", "include 'includes/tmux.bash.sbn'", "a: 1 ",
        "capture y; ", "y = ", "y = y + y", "x = [x, x]", "break", "continue", "for.index", "$1", "$.a", "1..999999", "'text'", "`v`", "\"\\n\"", "\"\\uD800\"", "1", "2.5", "-1",
        "9223372036854775807", "1e308", "null", "true", "!", "&&", "||", "==", "<", "+", "-", "*", "/", "%", "??", "#", "##", ";", ",", "\n", " ", "\0", "text", "\\", "'", "\"", "ä", "😀",
    ];

    /// <inheritdoc/>
    public IReadOnlyList<(string Open, string Close)> Nests { get; } =
    [
        ("(", ")"), ("[", "]"), ("!", ""), ("1 + ", "1"), ("-", ""), ("if true; ", "; end"), ("{{ if true }}", "{{ end }}"), ("{{ for x in agents }}", "{{ end }}"),
        ("{{ capture y }}", "{{ end }}"), ("{%{", "}%}"), ("x[", "]"), ("x.", ""), ("a ?? ", ""), ("x | string.upcase | ", ""), ("{", "}"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Func<Random, string>> Bombs { get; } = [Loops, Output, Sums, Functions, KeptTexts, Lists, Parts, Captures, Includes];

    /// <inheritdoc/>
    public bool Try(byte[] input)
    {
        if (input.Length > TemplateLayer.MaximumBytes)
        {
            return false;
        }

        _text = System.Text.Encoding.UTF8.GetString(input);
        var template = Template.Parse(_text, "self");
        if (template.HasErrors)
        {
            return false;
        }

        var context = new TemplateContext
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedIndexerAccess = false,
            LoopLimit = TemplateRenderer.LoopLimit,
            LimitToString = TemplateRenderer.TextLimit,
            AutoIndent = false,
            TemplateLoader = this,
        };
        context.PushGlobal(Import(_variables));
        try
        {
            _ = template.Render(context).Length;
            return true;
        }
        catch (ScriptRuntimeException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
        templateName == "self" || _catalogue.Paths.Contains(templateName)
            ? templateName
            : throw new ScriptRuntimeException(callerSpan, $"there is no template '{templateName}' to include");

    /// <inheritdoc/>
    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        templatePath == "self" ? _text : _catalogue.ReadText(templatePath).Text;

    /// <inheritdoc/>
    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        ValueTask.FromResult<string?>(Load(context, callerSpan, templatePath));

    private static ImmutableDictionary<string, object?> Variables()
    {
        var home = new Dictionary<string, string> { ["HOME"] = "/home/someone" };
        var layout = FleetLayout.Locate(home);
        var roster = RosterReader.Read("roster.yaml", BuiltInProfiles.Require("local-factory").Content.AsSpan()).Roster!;
        return TemplateModel.Common(roster, layout)
            .AddRange(TemplateModel.For(roster.Agents[0]))
            .AddRange(TemplateModel.For(new HostFacts("/bin", "C.UTF-8", "/tmp"), layout));
    }

    private static ScriptObject Import(ImmutableDictionary<string, object?> variables)
    {
        var result = new ScriptObject();
        foreach (var (name, value) in variables)
        {
            result[name] = Import(value);
        }

        return result;
    }

    private static object? Import(object? value) => value switch
    {
        ImmutableDictionary<string, object?> members => Import(members),
        ImmutableArray<object?> items => new ScriptArray(items.Select(Import)),
        _ => value,
    };

    private static string Loops(Random random) => Looped(random, "x = agents");

    private static string Output(Random random) => Looped(random, $"'{new string('a', random.Next(200))}'");

    private static string Sums(Random random) => $"{Doubled(random)}{Looped(random, "y = x + 'a'")}";

    private static string Functions(Random random) => $"{Doubled(random)}{Looped(random, "y = x | string.upcase; z = y == x; z = y < x")}";

    private static string KeptTexts(Random random) => $"{Doubled(random)}{{{{ z = [] }}}}{Looped(random, "z = [z, x + 'a']")}";

    private static string Lists(Random random) =>
        $"{{{{ x = ['abc']; z = [] }}}}{Looped(random, "x = x | array.concat x")}{Looped(random, "z = [z, (x | array.uniq | array.sort)]; y = x | array.join ','")}";

    private static string Parts(Random random) => $"{Doubled(random)}{Looped(random, "z = x | string.replace 'a' x; z = x | string.split 'a'")}";

    private static string Captures(Random random) => Looped(random, "capture x; agent.name; agent.command; x; end").Insert(0, "{{ x = 'ab' }}");

    private static string Includes(Random random) => Looped(random, random.Next(2) == 0 ? "include 'self'" : "include 'includes/tmux.bash.sbn'");

    private static string Doubled(Random random) => $"{{{{ x = 'ab'; {Times(random.Next(1, 26), "x = x + x; ")}}}}}";

    private static string Looped(Random random, string body)
    {
        var depth = random.Next(1, 9);
        return $"{{{{ {Times(depth, "for a in agents; ")}{body}{Times(depth, "; end")} }}}}";
    }

    private static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));
}
