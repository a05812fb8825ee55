using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Rendering;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Rendering;

public sealed class ArtifactTableTests
{
    [Fact]
    public void A_row_says_how_often_with_which_mode_from_what_and_where_to() =>
        ArtifactTable.Parse("# comment\n\nagent   0600  a.env.sbn   mosaic/agents/<name>.env\n").ShouldHaveSingleItem().ShouldBe(
            new ArtifactRule(ArtifactScope.Agent, UnixFileMode.UserRead | UnixFileMode.UserWrite, "a.env.sbn", "mosaic/agents/<name>.env"));

    [Theory]
    [InlineData("fleet 0600 a.sbn")]
    [InlineData("fleet 0600 a.sbn mosaic/a more")]
    [InlineData("ship 0600 a.sbn mosaic/a")]
    [InlineData("fleet 0x00 a.sbn mosaic/a")]
    [InlineData("fleet 0600 b.sbn mosaic/first")]
    public void A_row_of_another_form_or_for_a_known_output_is_an_error_with_its_line(string row) =>
        Should.Throw<InstallationException>(() => ArtifactTable.Parse($"fleet 0600 first.sbn mosaic/first\n{row}\n"))
            .Diagnostics[0].Location.ShouldBe(new SourceLocation("templates/artifacts.table", 2, 1));

    [Fact]
    public void Every_template_that_ships_is_in_the_table_or_is_included_or_named_by_a_roster()
    {
        var catalogue = new TemplateCatalogue();

        ArtifactTable.Parse(catalogue.ReadText(ArtifactTable.FileName)).Select(rule => rule.Template)
            .Concat(catalogue.Paths.Where(path => path.StartsWith("includes/", StringComparison.Ordinal) || path.StartsWith("kickstart/", StringComparison.Ordinal)))
            .Append(ArtifactTable.FileName)
            .Order(StringComparer.Ordinal)
            .ShouldBe(catalogue.Paths);
    }
}
