using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Faults;

/// <summary>
/// strace(1) kills the tool at a system call of the test's choice; the tool knows nothing of it. With MOSAIC_SOAK=1, as
/// <c>tests/soak.sh</c> sets it, at every call of a kind; else at some.
/// </summary>
public sealed class A_killed_run_is_completed_or_undone_by_the_next : IClassFixture<FleetInChange>
{
    private const int Killed = 137;

    private readonly FleetInChange _fleet;

    public A_killed_run_is_completed_or_undone_by_the_next(FleetInChange fleet)
    {
        _fleet = fleet;
        fleet.Reset();
    }

    [Theory]
    [InlineData("renameat2", 3, "MFI122")]
    [InlineData("fsync", 9, "MFI12")]
    [InlineData("unlink", 8, "MFI12")]
    public void Whenever_it_was(string call, int stride, string said)
    {
        Prerequisite.Program("strace");
        stride = Environment.GetEnvironmentVariable("MOSAIC_SOAK") == "1" ? 1 : stride;
        var interrupted = 0;

        for (var number = 1; _fleet.InstallWith($"{call}:signal=KILL:when={number}").ExitCode == Killed; number += stride)
        {
            var wasAtWork = File.Exists(_fleet.Host.Outside(".local/state/mosaic/fleet/journal"));
            var again = _fleet.Host.Install().ShouldExit(0);

            if (wasAtWork)
            {
                interrupted++;
                again.Error.ShouldContain(said, customMessage: $"killed at {call} number {number}");
            }

            _fleet.Result().ShouldBe(_fleet.Changed, $"killed at {call} number {number}");
            _fleet.Reset();
        }

        interrupted.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void On_a_file_system_that_cannot_exchange_names_too()
    {
        Prerequisite.Program("strace");
        // An exchange has three parts there: each of them is hit in turn.
        var stride = Environment.GetEnvironmentVariable("MOSAIC_SOAK") == "1" ? 1 : 4;
        var interrupted = 0;

        for (var number = 1; KillWithoutExchange(number) == Killed; number += stride)
        {
            interrupted += File.Exists(_fleet.Host.Outside(".local/state/mosaic/fleet/journal")) ? 1 : 0;

            _fleet.Host.Install().ShouldExit(0);

            _fleet.Result().ShouldBe(_fleet.Changed, $"killed at rename number {number}");
            _fleet.Reset();
        }

        interrupted.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void But_not_by_a_dry_run_which_only_says_so()
    {
        Prerequisite.Program("strace");

        _fleet.InstallWith("renameat2:signal=KILL:when=3").ExitCode.ShouldBe(Killed);
        var before = _fleet.Tree();

        _fleet.Host.Install("--dry-run").ShouldExit(0).Error.ShouldContain("a run was interrupted");

        _fleet.Tree().ShouldBe(before);
    }

    [Fact]
    public void It_is_undone_where_its_user_edited_a_file_since_and_the_edit_is_compared_as_ever()
    {
        Prerequisite.Program("strace");

        _fleet.InstallWith("renameat2:signal=KILL:when=2").ExitCode.ShouldBe(Killed);
        _fleet.Host.Shell("echo MINE=1 >>.config/mosaic/fleet/agents/changes.env").ShouldExit(0);

        var again = _fleet.Host.Install();

        again.ExitCode.ShouldBe(2, again.ToString());
        again.Error.ShouldContain("MFI123");
        _fleet.Host.Read(".config/mosaic/fleet/agents/changes.env").ShouldEndWith("MINE=1\n");
        _fleet.Host.Shell("find . -name '*mosaic-staged*' -o -name journal").Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sed -i s/changes.env/passwd/ .local/state/mosaic/fleet/journal", "is damaged")]
    [InlineData("sed -i '1s/1/2/' .local/state/mosaic/fleet/journal", "newer version")]
    public void It_is_left_alone_where_its_journal_cannot_be_trusted(string spoil, string said)
    {
        Prerequisite.Program("strace");

        _fleet.InstallWith("renameat2:signal=KILL:when=2").ExitCode.ShouldBe(Killed);
        _fleet.Host.Shell(spoil).ShouldExit(0);
        var before = _fleet.Result();

        var again = _fleet.Host.Install();

        again.ExitCode.ShouldBe(74, again.ToString());
        again.Error.ShouldContain(said);
        _fleet.Result().ShouldBe(before);
    }

    private int KillWithoutExchange(int number) => _fleet.Host.Shell($"""
        DOTNET_ROOT=/run/dotnet strace -f -qq -o /tmp/strace -e signal=none -e trace=rename,renameat2 \
          -e inject=renameat2:error=EINVAL -e inject=rename:signal=KILL:when={number} /run/tool/mosaic-fleet-install
        """).ExitCode;
}
