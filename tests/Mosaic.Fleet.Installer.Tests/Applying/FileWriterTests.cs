using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying;

public sealed class FileWriterTests : IDisposable
{
    private const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder home = new();
    private readonly AbsolutePath own;
    private readonly FileWriter writer;

    public FileWriterTests()
    {
        own = home.Path / "config/mosaic";
        writer = new FileWriter(new LinuxEffects(), [own]);
    }

    public void Dispose() => home.Dispose();

    [Fact]
    public void Nothing_is_in_place_before_the_commit_and_all_of_it_after()
    {
        writer.Stage(own / "a", "1"u8.ToArray(), Secret);
        writer.Stage(own / "deep/b", "2"u8.ToArray(), Secret);
        File.Exists((own / "a").Value).ShouldBeFalse();

        writer.Commit();

        File.ReadAllText((own / "a").Value).ShouldBe("1");
        File.ReadAllText((own / "deep/b").Value).ShouldBe("2");
        Directory.GetFiles(own.Value, "*", SearchOption.AllDirectories).Length.ShouldBe(2);
    }

    [Fact]
    public void A_file_has_its_final_permissions_and_folders_of_ours_are_private()
    {
        writer.Stage(own / "deep/script", "x"u8.ToArray(), (UnixFileMode)0x1ED);
        writer.Commit();

        File.GetUnixFileMode((own / "deep/script").Value).ShouldBe((UnixFileMode)0x1ED);
        File.GetUnixFileMode((own / "deep").Value).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void When_one_file_cannot_be_staged_all_is_as_before()
    {
        File.WriteAllText((home.Path / "file").Value, "in the way");
        writer.Stage(own / "deep/a", "1"u8.ToArray(), Secret);

        var failure = Should.Throw<InstallationException>(() => writer.Stage(home.Path / "file/b", "2"u8.ToArray(), Secret));

        failure.Kind.ShouldBe(FailureKind.CannotWrite);
        failure.Message.ShouldContain($"{home.Path}/file is a file");
        Directory.Exists((home.Path / "config").Value).ShouldBeFalse();
    }

    [Fact]
    public void A_link_inside_folders_of_ours_is_not_followed()
    {
        Directory.CreateDirectory(own.Value);
        Directory.CreateDirectory((home.Path / "elsewhere").Value);
        File.CreateSymbolicLink((own / "deep").Value, (home.Path / "elsewhere").Value);

        Should.Throw<InstallationException>(() => writer.Stage(own / "deep/a", "1"u8.ToArray(), Secret))
            .Message.ShouldContain("symbolic link");

        Directory.GetFileSystemEntries((home.Path / "elsewhere").Value).ShouldBeEmpty();
    }

    [Fact]
    public void A_link_above_folders_of_ours_is_the_users_choice()
    {
        Directory.CreateDirectory((home.Path / "dotfiles").Value);
        File.CreateSymbolicLink((home.Path / "config").Value, (home.Path / "dotfiles").Value);

        writer.Stage(own / "a", "1"u8.ToArray(), Secret);
        writer.Commit();

        File.ReadAllText((home.Path / "dotfiles/mosaic/a").Value).ShouldBe("1");
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_named()
    {
        File.CreateSymbolicLink((home.Path / "config").Value, "/nowhere/at/all");

        Should.Throw<InstallationException>(() => writer.Stage(own / "a", "1"u8.ToArray(), Secret))
            .Message.ShouldContain($"{home.Path}/config is a symbolic link that leads nowhere");
    }

    [Fact]
    public void A_file_that_is_a_link_is_replaced_and_its_target_stays()
    {
        Directory.CreateDirectory(own.Value);
        File.WriteAllText((home.Path / "target").Value, "precious");
        File.CreateSymbolicLink((own / "a").Value, (home.Path / "target").Value);

        writer.Stage(own / "a", "1"u8.ToArray(), Secret);
        writer.Commit();

        File.ReadAllText((home.Path / "target").Value).ShouldBe("precious");
        new FileInfo((own / "a").Value).LinkTarget.ShouldBeNull();
    }

    [Fact]
    public void Deleting_a_file_takes_the_empty_folders_of_ours_with_it_and_no_others()
    {
        writer.Stage(own / "deep/deeper/a", "1"u8.ToArray(), Secret);
        writer.Stage(own / "b", "2"u8.ToArray(), Secret);
        writer.Commit();

        writer.Delete(own / "deep/deeper/a");
        writer.Delete(own / "b");

        Directory.Exists(own.Value).ShouldBeFalse();
        Directory.Exists(own.Parent.Value).ShouldBeTrue();
    }
}
