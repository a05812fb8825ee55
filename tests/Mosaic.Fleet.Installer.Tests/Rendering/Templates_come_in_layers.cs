using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Tests.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Rendering;

public sealed class Templates_come_in_layers
{
    private static readonly TemplateLayer BuiltIn = InjectedTemplates.Layer(
        null,
        (ArtifactTable.FileName, "fleet 0600 fleet.sbn mosaic/fleet.txt\nagent 0600 agents/one.sbn mosaic/<name>/one.txt\n"),
        ("fleet.sbn", "{{ include 'includes/greeting.sbn' }} {{ fleet.socket_name }}"),
        ("agents/one.sbn", "{{ agent.name }}"),
        ("includes/greeting.sbn", "built in"));

    [Fact]
    public void Without_one_of_the_user_s_all_is_built_in() =>
        Texts().ShouldBe(["built in mosaic-factory", "a", "b"]);

    [Fact]
    public void The_user_s_template_wins_over_the_built_in_one_and_an_include_does_too() =>
        Texts(InjectedTemplates.Layer("/mine", ("agents/one.sbn", "my {{ agent.name }}"), ("includes/greeting.sbn", "hello")))
            .ShouldBe(["hello mosaic-factory", "my a", "my b"]);

    [Fact]
    public void Of_two_folders_the_earlier_wins() =>
        Texts(
            InjectedTemplates.Layer("/option", ("includes/greeting.sbn", "option")),
            InjectedTemplates.Layer("/home", ("includes/greeting.sbn", "home"), ("agents/one.sbn", "home")))
            .ShouldBe(["option mosaic-factory", "home", "home"]);

    [Fact]
    public void A_row_of_the_user_s_makes_more_files_and_what_is_no_template_is_copied() =>
        Texts(InjectedTemplates.Layer(
            "/mine",
            (ArtifactTable.FileName, "agent 0644 notes.md.sbn mosaic/notes/<name>.md\nfleet 0755 run.sh mosaic/run.sh\n"),
            ("notes.md.sbn", "# {{ agent.name }}"),
            ("run.sh", "echo '{{ not a template }}'")))
            .ShouldBe(["built in mosaic-factory", "a", "b", "# a", "# b", "echo '{{ not a template }}'"]);

    [Theory]
    [InlineData("{{ fleet.sokcet_name }}", "/mine/fleet.sbn:1:10: error MFI115: Cannot get member", "did you mean `fleet.socket_name`?")]
    [InlineData("{{ flet.socket_name }}", "/mine/fleet.sbn:1:4: error MFI115: The variable or function `flet`", "did you mean `fleet`?")]
    [InlineData("{{ agent.name }}", "/mine/fleet.sbn:1:4: error MFI115: ", "scopes agent and agent-unit")]
    [InlineData("{{ host.path }}", "/mine/fleet.sbn:1:4: error MFI115: ", "fleet/host.env.sbn alone")]
    [InlineData("\n  {{ include 'includes/greting.sbn' }}", "/mine/fleet.sbn:2:6: error MFI115: there is no template `includes/greting.sbn`", "did you mean `includes/greeting.sbn`?")]
    [InlineData("{{ include 'old/greeting.sbn' }}", "/mine/fleet.sbn:1:4: error MFI115: ", "did you mean `includes/greeting.sbn`?")]
    [InlineData("{{ if }}", "/mine/fleet.sbn:1:", "^")]
    public void What_an_overlay_names_and_is_not_there_is_an_error_at_its_place(string template, string place, string hint)
    {
        var said = Say(InjectedTemplates.Layer("/mine", ("fleet.sbn", template)));

        said.ShouldStartWith(place);
        said.ShouldContain(template.Split('\n')[^1]);
        said.ShouldContain("^");
        said.ShouldContain(hint);
    }

    [Fact]
    public void The_mistakes_of_all_templates_are_named_at_once_each_of_them_once() =>
        Say(InjectedTemplates.Layer("/mine", ("fleet.sbn", "{{ gone }}"), ("agents/one.sbn", "{{ gone }}")))
            .Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Select(line => line.Split(" error", 2)[0])
            .ShouldBe(["/mine/agents/one.sbn:1:4:", "/mine/fleet.sbn:1:4:"]);

