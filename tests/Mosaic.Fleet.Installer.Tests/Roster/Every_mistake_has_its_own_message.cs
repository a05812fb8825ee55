using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Roster;

/// <summary>
/// Each file of <c>Mistakes/</c> is a roster with a mistake, and after its line <c># says</c> what the tool says about it.
/// With <c>ACCEPT=1</c> in the environment the files are rewritten to what it says now.
/// </summary>
public sealed class Every_mistake_has_its_own_message
{
    private const string Separator = "# says\n";

    private static readonly string MistakeFolder = TestFiles.Folder("tests/Mosaic.Fleet.Installer.Tests/Roster/Mistakes");

    public static TheoryData<string> Mistakes => [.. Directory.EnumerateFiles(MistakeFolder).Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void That_stands_beside_it(string mistake)
    {
        var file = Path.Combine(MistakeFolder, mistake + ".yaml");
        var content = File.ReadAllText(file);
        var end = content.IndexOf(Separator, StringComparison.Ordinal);

        var reading = RosterReader.Read(new SourceText("roster.yaml", content[..end]));

        var said = string.Concat(reading.Diagnostics.Select(DiagnosticFormatter.Format).SelectMany(text => text.Split('\n').SkipLast(1)).Select(line => $"#   {line}\n"));
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(file, content[..end] + Separator + said);
        }

        reading.Roster.ShouldBeNull();
        said.ShouldBe(content[(end + Separator.Length)..]);
    }

    [Fact]
    public void And_there_are_more_than_sixty() => Mistakes.Count.ShouldBeGreaterThan(60);
}
