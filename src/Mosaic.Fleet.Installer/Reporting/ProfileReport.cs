using System.Text.Json;
using Mosaic.Fleet.Installer.Profiles;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes a profile for programs.</summary>
internal static class ProfileReport
{
    /// <summary>Writes <c>{"name", "file", "description", "text", "agents": [{"name", "class", "runtime", "enabled"}]}</c>; the file of a built-in profile is null.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="text">Its text.</param>
    /// <param name="roster">What it says, with what it extends.</param>
    /// <param name="stream">Takes the JSON.</param>
    public static void WriteJson(Profile profile, string text, FleetRoster roster, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonReport.Options);
        json.WriteStartObject();
        json.WriteString("name", profile.Name);
        json.WriteString("file", profile.File);
        json.WriteString("description", ProfileDescription.Of(text));
        json.WriteString("text", text);
        json.WriteStartArray("agents");
        foreach (var agent in roster.Agents)
        {
            json.WriteStartObject();
            json.WriteString("name", agent.Name);
            json.WriteString("class", agent.Class);
            json.WriteString("runtime", agent.Runtime.Name);
            json.WriteBoolean("enabled", agent.Enabled);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
