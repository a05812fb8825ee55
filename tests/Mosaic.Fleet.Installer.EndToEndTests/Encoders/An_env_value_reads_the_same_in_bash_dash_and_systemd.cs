using System.Text;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Mosaic.Fleet.Installer.Rendering.Encoding;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Encoders;

public sealed class An_env_value_reads_the_same_in_bash_dash_and_systemd
{
    [Theory]
    [InlineData("bash")]
    [InlineData("dash")]
    public void A_shell_that_sources_the_file_has_the_value(string shell)
    {
        Prerequisite.Program(shell);
        var file = Path.GetTempFileName();
        try
        {
            HostileTexts.ShouldAll(FitsAnEnvironment, texts =>
            {
                File.WriteAllText(file, EnvironmentFile(texts));

                var result = Command.Run(
                    ["env", "-i", shell, "-c", "set -a; . \"$1\"; exec env -0", shell, file], input: string.Empty, Host.Limit);

                result.Error.ShouldBeEmpty();
                HostileTexts.ShouldHaveArrived(Values(result.Output), texts);
            });
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_unit_that_names_the_file_has_the_value()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        host.Write(".config/systemd/user/hostile.service", """
            [Service]
            Type=oneshot
            EnvironmentFile=%h/hostile.env
            ExecStart=/usr/bin/env -0
            StandardOutput=truncate:%h/seen
            """);

        HostileTexts.ShouldAll(FitsAnEnvironment, texts =>
        {
            host.Write("hostile.env", EnvironmentFile(texts));

            host.Run("systemctl", "--user", "start", "hostile.service").ShouldExit(0);

            HostileTexts.ShouldHaveArrived(Values(host.Read("seen")), texts);
        });
    }

    // The kernel takes no more than 131,072 bytes for one variable.
    private static bool FitsAnEnvironment(string text) => Encoding.UTF8.GetByteCount(text) < 130_000;

    private static string EnvironmentFile(string[] texts) =>
        string.Concat(texts.Select((text, index) => $"VALUE_{index}={EnvironmentFileEncoder.Quote(text)}\n"));

    private static string[] Values(string environment) =>
    [
        .. environment.Split('\0')
            .Where(variable => variable.StartsWith("VALUE_", StringComparison.Ordinal))
            .Select(variable => variable["VALUE_".Length..].Split('=', 2))
            .OrderBy(variable => int.Parse(variable[0], provider: null))
            .Select(variable => variable[1]),
    ];
}
