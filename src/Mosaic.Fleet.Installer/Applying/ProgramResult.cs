namespace Mosaic.Fleet.Installer.Applying;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code; 127 when it could not be started.</param>
/// <param name="Output">What it printed on standard output, when that was collected.</param>
/// <param name="ErrorOutput">What it printed on standard error, when that was collected.</param>
internal sealed record ProgramResult(int ExitCode, string Output, string ErrorOutput)
{
    /// <summary>Whether it ended with 0.</summary>
    public bool Succeeded => ExitCode == 0;
}
