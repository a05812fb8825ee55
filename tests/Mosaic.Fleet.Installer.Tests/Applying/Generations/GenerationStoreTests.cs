using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Applying.Generations;
using Mosaic.Fleet.Installer.Planning;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying.Generations;

public sealed class GenerationStoreTests : IDisposable
{
    private readonly Installation installation = new();
    private readonly GenerationStore store;

    public GenerationStoreTests() => store = new GenerationStore(new LinuxEffects(), installation.Layout);

    public void Dispose() => installation.Dispose();

    [Fact]
    public void A_run_that_changes_something_is_a_generation_and_one_that_does_not_is_none()
    {
        installation.Install(Roster(1));
        installation.Run();
        installation.Install(Roster(2));

        store.Numbers().ShouldBe([1, 2]);
        var generation = store.Read(2)!;
        generation.Provenance.Cause.ShouldBe("install");
        generation.Provenance.RosterSha256.ShouldBe(InstalledFiles.Hash(File.ReadAllBytes(installation.Layout.DefaultRoster.Value)));
        generation.IsEnabled.ShouldBeFalse();
        generation.Displaced.ShouldBeEmpty();
        Manifest.Format(generation.Manifest.Values).ShouldBe(File.ReadAllText(installation.Layout.Manifest.Value));
        generation.Record.Format().ShouldBe(File.ReadAllText(installation.Layout.InstallationRecord.Value));
    }

    [Fact]
    public void Every_byte_that_a_generation_installed_can_be_read_again()
    {
        installation.Install(Roster(1));
        installation.Install(Roster(2));

        foreach (var entry in store.Numbers().SelectMany(number => store.Read(number)!.Manifest.Values))
        {
            store.Objects.Read(entry.Sha256).ShouldNotBeNull(entry.Path.Value);
        }
    }

    [Fact]
    public void An_object_that_was_damaged_counts_as_absent_and_comes_back_with_the_next_change()
    {
        installation.Install(Roster(1));
        var entry = store.Read(1)!.Manifest.Values.First(file => file.Path.Name == "tmux.conf");
        File.WriteAllText((installation.Layout.Objects / entry.Sha256).Value, "damaged");
        store.Objects.Read(entry.Sha256).ShouldBeNull();

        installation.Install(Roster(2));

        store.Objects.Read(entry.Sha256).ShouldNotBeNull();
    }

    [Fact]
    public void The_newest_twenty_are_kept_with_the_objects_that_they_need_and_no_others()
    {
        for (var number = 1; number <= GenerationStore.Kept + 2; number++)
        {
            installation.Install(Roster(number));
        }

        store.Numbers().ShouldBe(Enumerable.Range(3, GenerationStore.Kept));
        var needed = store.Numbers().SelectMany(number => store.Read(number)!.Manifest.Values).Select(entry => entry.Sha256).Distinct();
        Directory.GetFiles(installation.Layout.Objects.Value).Select(Path.GetFileName).ShouldBe(needed, ignoreOrder: true);
    }

    [Fact]
    public void A_generation_of_the_future_is_followed_by_the_next_number()
    {
        installation.Install(Roster(1));
        var about = installation.Layout.Generations / "1/about";
        File.WriteAllText(about.Value, File.ReadAllText(about.Value).Replace("time 2", "time 9", StringComparison.Ordinal));

        installation.Install(Roster(2));

        store.Numbers().ShouldBe([1, 2]);
        store.Read(1)!.Time.ShouldBeGreaterThan(store.Read(2)!.Time);
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
