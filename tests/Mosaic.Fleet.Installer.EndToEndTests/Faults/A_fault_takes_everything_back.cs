using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Faults;

public sealed class A_fault_takes_everything_back : IClassFixture<FleetInChange>
{
    private const string Install = "DOTNET_ROOT=/run/dotnet /run/tool/mosaic-fleet-install";

    private readonly FleetInChange _fleet;

    public A_fault_takes_everything_back(FleetInChange fleet)
    {
        _fleet = fleet;
        fleet.Reset();
    }

    [Theory]
    [InlineData("fsync:error=EIO:when=1", 74)]
    [InlineData("fsync:error=ENOSPC:when=5", 74)]
    [InlineData("mkdir:error=EDQUOT:when=1", 74)]
    [InlineData("renameat2:error=ENOSPC:when=2", 74)]
    [InlineData("renameat2:error=EACCES:when=4", 73)]
    [InlineData("renameat2:error=EROFS:when=6", 73)]
    public void Whatever_the_kernel_answers_and_the_run_after_it_succeeds(string inject, int exitCode)
    {
        Prerequisite.Program("strace");

        var result = _fleet.InstallWith(inject);

        result.ExitCode.ShouldBe(exitCode, result.ToString());
        result.Error.ShouldContain("error MFI11");
        _fleet.Tree().ShouldBe(_fleet.Unchanged);
        _fleet.Host.Install().ShouldExit(0);
        _fleet.Result().ShouldBe(_fleet.Changed);
    }

    [Fact]
    public void A_file_system_that_cannot_exchange_names_is_written_all_the_same()
    {
        Prerequisite.Program("strace");

        _fleet.InstallWith("renameat2:error=EINVAL").ShouldExit(0);

        _fleet.Result().ShouldBe(_fleet.Changed);
    }

    [Fact]
    public void A_folder_that_is_closed()
    {
        using var fleet = new FleetInChange(HostKind.UserWithoutUserManager);
        foreach (var folder in new[] { ".config/mosaic/fleet/agents", ".config/systemd/user", ".local/state/mosaic/fleet" })
        {
            fleet.Host.Run("chmod", "500", folder).ShouldExit(0);
            var before = fleet.Tree();

            fleet.Host.Install().ShouldExit(73);

            fleet.Tree().ShouldBe(before, folder);
            fleet.Host.Run("chmod", "700", folder).ShouldExit(0);
            fleet.Host.Install().ShouldExit(0);
            fleet.Result().ShouldBe(fleet.Changed, folder);
            fleet.Reset();
        }
    }

    [Fact]
    public void A_folder_on_a_read_only_file_system()
    {
        _fleet.Host.Shell("cd .config/systemd && mount --bind user user && mount -o remount,ro,bind user").ShouldExit(0);

        var result = _fleet.Host.Install();

        result.ExitCode.ShouldBe(73, result.ToString());
        _fleet.Tree().ShouldBe(_fleet.Unchanged);
        _fleet.Host.Shell("umount .config/systemd/user").ShouldExit(0);
        _fleet.Host.Install().ShouldExit(0);
        _fleet.Result().ShouldBe(_fleet.Changed);
    }

    [Fact]
    public void A_disk_that_is_full_wherever_in_the_run_that_is()
    {
        using var fleet = new FleetInChange();
        const string Used = "df --block-size=1K --output=used ~ | tail -n 1";
        const string Fill = $"mount -o remount,size=$(($({Used}) + FREE))k /root";
        const int Step = 24;
        // At first a file can be made and takes no byte. What then is cut in half by one run of the tests may be whole in the next.
        var fullAt = 0;

        // The host's HOME is a file system in memory, of as many KiB as its mount says.
        while (fleet.Host.Shell(Fill.Replace("FREE", $"{fullAt}", StringComparison.Ordinal)).ShouldExit(0) is not null
            && fleet.Host.Install() is { ExitCode: not 0 } result)
        {
            result.ExitCode.ShouldBe(74, $"{fullAt} KiB free: {result}");
            result.Error.ShouldContain("make room");
            fleet.Tree().ShouldBe(fleet.Unchanged, $"{fullAt} KiB free");
            fullAt += fullAt == 0 ? Random.Shared.Next(1, Step) : Step;
        }

        fullAt.ShouldBeGreaterThan(2 * Step);
        fleet.Result().ShouldBe(fleet.Changed);
    }

