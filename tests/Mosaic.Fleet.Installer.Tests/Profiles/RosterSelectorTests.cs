using System.Security.Cryptography;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Profiles;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Profiles;

public sealed class RosterSelectorTests
{
    private static readonly byte[] Minimal = "minimal"u8.ToArray();
    private static readonly byte[] Edited = "edited"u8.ToArray();
    private static readonly ProfileOrigin FromMinimal = new("minimal", Convert.ToHexStringLower(SHA256.HashData(Minimal)));

    [Fact]
    public void Without_a_profile_the_roster_that_is_there_is_taken() =>
        Select(present: Edited, profile: null, FromMinimal).ShouldSatisfyAllConditions(
            selection => selection.Content.ShouldBe(Edited),
            selection => selection.IsWritten.ShouldBeFalse());

    [Fact]
    public void Without_a_roster_and_a_profile_there_is_nothing_to_install() =>
        Should.Throw<InstallationException>(() => Select(present: null, profile: null, origin: null)).Kind.ShouldBe(FailureKind.Usage);

    [Fact]
    public void A_profile_is_written_where_there_is_no_roster() =>
        Select(present: null, "minimal", origin: null).IsWritten.ShouldBeTrue();

    [Fact]
    public void A_profile_replaces_a_roster_that_is_still_as_we_wrote_it()
    {
        var selection = Select(present: Minimal, "factory", FromMinimal);

        selection.IsWritten.ShouldBeTrue();
        selection.ReplacesEdited.ShouldBeFalse();
    }

    [Fact]
    public void An_edited_roster_of_the_same_profile_stays() =>
        Select(present: Edited, "minimal", FromMinimal).Content.ShouldBe(Edited);

    [Fact]
    public void An_edited_roster_is_not_given_up_for_another_profile() =>
        Should.Throw<InstallationException>(() => Select(present: Edited, "factory", FromMinimal)).Kind.ShouldBe(FailureKind.Conflict);

    [Fact]
    public void A_roster_of_the_users_own_is_not_given_up_either() =>
        Should.Throw<InstallationException>(() => Select(present: Edited, "minimal", origin: null)).Kind.ShouldBe(FailureKind.Conflict);

    [Fact]
    public void An_edited_roster_gives_way_when_that_was_asked_and_is_kept()
    {
        var selection = Select(present: Edited, "factory", FromMinimal, replace: true);

        selection.IsWritten.ShouldBeTrue();
        selection.ReplacesEdited.ShouldBeTrue();
    }

    private static RosterSelection Select(byte[]? present, string? profile, ProfileOrigin? origin, bool replace = false) =>
        RosterSelector.Select(
            "/roster.yaml",
            present,
            profile is null ? null : new Profile(profile, [.. System.Text.Encoding.ASCII.GetBytes(profile)]),
            origin,
            replace);
}
