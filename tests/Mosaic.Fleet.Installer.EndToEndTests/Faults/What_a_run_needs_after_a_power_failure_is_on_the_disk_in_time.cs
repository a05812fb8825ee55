using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Faults;

/// <summary>
/// No test can cut the power, but strace(1) tells what was waited for before what. A name or a byte that was not
/// waited for may be lost, and then the rest must not be there either.
/// </summary>
public sealed partial class What_a_run_needs_after_a_power_failure_is_on_the_disk_in_time : IClassFixture<FleetInChange>
{
    private const string State = "/root/.local/state/mosaic/fleet";
    private const string Journal = $"{State}/journal";

    private readonly FleetInChange _fleet;
    private readonly List<Step> _steps;

    public What_a_run_needs_after_a_power_failure_is_on_the_disk_in_time(FleetInChange fleet)
    {
        Prerequisite.Program("strace");
        _fleet = fleet;
        fleet.Reset();
        // A file that both changed, so that one of the user's gives way and is kept.
        _fleet.Host.Shell("""
            echo MINE=1 >>.config/mosaic/fleet/agents/changes.env
            DOTNET_ROOT=/run/dotnet strace -f -y -qq -s 4096 -o /tmp/strace -e signal=none -e trace=mkdir,fsync,rename,renameat2,unlink \
              /run/tool/mosaic-fleet-install --conflict overwrite
            """).ShouldExit(0);
        _steps = [.. _fleet.Host.Read("/tmp/strace").Split('\n').Select(Read).OfType<Step>()];
        Marks.Length.ShouldBe(3, "the journal is to be waited for once a phase");
    }

    // As the journal's phases divide a run.
    private int Prepared => Marks[0];

    private int Committed => Marks[1];

    private int Taken => Marks[2];

    private int[] Marks => [.. _steps.Index().Where(step => step.Item.Call == "fsync" && step.Item.Path == Journal).Select(step => step.Index)];

    [Fact]
    public void The_journal_before_anything_that_it_lists()
    {
        var named = _steps.FindIndex(step => step.Call == "fsync" && step.Path == State);

        named.ShouldBeGreaterThan(Prepared);
        _steps.FindIndex(step => step.Path.EndsWith("mosaic-staged", StringComparison.Ordinal)).ShouldBeGreaterThan(named);
        _steps.FindIndex(step => step.Call == "mkdir" && step.Path.StartsWith("/root/.config", StringComparison.Ordinal)).ShouldBeGreaterThan(named);
    }

    [Fact]
    public void The_bytes_of_a_new_version_before_it_is_said_to_be_there()
    {
        var placed = _steps[Committed..Taken].Where(step => step.Call is "rename" or "renameat2" && IsStaged(step.Path)).Select(step => step.Path).ToList();

        placed.ShouldContain("/root/.config/mosaic/fleet/agents/.joins.env.mosaic-staged");
        placed.Except(_steps[Prepared..Committed].Where(step => step.Call == "fsync").Select(step => step.Path)).ShouldBeEmpty();
        _steps[..Committed].Where(step => step.Call == "renameat2").ShouldBeEmpty();
    }

    [Fact]
    public void What_the_user_wrote_and_what_gives_way_in_the_store_too()
    {
        var kept = _steps[Prepared..Committed].Where(step => step.Call == "rename").ToList();

        kept.ShouldHaveSingleItem().Target.ShouldStartWith($"{State}/objects/");
        var written = _steps.FindIndex(step => step.Call == "fsync" && step.Path == kept[0].Path);
        var renamed = _steps.IndexOf(kept[0]);
        written.ShouldBeInRange(Prepared, renamed);
        _steps.FindIndex(renamed, step => step.Call == "fsync" && step.Path == $"{State}/objects").ShouldBeInRange(renamed, Committed);
    }

    [Fact]
    public void Every_name_that_came_or_went_before_what_gave_way_is_deleted()
    {
        var touched = _steps[Prepared..Taken].Where(step => step.Call is "renameat2" or "mkdir").SelectMany(step => new[] { step.Path, step.Target })
            .Where(path => path.Length > 0).Select(path => Path.GetDirectoryName(path)!).Distinct().ToList();
        var last = _steps.FindLastIndex(Taken, step => step.Call == "renameat2");
        var waitedFor = _steps[last..Taken].Where(step => step.Call == "fsync").Select(step => step.Path);

        touched.ShouldContain("/root/.config/systemd/user/mosaic-agent@leaves.service.d");
        touched.ShouldContain("/root/.config/systemd/user");
        touched.Except(waitedFor).ShouldBeEmpty();
        _steps[Committed..Taken].Where(step => step.Call == "unlink").ShouldBeEmpty();
    }

    [Fact]
    public void The_manifest_after_all_that_it_names()
    {
        var targets = _steps[Committed..Taken].Where(step => step.Call == "renameat2").Select(step => IsStaged(step.Path) ? step.Target : step.Path).ToList();

        targets.IndexOf($"{State}/manifest").ShouldBeGreaterThan(targets.FindLastIndex(target => target.StartsWith("/root/.config", StringComparison.Ordinal)));
    }

    private static bool IsStaged(string path) => path.EndsWith(".mosaic-staged", StringComparison.Ordinal);

    private static Step? Read(string line) => Call().Match(line) is { Success: true } call
        ? new Step(call.Groups["call"].Value, call.Groups["path"].Captures[0].Value, call.Groups["path"].Captures.Count > 1 ? call.Groups["path"].Captures[1].Value : string.Empty)
        : null;

    // 7 fsync(21</root/a>) = 0; 7 renameat2(AT_FDCWD</root>, "/root/.a.mosaic-staged", AT_FDCWD</root>, "/root/a", RENAME_NOREPLACE) = 0
    [GeneratedRegex("""^\d+ +(?<call>\w+)\((?:\d+<(?<path>/root/[^>]*)>|(?:AT_FDCWD<[^>]*>, )?"(?<path>/root/[^"]*)"(?:, (?:AT_FDCWD<[^>]*>, )?"(?<path>[^"]*)")?[^"]*)\) += 0""")]
    private static partial Regex Call();

    /// <summary>A system call that succeeded.</summary>
    /// <param name="Call">Its name.</param>
    /// <param name="Path">The file, or what was renamed.</param>
    /// <param name="Target">The name that it got, or with which it changed places; empty otherwise.</param>
    private sealed record Step(string Call, string Path, string Target);
}
