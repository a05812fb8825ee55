using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>What a test needs of the machine that it runs on.</summary>
internal static class Prerequisite
{
    /// <summary>Skips the test where the machine lacks something; under <c>CI=true</c> it fails instead.</summary>
    /// <param name="met">Whether the machine has it.</param>
    /// <param name="reason">What is needed, and why.</param>
    public static void Check(bool met, string reason)
    {
        if (!met)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Fail(reason);
        }
    }

    /// <summary>Checks that a program is on PATH.</summary>
    public static void Program(string name)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(':') ?? [];
        Check(folders.Any(folder => File.Exists(Path.Combine(folder, name))), $"{name} is not installed");
    }
}
