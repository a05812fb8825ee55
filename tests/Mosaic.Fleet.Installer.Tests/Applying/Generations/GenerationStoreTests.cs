using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Applying.Generations;
using Mosaic.Fleet.Installer.Planning;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying.Generations;

public sealed class GenerationStoreTests : IDisposable
{
    private readonly Installation _installation = new();
    private readonly GenerationStore _store;

    public GenerationStoreTests() => _store = new GenerationStore(new LinuxEffects(), _installation.Layout);

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void A_run_that_changes_something_is_a_generation_and_one_that_does_not_is_none()
    {
        _installation.Install(Roster(1));
        _installation.Run();
        _installation.Install(Roster(2));

        _store.Numbers().ShouldBe([1, 2]);
        var generation = _store.Read(2)!;
        generation.Provenance.Cause.ShouldBe("install");
        generation.Provenance.RosterSha256.ShouldBe(InstalledFiles.Hash(File.ReadAllBytes(_installation.Layout.DefaultRoster.Value)));
        generation.IsEnabled.ShouldBeFalse();
        generation.Displaced.ShouldBeEmpty();
        Manifest.Format(generation.Manifest.Values).ShouldBe(File.ReadAllText(_installation.Layout.Manifest.Value));
        generation.Record.Format().ShouldBe(File.ReadAllText(_installation.Layout.InstallationRecord.Value));
    }

    [Fact]
    public void Every_byte_that_a_generation_installed_can_be_read_again()
    {
        _installation.Install(Roster(1));
        _installation.Install(Roster(2));

        foreach (var entry in _store.Numbers().SelectMany(number => _store.Read(number)!.Manifest.Values))
        {
            _store.Objects.Read(entry.Sha256).ShouldNotBeNull(entry.Path.Value);
        }
    }

    [Fact]
    public void An_object_that_was_damaged_counts_as_absent_and_comes_back_with_the_next_change()
    {
        _installation.Install(Roster(1));
        var entry = _store.Read(1)!.Manifest.Values.First(file => file.Path.Name == "tmux.conf");
        File.WriteAllText((_installation.Layout.Objects / entry.Sha256).Value, "damaged");
        _store.Objects.Read(entry.Sha256).ShouldBeNull();

        _installation.Install(Roster(2));

        _store.Objects.Read(entry.Sha256).ShouldNotBeNull();
    }

    [Fact]
    public void The_newest_twenty_are_kept_with_the_objects_that_they_need_and_no_others()
    {
        for (var number = 1; number <= GenerationStore.Kept + 2; number++)
        {
            _installation.Install(Roster(number));
        }

        _store.Numbers().ShouldBe(Enumerable.Range(3, GenerationStore.Kept));
        var needed = _store.Numbers().SelectMany(number => _store.Read(number)!.Manifest.Values).Select(entry => entry.Sha256).Distinct();
        Directory.GetFiles(_installation.Layout.Objects.Value).Select(Path.GetFileName).ShouldBe(needed, ignoreOrder: true);
    }

    [Fact]
    public void The_user_s_bytes_that_gave_way_are_kept_as_long_as_the_generation_that_they_gave_way_to()
    {
        _installation.Install(Roster(1));
        var file = (_installation.Layout.AgentFolder / "one.env").Value;
        File.AppendAllText(file, "# mine\n");
        var mine = InstalledFiles.Hash(File.ReadAllBytes(file));
        File.WriteAllText(_installation.Layout.DefaultRoster.Value, Roster(2));
        _installation.Run(with: request => request with { Answers = ConflictAnswers.None with { ForAll = ConflictAnswer.Overwrite } });

        for (var number = 3; number <= GenerationStore.Kept + 1; number++)
        {
            _installation.Install(Roster(number));
        }

        _store.Numbers()[0].ShouldBe(2);
        _store.Objects.Read(mine).ShouldNotBeNull();
        _installation.Install(Roster(GenerationStore.Kept + 2));
        _store.Objects.Read(mine).ShouldBeNull();
    }

    [Fact]
    public void A_generation_of_the_future_is_followed_by_the_next_number()
    {
        _installation.Install(Roster(1));
        var about = _installation.Layout.Generations / "1/about";
        File.WriteAllText(about.Value, File.ReadAllText(about.Value).Replace("time 2", "time 9", StringComparison.Ordinal));

        _installation.Install(Roster(2));

        _store.Numbers().ShouldBe([1, 2]);
        _store.Read(1)!.Time.ShouldBeGreaterThan(_store.Read(2)!.Time);
    }

    private static string Roster(int version) =>
        $"""
        version: 1
        agents:
          - name: one
            runtime: shell
            model_hint: "{version}"
        """;
}
