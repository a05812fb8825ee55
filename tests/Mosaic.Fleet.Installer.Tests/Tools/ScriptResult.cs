using System.Text.Json;
using Shouldly;

namespace Mosaic.Fleet.Installer.Tests.Tools;

/// <summary>What a script left behind.</summary>
/// <param name="ExitCode">Its exit status.</param>
/// <param name="Output">All of its standard output.</param>
/// <param name="Error">All of its standard error.</param>
internal sealed record ScriptResult(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of its standard output.</summary>
    public string[] Lines => Output.Split('\n')[..^1];

    /// <summary>Fails the test, with all that is known, when the exit status is another.</summary>
    public ScriptResult ShouldExit(int code)
    {
        ExitCode.ShouldBe(code, $"{Output}{Error}");
        return this;
    }

    /// <summary>Its standard output, which is one document in JSON.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }
}
