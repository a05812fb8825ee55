using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Applying.Diagnosis;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Tests.Cli;
using Mosaic.Fleet.Installer.Tests.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying;

public sealed class A_transport_that_is_missing : IDisposable
{
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void Is_said_by_check_where_the_roster_names_it_and_where_its_program_belongs() => Check("matrix").ShouldBe(new Tool.Result(0, "-: 1 agent, 1 warning\n", """
        -:2:12: warning MFI054: there is no transport `matrix`
           2 | transport: matrix
             |            ^^^^^^
          hint: no message is delivered before its program is ~/.config/mosaic/tools/transport/matrix.sh

        """));

    [Theory]
    [InlineData("tmxu", "did you mean `tmux`?")]
    [InlineData("matrx", "did you mean `matrix`?")]
    public void Is_taken_for_a_slip_where_a_name_that_there_is_comes_near(string name, string hint)
    {
        Program("matrix", ReadOnly | UnixFileMode.UserExecute);

        Check(name).Errors.ShouldContain(hint);
    }

    [Theory]
    [InlineData("tmux")]
    [InlineData("matrix")]
    [InlineData("linked")]
    public void Is_not_said_of_one_that_is_there(string name)
    {
        Program("matrix", ReadOnly | UnixFileMode.UserExecute);
        File.CreateSymbolicLink(PlaceOf("linked").Value, PlaceOf("matrix").Value);

        Check(name).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Is_not_said_of_one_that_a_template_will_make()
    {
        Directory.CreateDirectory(_installation.Layout.TemplateFolder.Value);
        File.WriteAllText((_installation.Layout.TemplateFolder / "matrix.sh").Value, "#!/bin/sh\nexit 69\n");
        Row("0755");
        Check("matrix").Errors.ShouldBeEmpty();

        Row("0644");
        Check("matrix").Errors.ShouldContain("MFI054");
    }

    [Fact]
    public void May_be_there_and_cannot_be_run()
    {
        Program("matrix", ReadOnly);

        Check("matrix").Errors.ShouldEndWith("""
              hint: no message is delivered before this: chmod +x ~/.config/mosaic/tools/transport/matrix.sh

            """);
    }

    [Fact]
    public void Does_not_keep_a_run_from_installing() =>
        _installation.Install(RosterOf("matrix")).Warnings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            warning => warning.Code.ShouldBe(DiagnosticCode.MissingTransport),
            warning => warning.Severity.ShouldBe(Severity.Warning),
            warning => warning.Location.ShouldNotBeNull().ToString().ShouldEndWith("roster.yaml:2:12"));

    [Fact]
    public void Is_found_by_the_doctor()
    {
        Examine("tmux").ShouldBeEmpty();
        Examine("matrix").ShouldHaveSingleItem().Seen.ShouldBe("there is no transport `matrix`");
    }

    private Tool.Result Check(string transport) => Tool.Run(_installation, RosterOf(transport), ["check", "-"]);

    private static string RosterOf(string transport) => $"version: 1\ntransport: {transport}\nagents: [{{ name: one, runtime: shell }}]\n";

    private AbsolutePath PlaceOf(string transport) => _installation.Layout.TransportFolder / $"{transport}.sh";

    private void Program(string transport, UnixFileMode mode)
    {
        Directory.CreateDirectory(_installation.Layout.TransportFolder.Value);
        File.WriteAllText(PlaceOf(transport).Value, string.Empty);
        File.SetUnixFileMode(PlaceOf(transport).Value, mode);
    }

    private void Row(string mode) =>
        File.WriteAllText((_installation.Layout.TemplateFolder / "artifacts.table").Value, $"fleet {mode} matrix.sh mosaic/tools/transport/matrix.sh\n");

    private IEnumerable<Finding> Examine(string transport) => ProgramChecks.Examine(new ExaminedHost
    {
        Variables = _installation.Variables,
        Layout = _installation.Layout,
        Record = InstallationRecord.Parse(string.Empty),
        IsInstalled = false,
        Roster = RosterText.Read(RosterOf(transport)),
        Facts = new HostFacts("/usr/bin:/bin", "C.UTF-8", "/tmp"),
        LoginSearchPath = null,
        Manager = UserSystemd.Find(_installation.Variables),
    }).Where(finding => finding.Check == "transport");
}
