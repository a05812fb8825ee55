using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The keys of <c>woodpecker</c>.</summary>
internal static class WoodpeckerKeys
{
    /// <summary><c>instances</c></summary>
    public static readonly Key<ImmutableArray<Setting<MappingValue>>> Instances = new("instances",
        new DictionaryKind<MappingValue>("instances", new NameKind("an instance's name"), InstanceKeys.Kind),
        "The servers, each under a name of your own.");

    /// <summary><c>owners</c></summary>
    public static readonly Key<ImmutableArray<Setting<string>>> Owners = new("owners",
        new DictionaryKind<string>("owners", new AccountKind("an owner's name"), new NameKind("an instance's name")),
        "By the owner of repositories, the name of the instance that builds them.");

    /// <summary>All of them.</summary>
    public static readonly MappingKind Kind = new("`woodpecker`", Instances, Owners);
}
