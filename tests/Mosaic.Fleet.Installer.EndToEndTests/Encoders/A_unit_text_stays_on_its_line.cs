using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Mosaic.Fleet.Installer.Rendering.Encoding;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Encoders;

public sealed class A_unit_text_stays_on_its_line
{
    [Fact]
    public void And_is_shown_as_it_was_but_for_control_characters()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        host.Run("mkdir", "-p", ".config/systemd/user").ShouldExit(0);

        // Without a text, systemd shows the unit's name instead.
        HostileTexts.ShouldAll(text => OnOneLine(text).Length > 0, texts =>
        {
            for (int index = 0; index < texts.Length; index++)
            {
                // The second directive is lost when the text swallows its line.
                File.WriteAllText(host.Outside($".config/systemd/user/hostile-{index:D3}.service"), $"""
                    [Unit]
                    Description={UnitTextEncoder.Text(texts[index])}
                    RefuseManualStart=yes
                    """);
            }

            var units = $"hostile-{{000..{texts.Length - 1:D3}}}.service";
            var shown = host.Shell($"systemctl --user daemon-reload && systemctl --user show -p RefuseManualStart -p Description {units}");

            shown.Error.ShouldBeEmpty();
            HostileTexts.ShouldHaveArrived(
                [.. shown.Output.Split("\n\n").Select(unit => unit.TrimEnd('\n'))],
                [.. texts.Select(text => $"Description={OnOneLine(text)}\nRefuseManualStart=yes")]);
        });
    }

    private static string OnOneLine(string text) =>
        string.Concat(text.Select(character => char.IsAscii(character) && char.IsControl(character) ? ' ' : character)).Trim(' ');
}
