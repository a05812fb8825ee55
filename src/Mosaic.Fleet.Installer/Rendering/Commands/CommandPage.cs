using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Rendering.Commands;

/// <summary>What the help of a command says: for manual pages, and for completion.</summary>
/// <param name="Name">The words that call it, as <c>mosaic fleet status</c>.</param>
/// <param name="Summary">What it does, in a sentence or two.</param>
/// <param name="Usage">The lines of its usage.</param>
/// <param name="Blocks">What the help says below.</param>
internal sealed record CommandPage(string Name, string Summary, ImmutableArray<string> Usage, ImmutableArray<HelpBlock> Blocks)
{
    /// <summary>What the command above it says of it; null when nothing is above it.</summary>
    public string? Brief { get; init; }

    /// <summary>Its options; <c>--help</c>, which every command takes, is not among them.</summary>
    public ImmutableArray<CommandOption> Options { get; init; } = [];

    /// <summary>
    /// What may stand in the first place, the second and so on: words in small letters as they are, names in capital letters for a kind
    /// of value, as <c>AGENT</c> or <c>FILE</c>; those of one place in one text, as <c>list|show</c>.
    /// </summary>
    public ImmutableArray<string> Operands { get; init; } = [];

    /// <summary>Whether the last place may be taken again and again.</summary>
    public bool RepeatsLast { get; init; }

    /// <summary>The commands below it.</summary>
    public ImmutableArray<CommandPage> Verbs { get; init; } = [];

    /// <summary>Its name as that of a program or a manual page, <c>mosaic-fleet</c>.</summary>
    public string Program => Name.Replace(' ', '-');

    /// <summary>The first sentence of what it does, as indexes of manual pages show it: without a capital letter and a full stop.</summary>
    public string Title => Summary.Length == 0 ? Name : char.ToLowerInvariant(Summary[0]) + Summary.Split(". ")[0][1..].TrimEnd('.');

    /// <summary>The last word of its name.</summary>
    public string Word => Name.Split(' ')[^1];

    /// <summary>Itself and all commands below it.</summary>
    public IEnumerable<CommandPage> All => Verbs.SelectMany(verb => verb.All).Prepend(this);
}
