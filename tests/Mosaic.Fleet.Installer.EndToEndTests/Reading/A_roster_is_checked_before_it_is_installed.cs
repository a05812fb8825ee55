using System.Text.Json;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Reading;

public sealed class A_roster_is_checked_before_it_is_installed
{
    private const string Misspelt = "version: 1\nagents:\n  - { name: one, runtme: shell }\n";

    [Fact]
    public void From_a_file_from_standard_input_and_as_a_profile()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        host.Write("good.yaml", "version: 1\nagents: [{ name: one, runtime: shell }]\n");
        host.Write("bad.yaml", Misspelt);
        host.Write("profile.yaml", "version: 1\nextends: minimal\nagents: [{ name: two, runtime: shell }]\n");

        host.Install("check", "good.yaml").ShouldExit(0).Error.ShouldBeEmpty();
        host.Install("check", "profile.yaml").ShouldExit(0);
        host.Install("check", "bad.yaml").ShouldExit(65).Error.ShouldBe("""
            bad.yaml:3:18: error MFI012: an agent has no key `runtme`
               3 |   - { name: one, runtme: shell }
                 |                  ^^^^^^
              hint: did you mean `runtime`?

            """);
        host.RunWithInput(Misspelt, "env", "DOTNET_ROOT=/run/dotnet", "/run/tool/mosaic-fleet-install", "check", "-").ShouldExit(65).Error.ShouldStartWith("-:3:18: error MFI012");
        host.Install("check").ShouldExit(64).Error.ShouldContain("--profile minimal");
        host.Run("find", ".config", ".local").Output.ShouldBeEmpty();
    }

    [Fact]
    public void And_the_problems_are_data_for_programs()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        host.Write("bad.yaml", Misspelt);

        using var report = JsonDocument.Parse(host.Install("check", "--json", "bad.yaml").ShouldExit(65).Output);

        var problem = report.RootElement.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        problem.GetProperty("code").GetString().ShouldBe("MFI012");
        (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()).ShouldBe((3, 18));
    }
}
