using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>The tool's exit codes; from 64 on those of sysexits.h.</summary>
internal static class ExitCode
{
    /// <summary>What they mean, for the help.</summary>
    public const string Legend = """
        Exit codes:
          0   done
          1   differences (plan --exit-code, verify, diff)
          2   conflict, nothing was written
          64  wrong command line
          65  bad roster, profile or template
          69  a needed program is missing
          73  cannot write
          74  input or output error
          75  another run is at work, try again
          78  bad environment
        """;

    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>What was compared differs.</summary>
    public const int Differences = 1;

    /// <summary>Conflict: nothing was written.</summary>
    public const int Conflict = 2;

    /// <summary>EX_USAGE: wrong command line.</summary>
    public const int Usage = 64;

    /// <summary>The exit code of a failure.</summary>
    public static int Of(FailureKind kind) => kind switch
    {
        FailureKind.Conflict => Conflict,
        FailureKind.Usage => Usage,
        FailureKind.BadInput => 65,
        FailureKind.ProgramIsMissing => 69,
        FailureKind.CannotWrite => 73,
        FailureKind.InputOutput => 74,
        FailureKind.Locked => 75,
        FailureKind.BadEnvironment => 78,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
