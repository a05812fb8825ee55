using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Mosaic.Fleet.Installer.Rendering.Encoding;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Encoders;

public sealed class A_shell_word_reaches_the_program_unchanged
{
    [Theory]
    [InlineData("bash")]
    [InlineData("dash")]
    public void As_an_argument(string shell)
    {
        Prerequisite.Program(shell);

        HostileTexts.ShouldAll(_ => true, texts =>
        {
            var script = "printf '%s\\0' " + string.Join(' ', texts.Select(ShellEncoder.Quote));

            var result = Command.Run([shell, "-s"], script, Host.Limit);

            result.Error.ShouldBeEmpty();
            HostileTexts.ShouldHaveArrived(result.Output.Split('\0')[..^1], texts);
        });
    }
}
