using System.CommandLine;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>Options that more than one verb has.</summary>
internal sealed class CommonOptions
{
    /// <summary><c>--json</c></summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print the report, and errors too, as JSON." };

    /// <summary><c>--quiet</c></summary>
    public Option<bool> Quiet { get; } = new("--quiet") { Description = "Print nothing but errors." };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(Json);
        command.Options.Add(Quiet);
    }
}
