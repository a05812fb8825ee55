namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>What a single value is, by the core schema of YAML 1.2.</summary>
internal enum ScalarType
{
    /// <summary>Nothing was written, or <c>null</c> or <c>~</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>An integer or a fraction.</summary>
    Number,

    /// <summary>Anything else, and whatever stands in quotes.</summary>
    Text,
}
