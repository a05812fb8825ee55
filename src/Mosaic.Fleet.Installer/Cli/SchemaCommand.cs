using System.CommandLine;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>schema</c>: prints the JSON Schema of rosters.</summary>
internal static class SchemaCommand
{
    /// <summary>The verb with its action.</summary>
    public static Command Build()
    {
        var command = new Command("schema", "Print the JSON Schema of rosters, for editors.");
        command.SetAction(_ =>
        {
            using var output = Console.OpenStandardOutput();
            output.Write(RosterSchema.ToUtf8());
            return ExitCode.Done;
        });
        return command;
    }
}
