using Mosaic.Fleet.Installer.Cli;

var arguments = CommandLine.Build().Parse(args);
if (arguments.Errors.Count > 0)
{
    foreach (var error in arguments.Errors)
    {
        Console.Error.WriteLine($"mosaic-fleet-install: {error.Message}");
    }

    Console.Error.WriteLine("To see the options: mosaic-fleet-install --help");
    return ExitCode.Usage;
}

return arguments.Invoke();
