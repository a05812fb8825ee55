using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The keys of <c>gitea</c>.</summary>
internal static class GiteaKeys
{
    /// <summary><c>logins</c></summary>
    public static readonly Key<ImmutableArray<Setting<string>>> Logins = new("logins",
        new DictionaryKind<string>("logins", new AccountKind("an owner's name"), new AccountKind("a login's name")),
        "By the owner of repositories, the login of `tea` that sees them, as `tea login list` names it.");

    /// <summary>All of them.</summary>
    public static readonly MappingKind Kind = new("`gitea`", Logins);
}
