using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Rendering;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Planning;

/// <summary>
/// The rows name bytes by a letter: what we last wrote, what stands there, what the roster asks for. A digit behind a
/// letter is another mode; <c>-</c> is nothing, <c>@</c> something that is no file.
/// </summary>
public sealed class FileDeciderTests
{
    private static readonly AbsolutePath Path = AbsolutePath.From("/f");

    [Theory]
    [InlineData("-", "-", "a", "Created")]
    [InlineData("-", "a", "a", "Unchanged")]
    [InlineData("-", "a2", "a", "ModeChanged")]
    [InlineData("-", "u", "a", "Conflict")]
    [InlineData("-", "@", "a", "Conflict")]
    [InlineData("a", "a", "a", "Unchanged")]
    [InlineData("a", "u", "a", "KeptEdited")]
    [InlineData("a", "a2", "a", "KeptEdited")]
    [InlineData("a", "@", "a", "KeptEdited")]
    [InlineData("a", "-", "a", "KeptDeleted")]
    [InlineData("a", "a", "b", "Updated")]
    [InlineData("a", "b", "b", "Unchanged")]
    [InlineData("a", "u", "b", "Conflict")]
    [InlineData("a", "a2", "b", "Conflict")]
    [InlineData("a", "@", "b", "Conflict")]
    [InlineData("a", "-", "b", "KeptDeleted")]
    [InlineData("a", "a", "a2", "ModeChanged")]
    public void Whoever_changed_a_file_alone_is_right(string written, string installed, string wanted, string expected) =>
        FileDecider.Decide(Artifact(wanted), Installed(installed), Written(written), restore: false)
            .Decision.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("a", "-", "a")]
    [InlineData("a", "-", "b")]
    public void A_deleted_file_comes_back_only_when_asked(string written, string installed, string wanted) =>
        FileDecider.Decide(Artifact(wanted), Installed(installed), Written(written), restore: true)
            .Decision.ShouldBe(FileDecision.Created);

    [Theory]
    [InlineData("a", "a", "Removed")]
    [InlineData("a", "-", "Removed")]
    [InlineData("a", "u", "LeftBehind")]
    [InlineData("a", "@", "LeftBehind")]
    public void What_the_roster_has_no_use_for_is_removed_unless_the_user_edited_it(string written, string installed, string expected) =>
        FileDecider.DecideRemoval(Written(written)!, Installed(installed)).Decision.ToString().ShouldBe(expected);

    [Fact]
    public void The_manifest_says_what_was_written_and_never_what_the_user_made_of_it()
    {
        FileDecider.Decide(Artifact("b"), Installed("a"), Written("a"), restore: false).Manifest!.Sha256.ShouldBe(Artifact("b").Sha256);
        FileDecider.Decide(Artifact("a"), Installed("u"), Written("a"), restore: false).Manifest!.Sha256.ShouldBe(Artifact("a").Sha256);
        FileDecider.Decide(Artifact("a"), Installed("u"), Written("-"), restore: false).Manifest.ShouldBeNull();
    }

    private static Artifact Artifact(string letter) => new(Path, Mode(letter), System.Text.Encoding.ASCII.GetBytes(letter[..1]));

    private static ManifestEntry? Written(string letter) =>
        letter == "-" ? null : new ManifestEntry(Mode(letter), Artifact(letter).Sha256, Path);

    private static InstalledFile Installed(string letter) => letter switch
    {
        "-" => new InstalledFile(InstalledFileKind.Absent),
        "@" => new InstalledFile(InstalledFileKind.Other),
        _ => new InstalledFile(InstalledFileKind.File, Mode(letter), Artifact(letter).Sha256),
    };

    private static UnixFileMode Mode(string letter) =>
        letter.Length > 1 ? UnixFileMode.UserRead | UnixFileMode.GroupRead : UnixFileMode.UserRead | UnixFileMode.UserWrite;
}
