using Shouldly;

namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>What a command left behind.</summary>
/// <param name="Command">The command as a person would read it.</param>
/// <param name="ExitCode">Its exit code; 128 and the signal's number when a signal ended it.</param>
/// <param name="Output">All of its standard output.</param>
/// <param name="Error">All of its standard error.</param>
internal sealed record CommandResult(string Command, int ExitCode, string Output, string Error)
{
    private const int Enough = 4000;

    /// <summary>Fails the test, with all that is known, when the exit code is another.</summary>
    public CommandResult ShouldExit(int code)
    {
        ExitCode.ShouldBe(code, ToString());
        return this;
    }

    /// <summary>The command with its exit code and what it wrote, each shortened where it is very long.</summary>
    public override string ToString() => $"$ {Shorten(Command)}\n{Shorten(Output)}{Shorten(Error)}(exit code {ExitCode})";

    private static string Shorten(string text) =>
        text.Length <= Enough ? text : $"{text[..Enough]}\n(and {text.Length - Enough} characters more)\n";
}
