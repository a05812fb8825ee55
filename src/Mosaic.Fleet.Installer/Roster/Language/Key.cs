using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A key and the kind of value that it takes.</summary>
/// <typeparam name="T">What its value is in the tool.</typeparam>
/// <param name="name">The key.</param>
/// <param name="kind">The kind of value.</param>
/// <param name="description">What it is for: what an editor shows.</param>
internal sealed class Key<T>(string name, ValueKind<T> kind, string description) : KeyDefinition(name, description)
    where T : notnull
{
    /// <summary>The kind of value.</summary>
    public ValueKind<T> Kind => kind;

    /// <summary>The built-in value; null when the key has none.</summary>
    public Setting<T>? Default { get; private init; }

    /// <summary>The same key with a built-in value.</summary>
    /// <param name="value">The value that holds where no file gives one.</param>
    public Key<T> WithDefault(T value) =>
        new(Name, Kind, Description) { IsRequired = IsRequired, Default = new Setting<T>(Name, value, null) };

    /// <inheritdoc/>
    public override string Expectation => kind.Expectation;

    /// <inheritdoc/>
    public override string? DefaultText => Default is null ? null : kind.Format(Default.Value);

    /// <inheritdoc/>
    public override (string Text, SourceSpan? Origin)? Explain(SettingLayers layers) =>
        layers.Find(this) is { } setting ? (kind.Format(setting.Value), setting.Origin) : null;

    /// <inheritdoc/>
    public override JsonObject ToSchema()
    {
        var schema = kind.ToSchema();
        schema["description"] = Description;
        if (Default is not null)
        {
            schema["default"] = kind.ToJson(Default.Value);
        }

        return schema;
    }

    /// <inheritdoc/>
    public override ISetting? Read(MappingEntry entry, ReadingContext context) =>
        kind.TryRead(entry.Value, context, out var value) ? new Setting<T>(Name, value, entry.Value.Span) : null;
}
