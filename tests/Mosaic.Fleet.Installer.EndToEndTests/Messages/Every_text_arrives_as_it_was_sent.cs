using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Messages;

/// <summary>Whole, once, in order, and as one message: judged by what the program got, not by its screen.</summary>
[Collection(nameof(TalkingFleet))]
public sealed class Every_text_arrives_as_it_was_sent(TalkingFleet fleet)
{
    [Fact]
    public void To_the_model_of_Pi()
    {
        var before = fleet.Model.Received("pi").Length;
        // Pi shows and sends a tab as four blanks, and drops blanks around a text.
        var texts = Texts.All.AddRange(
            ("tabs\tin\ta\tline", "tabs    in    a    line"),
            ("look at @README.md", "look at @README.md"),
            (Texts.OfSize(20_000), Texts.OfSize(20_000)),
            (Texts.OfSize(100_000), Texts.OfSize(100_000)));

        foreach (var (sent, _) in texts)
        {
            fleet.Send("pi", sent).ShouldExit(0).Output.ShouldBeOneOf("submitted\n", "queued\n");
        }

        fleet.WaitForPi(before, texts.Length).ShouldBe(texts.Select(text => text.Arrives.Trim()));
    }

    [Fact]
    public void To_bash_as_comments_that_run_nothing()
    {
        const string Sender = ".config/mosaic/tools/tmux/agent-send.sh";
        var before = fleet.LinesReadBy("bash").Length;
        var texts = Texts.All.Add(("tabs\tin\ta\tline", "tabs\tin\ta\tline"));

        foreach (var (sent, _) in texts)
        {
            fleet.Host.RunWithInput(sent, Sender, "-s", "bash", "-S", "a:b", "-n", "c").ShouldExit(0).Output.ShouldBe("submitted\n");
        }

        var expected = texts.SelectMany(text => $"[a:b -> c:bash] {text.Arrives}".Split('\n')).Select(line => $"# {line}").ToArray();
        ShouldBeTheLines(fleet.WaitForLinesReadBy("bash", before, expected.Length), expected);
    }

    [Fact]
    public void To_a_program_that_reads_lines()
    {
        var before = fleet.LinesReadBy("cat").Length;
        // A terminal that edits lines by itself holds 4,095 bytes of one.
        var texts = Texts.All.Where(text => text.Arrives.Split('\n').All(line => line.Length < 4095)).ToList();
        texts.Add(("tabs\tin\ta\tline", "tabs\tin\ta\tline"));
        texts.Add((Texts.OfSize(100_000), Texts.OfSize(100_000)));

        foreach (var (sent, _) in texts)
        {
            fleet.Send("cat", sent).ShouldExit(0).Output.ShouldBe("submitted\n");
        }

        var expected = texts.SelectMany(text => text.Arrives.Split('\n')).ToArray();
        ShouldBeTheLines(fleet.WaitForLinesReadBy("cat", before, expected.Length), expected);
    }

    [Fact]
    public void To_python_that_starts_slowly()
    {
        fleet.Host.Shell("tmux -L own new-session -d -s python 'sleep 1; exec python3 -q'").ShouldExit(0);

        fleet.Send("python", """open("read-by-python", "w", encoding="utf8").write('''it's "quoted", $HOME `id` \\\\ \\t 日本語 🚀''')""", "-L", "own")
            .ShouldExit(0).Output.ShouldBe("submitted\n");

        fleet.Host.WaitUntil("python wrote", () => File.Exists(fleet.Host.Outside("read-by-python")) && fleet.Host.Read("read-by-python").Length > 0);
        fleet.Host.Read("read-by-python").ShouldBe("""it's "quoted", $HOME `id` \\ \t 日本語 🚀""");
    }
    // Says where they part: all of them would fill screens.
    private static void ShouldBeTheLines(string[] read, string[] expected)
    {
        var same = read.Zip(expected).TakeWhile(lines => lines.First == lines.Second).Count();
        (read.Length, same, read.ElementAtOrDefault(same)).ShouldBe((expected.Length, expected.Length, expected.ElementAtOrDefault(same)));
    }
}
