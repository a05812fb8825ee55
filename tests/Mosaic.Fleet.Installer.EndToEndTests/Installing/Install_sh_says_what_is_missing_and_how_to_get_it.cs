using Mosaic.Fleet.Installer.EndToEndTests.Documents;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Installing;

public sealed class Install_sh_says_what_is_missing_and_how_to_get_it
{
    // The programs that are there besides dotnet and tmux.
    private const string Others = "for program in bash grep cut paste dirname; do ln -s \"$(command -v $program)\" programs/; done";

    private const string Sdk10 = "printf '#!/bin/sh\\necho \"10.0.100 [/usr/lib/dotnet/sdk]\"\\n' >programs/dotnet";
    private const string Sdk8 = "printf '#!/bin/sh\\necho \"8.0.100 [/usr/lib/dotnet/sdk]\"\\n' >programs/dotnet";
    private const string OldTmux = "printf '#!/bin/sh\\necho tmux 3.1c\\n' >programs/tmux";

    [Theory]
    [InlineData("true", "the .NET SDK 10 is not installed", "apt-get install dotnet-sdk-10.0")]
    [InlineData(Sdk8, "there is only: 8.0.100", "apt-get install dotnet-sdk-10.0")]
    [InlineData(Sdk10, "tmux is not installed", "apt-get install tmux")]
    [InlineData(Sdk10 + "; " + OldTmux, "this is tmux 3.1c", "apt-get install tmux")]
    public void And_ends_with_69(string preparation, string wrong, string mend)
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        host.Write("install.sh", File.ReadAllText(Path.Combine(Checkout.Folder, "install.sh")));
        host.Shell($"mkdir programs; {Others}; {preparation}; chmod +x programs/* || true").ShouldExit(0);

        var result = host.Shell("PATH=~/programs bash install.sh --profile minimal");

        result.ExitCode.ShouldBe(69, result.ToString());
        result.Error.ShouldContain(wrong);
        result.Error.ShouldContain(mend);
    }
}
