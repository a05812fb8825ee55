using Mosaic.Fleet.Installer.Cli;

// Most runs are this one, and have nothing to do: to load the parser would take longer than all the rest.
if (args is [])
{
    return Installation.RunWithoutOptions();
}

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
