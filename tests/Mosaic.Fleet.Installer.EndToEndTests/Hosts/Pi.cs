using Mosaic.Fleet.Installer.EndToEndTests.Documents;

namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>The real Pi, as <c>tests/pi/package-lock.json</c> names it, with a model of the tests' own.</summary>
internal static class Pi
{
    private const string Package = "node_modules/@mariozechner/pi-coding-agent";

    /// <summary>The command that starts it in a host: with nothing but a composer and the model.</summary>
    public const string Command = $"{Program} {Options} --no-skills";

    /// <summary>The words that run it in a host.</summary>
    public const string Program = $"node /run/pi/{Package}/dist/cli.js";

    /// <summary>Has it use the model, and nothing else but the skills that it finds.</summary>
    public const string Options = "--offline --provider tests --model tests --no-session --no-tools"
        + " --no-context-files --no-extensions --no-prompt-templates --no-themes";

    /// <summary>Makes every Pi of the host use a model server, as the agent that it is.</summary>
    public static void Use(Host host, ModelServer model)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(model);
        Prerequisite.Check(Directory.Exists(Path.Combine(Checkout.Folder, "tests/pi", Package)), "Pi is not installed: npm ci --prefix tests/pi --omit=optional");
        // Pi takes an API key that names a variable from there. The context must never fill, or it would be summed up.
        host.Write(
            ".pi/agent/models.json",
            $$"""
            {
              "providers": {
                "tests": {
                  "baseUrl": "http://127.0.0.1:{{model.Port}}/v1",
                  "api": "openai-completions",
                  "apiKey": "MOSAIC_AGENT_NAME",
                  "models": [{ "id": "tests", "contextWindow": 100000000 }]
                }
              }
            }
            """);
    }
}
