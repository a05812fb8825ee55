using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying;

public sealed class LinuxEffectsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LinuxEffects _effects = new();
    private readonly AbsolutePath _file;
    private readonly AbsolutePath _linkToFile;
    private readonly AbsolutePath _linkToFolder;

    public LinuxEffectsTests()
    {
        _file = _folder.Path / "file";
        _linkToFile = _folder.Path / "link";
        _linkToFolder = _folder.Path / "link-to-folder";
        File.WriteAllText(_file.Value, "theirs");
        Directory.CreateDirectory((_folder.Path / "empty").Value);
        File.CreateSymbolicLink(_linkToFile.Value, _file.Value);
        File.CreateSymbolicLink(_linkToFolder.Value, (_folder.Path / "empty").Value);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_file_is_written_through_a_link_that_someone_planted_in_its_place()
    {
        Should.Throw<InstallationException>(() => _effects.WriteFile(_linkToFile, "ours"u8.ToArray(), UnixFileMode.UserRead, isDurable: false));

        File.ReadAllText(_file.Value).ShouldBe("theirs");
    }

    [Fact]
    public void No_file_that_is_there_is_moved_over()
    {
        File.WriteAllText((_folder.Path / "new").Value, "ours");

        _effects.Move(_folder.Path / "new", _file).ShouldBeFalse();

        File.ReadAllText(_file.Value).ShouldBe("theirs");
    }

    [Fact]
    public void A_link_is_deleted_and_not_what_it_leads_to()
    {
        _effects.DeleteFile(_linkToFile);

        new FileInfo(_linkToFile.Value).LinkTarget.ShouldBeNull();
        File.ReadAllText(_file.Value).ShouldBe("theirs");
    }

    [Fact]
    public void A_link_to_an_empty_folder_is_no_empty_folder()
    {
        _effects.DeleteFolderIfEmpty(_linkToFolder).ShouldBeFalse();

        new FileInfo(_linkToFolder.Value).LinkTarget.ShouldNotBeNull();
    }
}
