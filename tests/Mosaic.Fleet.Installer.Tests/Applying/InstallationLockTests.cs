using System.Globalization;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying;

public sealed class InstallationLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_second_run_is_told_who_holds_the_lock()
    {
        using var first = Take();

        var failure = Should.Throw<InstallationException>(Take);

        failure.Kind.ShouldBe(FailureKind.Locked);
        failure.Message.ShouldContain(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void It_is_free_again_afterwards_and_leaves_no_file()
    {
        Take().Dispose();
        Directory.GetFileSystemEntries(_folder.Path.Value).ShouldBeEmpty();

        Take().Dispose();
    }

    [Fact]
    public void A_file_that_a_killed_run_left_is_no_lock()
    {
        File.WriteAllText((_folder.Path / "lock").Value, "1");

        Take().Dispose();
    }

    [Fact]
    public void A_link_in_its_place_is_refused_and_what_it_leads_to_stays()
    {
        var theirs = _folder.Path / "theirs";
        File.WriteAllText(theirs.Value, "precious");
        File.CreateSymbolicLink((_folder.Path / "lock").Value, theirs.Value);

        var failure = Should.Throw<InstallationException>(Take);

        failure.Message.ShouldContain("is a symbolic link");
        File.ReadAllText(theirs.Value).ShouldBe("precious");
    }

    private InstallationLock Take()
    {
        var file = _folder.Path / "lock";
        return InstallationLock.Take(file, () => File.Delete(file.Value));
    }
}
