using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>--start</c>: hands over to the generated commands.</summary>
internal static class FleetStarter
{
    /// <summary>Starts the fleet and shows its status.</summary>
    /// <returns>The exit code of <c>mosaic fleet start</c>, or else of <c>mosaic fleet status</c>.</returns>
    public static int Start(IEffects effects, FleetLayout layout, bool showOutput)
    {
        var command = (layout.CommandFolder / "mosaic-fleet").Value;
        var started = effects.Run([command, "start"], showOutput);
        if (!started.Succeeded)
        {
            Console.Error.Write(started.ErrorOutput);
            return started.ExitCode;
        }

        return effects.Run([command, "status"], showOutput).ExitCode;
    }
}
