using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Rendering;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Rendering;

public sealed class ArtifactTableTests
{
    private const string BuiltIn = "fleet 0600 first.sbn mosaic/first\n";

    [Fact]
    public void A_row_says_how_often_with_which_mode_from_what_and_where_to()
    {
        var rule = Read("# comment\n\nagent-unit \t 0640  mine.sbn   units/a/<name>.conf\n", out var diagnostics)[^1];

        diagnostics.ShouldBeEmpty();
        rule.Scope.ShouldBe(ArtifactScope.AgentUnit);
        rule.Mode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        rule.Template.ShouldBe("mine.sbn");
        rule.OutputFor("one").ShouldBe("units/a/one.conf");
    }

    [Fact]
    public void The_rows_of_the_user_come_after_those_that_are_built_in() =>
        Read("fleet 644 mine.sbn mosaic/second", out _).Select(rule => rule.Output).ShouldBe(["mosaic/first", "mosaic/second"]);

    [Theory]
    [InlineData("fleet 0600 mine.sbn", 1, "four columns")]
    [InlineData("fleet 0600 mine.sbn mosaic/a more", 1, "four columns")]
    [InlineData("flet 0600 mine.sbn mosaic/a", 1, "`flet` is no scope")]
    [InlineData("fleet 0x00 mine.sbn mosaic/a", 7, "no mode")]
    [InlineData("fleet -1 mine.sbn mosaic/a", 7, "no mode")]
    [InlineData("fleet 4755 mine.sbn mosaic/a", 7, "no mode")]
    [InlineData("fleet 0044 mine.sbn mosaic/a", 7, "no mode")]
    [InlineData("fleet 0600 mien.sbn mosaic/a", 12, "there is no template `mien.sbn`")]
    [InlineData("fleet 0600 mine.sbn mosaic/first", 21, "is made by templates/artifacts.table:1:22 already")]
    [InlineData("fleet 0600 mine.sbn /etc/passwd", 21, "no path below mosaic/ or units/")]
    [InlineData("fleet 0600 mine.sbn mosaic", 21, "no path below mosaic/ or units/")]
    [InlineData("fleet 0600 mine.sbn mosaic/", 21, "no path below mosaic/ or units/")]
    [InlineData("fleet 0600 mine.sbn mosaic//a", 21, "no path below mosaic/ or units/")]
    [InlineData("fleet 0600 mine.sbn mosaic/./a", 21, "no path below mosaic/ or units/")]
    [InlineData("fleet 0600 mine.sbn mosaic/../.bashrc", 21, "no path below mosaic/ or units/")]
    [InlineData("fleet 0600 mine.sbn units/a.service", 21, "left out on hosts without it")]
    [InlineData("fleet 0600 mine.sbn mosaic/<name>", 21, "means nothing in what is made once")]
    [InlineData("agent 0600 mine.sbn mosaic/a", 21, "every agent would make the same file")]
    [InlineData("fleet 0600 mine.sbn mosaic/fleet/roster.yaml", 21, "is for what you or the tool write")]
    [InlineData("fleet 0600 mine.sbn mosaic/fleet/roster.schema.json", 21, "is for what you or the tool write")]
    [InlineData("fleet 0600 mine.sbn mosaic/fleet/templates/a.sbn", 21, "is for what you or the tool write")]
    [InlineData("fleet 0600 mine.sbn mosaic/fleet/profiles/a.yaml", 21, "is for what you or the tool write")]
    [InlineData("agent 0600 mine.sbn mosaic/fleet/agents/<name>.local.env", 21, "are those of agents")]
    public void A_mistake_in_a_row_is_an_error_at_its_column(string row, int column, string said)
    {
        Read($"# mine\n{row}\n", out var diagnostics);

        var diagnostic = diagnostics.ShouldHaveSingleItem();
        diagnostic.Location.ShouldBe(new SourceLocation("/mine/artifacts.table", 2, column));
        diagnostic.Message.ShouldContain(said);
        diagnostic.Hint.ShouldNotBeNull();
        diagnostic.Excerpt!.Text.ShouldBe(row);
    }

    [Fact]
    public void All_mistakes_of_a_table_are_named_at_once()
    {
        Read("flet 9 mien.sbn mosaic/a\nagent 0600 mine.sbn mosaic/a\n", out var diagnostics);

        diagnostics.Select(diagnostic => diagnostic.Location!.ToString()).ShouldBe(
            ["/mine/artifacts.table:1:1", "/mine/artifacts.table:1:6", "/mine/artifacts.table:1:8", "/mine/artifacts.table:2:21"]);
    }

    [Fact]
    public void A_name_that_is_too_long_for_a_file_is_an_error()
    {
        Read($"fleet 0600 mine.sbn mosaic/{new string('x', 300)}", out var diagnostics);

        diagnostics.ShouldHaveSingleItem().Message.ShouldContain("longer than a file's name");
    }

    [Fact]
    public void Every_template_that_ships_is_in_the_table_or_is_included_or_named_by_a_roster_or_of_the_bundle()
    {
        var catalogue = new TemplateCatalogue(BuiltInTemplates.Layer);
        var diagnostics = new DiagnosticBag();

        ArtifactTable.Read(catalogue, diagnostics).Select(rule => rule.Template)
            .Concat(catalogue.Paths.Where(path => path.Split('/')[0] is "includes" or "kickstart" or "bundle"))
            .Append(ArtifactTable.FileName)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(catalogue.Paths);
        diagnostics.ToSorted().ShouldBeEmpty();
    }

    private static ImmutableArray<ArtifactRule> Read(string table, out ImmutableArray<Diagnostic> diagnostics)
    {
        var bag = new DiagnosticBag();
        var rules = ArtifactTable.Read(
            new TemplateCatalogue(
                InjectedTemplates.Layer("/mine", (ArtifactTable.FileName, table), ("mine.sbn", "")),
                InjectedTemplates.Layer(null, (ArtifactTable.FileName, BuiltIn), ("first.sbn", ""))),
            bag);
        diagnostics = bag.ToSorted();
        return rules;
    }
}