    [Theory]
    [InlineData("cp /etc/passwd /tmp/victim; ln -sf /tmp/victim .config/mosaic/fleet/agents/changes.env", 2)]
    [InlineData("cp -a .config/mosaic/fleet/agents /tmp/victim; rm -r .config/mosaic/fleet/agents; ln -s /tmp/victim .config/mosaic/fleet/agents", 73)]
    [InlineData("cp -a .config/mosaic/fleet/agents /tmp/victim; rm -r .config/mosaic/fleet/agents; ln -s /tmp/victim .config/mosaic/fleet/agents;" +
        "sed -i '/joins/d; s/model_hint: large, //; s/2G/1G/' .config/mosaic/fleet/roster.yaml", 73)] // One file goes, and none comes.
    [InlineData("echo mine >/tmp/victim; echo mine >.config/mosaic/fleet/agents/joins.env", 2)]
    [InlineData("head -c 300 .local/state/mosaic/fleet/manifest >/tmp/victim; cp /tmp/victim .local/state/mosaic/fleet/manifest", 74)]
    [InlineData("echo 'manifest 9' >/tmp/victim; cp /tmp/victim .local/state/mosaic/fleet/manifest", 74)]
    public void What_is_in_the_way_stays_as_it_is(string command, int exitCode)
    {
        _fleet.Host.Shell(command).ShouldExit(0);
        var before = _fleet.Tree();
        const string Victim = "find -L /tmp/victim -type f -exec sha256sum {} + | sort";
        var victim = _fleet.Host.Shell(Victim).Output;

        var result = _fleet.Host.Install();

        result.ExitCode.ShouldBe(exitCode, result.ToString());
        result.Error.ShouldNotBeEmpty();
        _fleet.Tree().ShouldBe(before);
        _fleet.Host.Shell(Victim).Output.ShouldBe(victim);
    }

    [Fact]
    public void Another_run_is_told_who_is_at_work_and_the_first_one_ends_well()
    {
        Prerequisite.Program("strace");

        // The first run is held up while it puts files in place.
        var result = _fleet.Host.Shell($$"""
            DOTNET_ROOT=/run/dotnet strace -f -qq -o /tmp/strace -e trace=renameat2 -e inject=renameat2:signal=STOP:when=2 \
              /run/tool/mosaic-fleet-install >/tmp/first &
            until grep -q committed .local/state/mosaic/fleet/journal 2>/dev/null; do sleep 0.05; done
            holder=$(<.local/state/mosaic/fleet/lock)
            until grep -q '^State:.[Tt]' /proc/$holder/status; do sleep 0.05; done
            {{Install}} 2>/tmp/second; echo "second $?"
            grep -q "process $holder " /tmp/second && echo named
            kill -CONT $holder
            wait $!; echo "first $?"
            """);

        result.Output.ShouldBe("second 75\nnamed\nfirst 0\n", result.ToString());
        _fleet.Result().ShouldBe(_fleet.Changed);
    }

    [Fact]
    public void Another_run_that_opened_the_lock_as_it_was_given_up_is_told_of_the_next_holder()
    {
        Prerequisite.Program("strace");

        // The second run is held up between its opening of the lock file and its locking of it. Meanwhile the first one ends
        // and takes the file away, and a third one makes another.
        var result = _fleet.Host.Shell("""
            run() {
              local name=$1
              DOTNET_ROOT=/run/dotnet strace -f -qq -o "/tmp/strace-$name" -e signal=none "${@:2}" /run/tool/mosaic-fleet-install >/tmp/$name 2>&1 &
              until tool=$(pgrep -P $! mosaic-fleet); do sleep 0.05; done
            }
            hold_at_work() {
              run "$1" -e trace=renameat2 -e inject=renameat2:signal=STOP:when=2
              until grep -q committed .local/state/mosaic/fleet/journal 2>/dev/null; do sleep 0.05; done
              until grep -q '^State:.[Tt]' /proc/$tool/status; do sleep 0.05; done
            }
            hold_at_work first
            first=$! first_tool=$tool
            run second -e trace=openat -P ~/.local/state/mosaic/fleet/lock -e inject=openat:signal=STOP:when=1
            second=$! second_tool=$tool
            until ls -l /proc/$second_tool/fd | grep -q fleet/lock; do sleep 0.05; done
            kill -CONT $first_tool
            wait $first; echo "first $?"
            sed -i s/2G/3G/ .config/mosaic/fleet/roster.yaml
            hold_at_work third
            kill -CONT $second_tool
            wait $second; echo "second $?"
            grep -q "process $tool " /tmp/second && echo named
            kill -CONT $tool
            wait $!; echo "third $?"
            """);

        result.Output.ShouldBe("first 0\nsecond 75\nnamed\nthird 0\n", result.ToString());
        _fleet.Host.Install().ShouldExit(0).Output.ShouldContain("Nothing to do");
    }
}
