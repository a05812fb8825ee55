using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Profiles;
using Mosaic.Fleet.Installer.Roster.Language;
using static Mosaic.Fleet.Installer.Rendering.TemplateModel;

namespace Mosaic.Fleet.Installer.Rendering.Commands;

/// <summary>What the templates in <c>share/</c> see: commands, as their help describes them.</summary>
internal static class CommandModel
{
    /// <summary>
    /// For a manual page: <c>page</c>; <c>sections</c>, the commands that it describes besides; and <c>see_also</c>, the names of other pages.
    /// </summary>
    public static ImmutableDictionary<string, object?> ForManual(CommandPage page, IEnumerable<CommandPage> sections, IEnumerable<CommandPage> seeAlso) => Object(
        ("page", Page(page)),
        ("sections", List(sections, Page)),
        ("see_also", List(seeAlso, other => other.Program)));

    /// <summary>
    /// For completion: <c>programs</c>, what is typed and which command it is; <c>function</c>, what the names of the shell's functions begin
    /// with; <c>commands</c>, all of them in one list; and the words that a <c>PROFILE</c> and a <c>KEY</c> can be.
    /// </summary>
    public static ImmutableDictionary<string, object?> ForCompletion(CommandPage root, IEnumerable<CommandPage> programs) => Object(
        ("programs", List(programs, program => Object(("name", program.Program), ("path", program.Name)))),
        ("function", $"_{root.Name.Replace('-', '_')}"),
        ("commands", List(programs.SelectMany(program => program.All).DistinctBy(command => command.Name), Page)),
        ("profiles", List(BuiltInProfiles.Names, name => name)),
        ("keys", List(AgentKeys.Defaults.Keys.Union(RuntimeKeys.Kind.Keys), key => key.Name)));

    private static ImmutableDictionary<string, object?> Page(CommandPage page) => Object(
        ("name", page.Name),
        ("program", page.Program),
        ("word", page.Word),
        ("summary", page.Summary),
        ("title", page.Title),
        ("brief", page.Brief ?? page.Title),
        ("is_bare", page.Verbs.IsEmpty && page.Options.IsEmpty && page.Operands.IsEmpty),
        ("usage", List(page.Usage, line => line)),
        ("blocks", List(page.Blocks, block => Object(
            ("text", block.Text),
            ("items", List(block.Items, item => Object(("term", item.Term), ("text", item.Text))))))),
        ("options", List(page.Options, option => Object(
            ("names", List(option.Names, name => name)),
            ("value", option.Value),
            ("text", option.Description)))),
        ("operands", List(page.Operands, words => words)),
        ("repeats_last", page.RepeatsLast),
        ("verbs", List(page.Verbs, Page)));

    private static ImmutableArray<object?> List<T>(IEnumerable<T> items, Func<T, object?> make) => [.. items.Select(make)];
}
