using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A word and what it stands for.</summary>
/// <typeparam name="T">What a word stands for.</typeparam>
/// <param name="Word">The word as it is written.</param>
/// <param name="Value">What it stands for.</param>
internal sealed record Choice<T>(string Word, T Value)
{
    /// <summary>What the word is in YAML.</summary>
    public ScalarType Type => Word is "true" or "false" ? ScalarType.Boolean : ScalarType.Text;

    /// <summary>The word in JSON.</summary>
    public JsonNode ToJson() => Type == ScalarType.Boolean ? Word == "true" : Word;
}
