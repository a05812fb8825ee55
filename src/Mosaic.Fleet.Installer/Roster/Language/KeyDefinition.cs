using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>One key of the roster's language. The reader and the JSON Schema are both made from these.</summary>
/// <param name="name">The key.</param>
/// <param name="description">What it is for: what an editor shows.</param>
internal abstract class KeyDefinition(string name, string description)
{
    /// <summary>The key.</summary>
    public string Name => name;

    /// <summary>What it is for: one or two sentences that an editor shows.</summary>
    public string Description => description;

    /// <summary>Whether its mapping is incomplete without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What a person is to write.</summary>
    public abstract string Expectation { get; }

    /// <summary>The built-in value as a person would write it; null when the key has none.</summary>
    public abstract string? DefaultText { get; }

    /// <summary>The value that holds, and where it stands; null when no layer has one.</summary>
    /// <param name="layers">The mappings that speak about one agent.</param>
    public abstract (string Text, SourceSpan? Origin)? Explain(SettingLayers layers);

    /// <summary>The key as a JSON Schema, with its description and built-in value.</summary>
    public abstract JsonObject ToSchema();

    /// <summary>Reads the key's value.</summary>
    /// <param name="entry">The key and its value in the file.</param>
    /// <param name="context">Takes what is wrong.</param>
    /// <returns>The setting; null when the value is wrong.</returns>
    public abstract ISetting? Read(MappingEntry entry, ReadingContext context);
}
