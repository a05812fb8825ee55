using System.Globalization;
using Mosaic.Fleet.Installer.Cli;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Reporting;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Planning;

/// <summary>Runs each row of <c>tests/decisions.table</c> on real files, through the whole pipeline.</summary>
public sealed class Every_decision_of_the_table : IClassFixture<DecidedHomes>
{
    private readonly DecidedHomes _homes;
    private readonly Installation _installation;
    private readonly DecidedFile _file;

    public Every_decision_of_the_table(DecidedHomes homes) => (_homes, _installation, _file) = (homes, homes.Installation, homes.File);

    public static TheoryData<string> Rows => [.. DecidedFile.Rows];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Is_made_on_real_files(string row)
    {
        var cells = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (wrote, stands, wanted, option) = (cells[0], cells[1], cells[2], cells[3]);
        _homes.Restore(wrote);
        _file.Place(stands);
        WriteRoster(wanted);
        var before = _file.Tree();

        var (exitCode, word) = Run(option);

        string.Join(' ', _file.State(), _file.Recorded(), exitCode.ToString(CultureInfo.InvariantCulture), word).ShouldBe(string.Join(' ', cells[4..]));
        if (exitCode == ExitCode.Conflict)
        {
            _file.Tree().ShouldBe(before);
            return;
        }

        // All is said and done: the next run asks nothing and writes nothing, even if it looks at every file.
        File.Delete(_installation.Layout.Fingerprint.Value);
        var after = _file.Tree();
        _installation.Run().Outcome.ShouldBe(InstallOutcome.Unchanged);
        File.Delete(_installation.Layout.Fingerprint.Value);
        _file.Tree().ShouldBe(after);
    }

    [Fact]
    public void Is_printed_on_its_page() =>
        File.ReadAllText(TestFiles.Folder("docs/conflicts.md")).ShouldContain($"```text\n{DecidedFile.Table}```\n");

    private (int ExitCode, string Word) Run(string option)
    {
        try
        {
            var report = _installation.Run(with: request => request with
            {
                Restore = option == "restore",
                Answers = ConflictAnswers.None with { ForAll = InstallOptions.Answer(option) },
            });
            return (report.Outcome == InstallOutcome.Conflict ? ExitCode.Conflict : ExitCode.Done,
                report.Files.SingleOrDefault(file => file.Path.EndsWith("/one.env", StringComparison.Ordinal))?.State ?? "-");
        }
        catch (InstallationException failure)
        {
            failure.Diagnostics.ShouldHaveSingleItem().Message.ShouldContain(_file.Path.Value);
            return (ExitCode.Of(failure.Kind), "error");
        }
    }

    private void WriteRoster(string version)
    {
        Directory.CreateDirectory(_installation.Layout.DefaultRoster.Parent.Value);
        File.WriteAllText(_installation.Layout.DefaultRoster.Value, DecidedFile.Roster(version));
    }
}
