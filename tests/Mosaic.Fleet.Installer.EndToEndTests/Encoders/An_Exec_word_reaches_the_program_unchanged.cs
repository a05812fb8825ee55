using System.Text;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Mosaic.Fleet.Installer.Rendering.Encoding;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Encoders;

public sealed class An_Exec_word_reaches_the_program_unchanged
{
    [Fact]
    public void In_a_unit_of_a_live_user_manager()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);

        HostileTexts.ShouldAll(FitsAnArgument, texts =>
        {
            // A line of a unit may be 1 MiB long.
            var lines = texts.Chunk(7).Select(words =>
                "ExecStart=/usr/bin/printf '%%s\\0' " + string.Join(' ', words.Select(UnitExecEncoder.Word)));
            host.Write(".config/systemd/user/hostile.service", $"""
                [Service]
                Type=oneshot
                StandardOutput=append:%h/seen
                ExecStartPre=/usr/bin/truncate --size 0 %h/seen
                {string.Join('\n', lines)}
                """);

            host.Shell("systemctl --user daemon-reload && systemctl --user start hostile.service").ShouldExit(0);

            HostileTexts.ShouldHaveArrived(host.Read("seen").Split('\0')[..^1], texts);
        });
    }

    // The kernel takes no more than 131,072 bytes for one argument.
    private static bool FitsAnArgument(string text) => Encoding.UTF8.GetByteCount(text) < 130_000;
}