    [Theory]
    [InlineData("flete.sbn", "did you mean `fleet.sbn`?")]
    [InlineData("fleet", "did you mean `fleet.sbn`?")]
    [InlineData("one.sbn", "did you mean `agents/one.sbn`?")]
    [InlineData("README.md", "give it a row in artifacts.table")]
    public void A_file_that_overlays_nothing_is_an_error_with_the_path_that_was_meant(string path, string hint)
    {
        var said = Say(InjectedTemplates.Layer("/mine", (path, "text")));

        said.ShouldStartWith($"/mine/{path}:1:1: error MFI061: ");
        said.ShouldContain(hint);
    }

    [Fact]
    public void An_include_that_no_template_names_is_a_warning()
    {
        var warning = Render(InjectedTemplates.Layer("/mine", ("includes/greting.sbn", "hello"))).Warnings.ShouldHaveSingleItem();

        warning.Severity.ShouldBe(Severity.Warning);
        warning.Location.ShouldBe(new SourceLocation("/mine/includes/greting.sbn", 1, 1));
        warning.Hint.ShouldBe("did you mean `includes/greeting.sbn`?");
    }

    [Fact]
    public void An_include_of_the_user_s_own_is_no_reason_for_a_warning_once_a_template_names_it() =>
        Render(InjectedTemplates.Layer("/mine", ("includes/mine.sbn", ""), ("fleet.sbn", "{{ if false; include 'includes/mine.sbn'; end }}")))
            .Warnings.ShouldBeEmpty();

    [Theory]
    [InlineData("mosaic/a.txt", "mosaic/<name>.txt", "`mosaic/a.txt` is made by /mine/artifacts.table:1:22 already")]
    [InlineData("mosaic/b", "mosaic/x/<name>", "`mosaic/b` would be a folder")]
    [InlineData("mosaic/fleet.txt/more", "mosaic/x/<name>", "`mosaic/fleet.txt` would be a folder")]
    public void Rows_that_meet_once_the_agents_have_names_are_an_error(string once, string perAgent, string message) =>
        Say(InjectedTemplates.Layer("/mine", (ArtifactTable.FileName, $"fleet 0644 fleet.sbn {once}\nagent 0644 fleet.sbn {perAgent}\n")))
            .ShouldContain(message);

    [Theory]
    [InlineData("\uFEFFtext", ":1:1: error MFI002: the file begins with a byte order mark")]
    [InlineData("one\r\ntwo\r\n", ":1:4: error MFI004: the line ends in CR LF")]
    [InlineData("one\ntw\0o", ":2:3: error MFI004: the file contains a NUL")]
    public void What_a_script_could_not_hold_is_an_error_at_its_place(string text, string message) =>
        Say(InjectedTemplates.Layer("/mine", ("fleet.sbn", text))).ShouldStartWith($"/mine/fleet.sbn{message}");

    private static string Say(TemplateLayer overlay) => string.Concat(
        Should.Throw<InstallationException>(() => Render(overlay)).Diagnostics.Select(DiagnosticFormatter.Format));

    private static IEnumerable<string> Texts(params TemplateLayer[] overlays) =>
        Render(overlays).Artifacts[..^1].Select(artifact => System.Text.Encoding.UTF8.GetString(artifact.Content.Span));

    private static RenderedFleet Render(params TemplateLayer[] overlays)
    {
        using var installation = new Installation();
        var roster = RosterText.Read("version: 1\nagents: [{ name: a, runtime: shell }, { name: b, runtime: shell }]\n");
        ImmutableArray<TemplateLayer> layers = [.. overlays, BuiltIn];
        return ArtifactRenderer.Render(new TemplateCatalogue(layers), roster, installation.Layout, new HostFacts("/bin", "C.UTF-8", "/tmp"), withUnits: true);
    }
}
