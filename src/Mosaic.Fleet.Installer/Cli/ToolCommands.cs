using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using Mosaic.Fleet.Installer.Rendering.Commands;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>Describes the command line that System.CommandLine parses and <c>--help</c> shows, for manual pages and completion.</summary>
internal static class ToolCommands
{
    /// <summary>A command with all verbs below it.</summary>
    /// <param name="command">The command.</param>
    /// <param name="name">The words that call it.</param>
    public static CommandPage Describe(Command command, string name)
    {
        var paragraphs = (command.Description ?? string.Empty).Split("\n\n");
        var arguments = command.Arguments.Where(argument => !argument.Hidden).ToImmutableArray();
        var options = command.Options.Where(option => !option.Hidden && option is not HelpOption).Select(Describe).ToImmutableArray();
        return new CommandPage(name, paragraphs[0], Usage(command, name, arguments, options), [.. Blocks(paragraphs, arguments, options, command.Subcommands)])
        {
            Options = options,
            Operands = [.. arguments.Select(ValueOf)],
            Verbs = [.. command.Subcommands.Where(verb => !verb.Hidden).Select(verb => Describe(verb, $"{name} {verb.Name}"))],
        };
    }

    private static CommandOption Describe(Option option) => new(
        [option.Name, .. option.Aliases.Except([option.Name])],
        option.HelpName ?? (option.ValueType == typeof(bool) || option is VersionOption ? null : option.Name.TrimStart('-').ToUpperInvariant()),
        option.Description ?? string.Empty);

    private static ImmutableArray<string> Usage(Command command, string name, ImmutableArray<Argument> arguments, ImmutableArray<CommandOption> options)
    {
        string[] words =
        [
            name,
            .. options.IsEmpty ? Array.Empty<string>() : ["[OPTION...]"],
            .. arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $"[{ValueOf(argument)}]" : ValueOf(argument)),
        ];
        return
        [
            .. command.Action is null ? Array.Empty<string>() : [string.Join(' ', words)],
            .. command.Subcommands.Count == 0 ? Array.Empty<string>() : [$"{name} COMMAND [OPTION...]"],
        ];
    }

    private static IEnumerable<HelpBlock> Blocks(
        string[] paragraphs, ImmutableArray<Argument> arguments, ImmutableArray<CommandOption> options, IEnumerable<Command> verbs)
    {
        foreach (var paragraph in paragraphs.Skip(1))
        {
            yield return new HelpBlock(paragraph, []);
        }

        HelpItem[] items =
        [
            .. verbs.Select(verb => new HelpItem(verb.Name, (verb.Description ?? string.Empty).Split("\n\n")[0])),
            .. arguments.Select(argument => new HelpItem(ValueOf(argument), argument.Description ?? string.Empty)),
            .. options.Select(option => new HelpItem(string.Join(' ', [string.Join(", ", option.Names), .. option.Value is { } value ? [value] : Array.Empty<string>()]), option.Description)),
        ];
        if (items.Length > 0)
        {
            yield return new HelpBlock(string.Empty, [.. items]);
        }
    }

    private static string ValueOf(Argument argument) => argument.HelpName ?? argument.Name;
}
