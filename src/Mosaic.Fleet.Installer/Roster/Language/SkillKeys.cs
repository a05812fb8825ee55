using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The keys of <c>skills</c>.</summary>
internal static class SkillKeys
{
    /// <summary><c>mode</c></summary>
    public static readonly Key<string> Mode = new Key<string>("mode",
        new ChoiceKind<string>(new Choice<string>("none", "none"), new Choice<string>("all", "all"), new Choice<string>("discover", "discover")),
        "`none` but the forced ones, `all` that are found, or those that the program will `discover` by itself.").WithDefault("none");

    /// <summary><c>force</c></summary>
    public static readonly Key<ImmutableArray<string>> Force = new("force",
        new ListKind<string>("skills", new NameKind("a skill's name")) { AllowsEmpty = true },
        "The skills that are loaded in every mode; `[]` is none. Without it: mosaic-tools.");

    /// <summary>All of them.</summary>
    public static readonly MappingKind Kind = new("`skills`", Mode, Force);
}
