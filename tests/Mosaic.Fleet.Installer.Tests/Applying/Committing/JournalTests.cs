using Mosaic.Fleet.Installer.Applying.Committing;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying.Committing;

public sealed class JournalTests
{
    private static readonly AbsolutePath JournalPath = AbsolutePath.From("/state/journal");
    private static readonly InstalledFile Secret = new(InstalledFileKind.File, UnixFileMode.UserRead | UnixFileMode.UserWrite, new string('a', 64));

    private static readonly Journal Example = new()
    {
        Folders = [AbsolutePath.From("/home/some one")],
        StoppedAgents = ["coder"],
        StopsFleet = true,
        DisablesFleet = true,
        Steps =
        [
            new JournalStep(AbsolutePath.From("/home/some one/new"), default, Secret),
            new JournalStep(AbsolutePath.From("/home/some one/gone"), Secret, default),
            new JournalStep(AbsolutePath.From("/home/some one/link"), new InstalledFile(InstalledFileKind.Other), Secret),
        ],
    };

    [Fact]
    public void It_is_lines_that_a_person_can_read() =>
        Example.Format().ShouldStartWith(
            $"""
            journal 1
            folder /home/some one
            stop coder
            stop-fleet
            disable
            file absent 0600:{Secret.Sha256} /home/some one/new
            file 0600:{Secret.Sha256} absent /home/some one/gone
            file other 0600:{Secret.Sha256} /home/some one/link
            prepared
            """);

    [Theory]
    [InlineData("", "Prepared")]
    [InlineData("comm", "Prepared")]
    [InlineData(Journal.CommittedLine, "Committed")]
    [InlineData(Journal.CommittedLine + "take", "Committed")]
    [InlineData(Journal.CommittedLine + Journal.TakenLine, "Taken")]
    public void What_was_written_is_read_and_a_torn_line_was_never_written(string end, string phase)
    {
        var read = Journal.Parse(Example.Format() + end, JournalPath);

        read.Phase.ShouldBe(Enum.Parse<JournalPhase>(phase));
        read.Format().ShouldBe(Example.Format());
    }

    [Fact]
    public void Torn_anywhere_before_its_last_line_it_says_that_nothing_was_done()
    {
        var text = Example.Format();
        for (var length = 0; length < text.Length; length++)
        {
            Journal.Parse(text[..length], JournalPath).Phase.ShouldBe(JournalPhase.Begun, text[..length]);
        }
    }

    [Fact]
    public void One_that_was_changed_is_not_followed() =>
        Should.Throw<InstallationException>(() => Journal.Parse(Example.Format().Replace("/new", "/etc/passwd", StringComparison.Ordinal), JournalPath))
            .Diagnostics[0].Code.ShouldBe(DiagnosticCode.InvalidJournal);

    [Fact]
    public void One_of_a_newer_version_is_not_followed() =>
        Should.Throw<InstallationException>(() => Journal.Parse(Example.Format().Replace("journal 1", "journal 2", StringComparison.Ordinal), JournalPath))
            .Message.ShouldContain("newer version");
}
