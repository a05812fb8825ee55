using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Rendering.Commands;

/// <summary>The commands of a fleet, as their help describes them.</summary>
internal sealed class FleetCommands
{
    private const string Script = ".sh.sbn";

    private readonly CommandPage _root;
    private readonly ImmutableArray<CommandPage> _scripts;

    /// <summary>Reads the help of all of them.</summary>
    /// <param name="templates">The templates of the commands; the verbs are those that help lists and that have a template.</param>
    /// <param name="suites">The suites of tools that the roster chooses, a folder of <c>tools/</c> each.</param>
    public FleetCommands(TemplateCatalogue templates, IEnumerable<string> suites)
    {
        _root = Page("mosaic", "bin/mosaic.sbn") with { Verbs = [Group("fleet"), Group("agent")] };

        _scripts =
        [
            .. from suite in suites.Prepend("tmux")
               from path in templates.Paths
               where path.StartsWith($"tools/{suite}/", StringComparison.Ordinal) && path.EndsWith(Script, StringComparison.Ordinal)
               select Page(Path.GetFileNameWithoutExtension(path), path),
        ];

        CommandPage Group(string word)
        {
            var page = Page($"mosaic {word}", $"bin/mosaic-{word}.sbn");
            return page with
            {
                Verbs =
                [
                    .. from item in page.Blocks.SelectMany(block => block.Items)
                       let template = $"tools/{word}/{item.Term}.sh.sbn"
                       where templates.Paths.Contains(template)
                       select Page($"{page.Name} {item.Term}", template) with { Brief = item.Text },
                ],
            };
        }

        CommandPage Page(string name, string template) => HelpReader.Read(name, templates.ReadText(template).Text);
    }

    /// <summary><c>mosaic</c>, with <c>mosaic fleet</c> and <c>mosaic agent</c> and their verbs below it.</summary>
    public CommandPage Root => _root;

    // What can be typed as the first word; the scripts by their path, too.
    private ImmutableArray<CommandPage> Programs => [_root, .. _root.Verbs, .. _scripts];

    /// <summary>What the template of a manual page or of completion sees.</summary>
    /// <param name="output">The output; a manual page is named for its program.</param>
    public ImmutableDictionary<string, object?> VariablesOf(string output)
    {
        var name = Path.GetFileNameWithoutExtension(output);
        return Path.GetExtension(output) == ".1" && Programs.FirstOrDefault(program => program.Program == name) is { } page
            ? CommandModel.ForManual(page, page == _root ? [] : page.Verbs, Programs.Where(program => program != page))
            : CommandModel.ForCompletion(_root, Programs);
    }
}
