using Mosaic.Fleet.Installer.Applying;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Rendering.Linting;

public sealed class A_script_is_read_by_bash_itself
{
    [Theory]
    [InlineData("mosaic/tools/x.sh", "#!/usr/bin/env bash\nif true; then :; fi\n")]
    [InlineData("mosaic/bin/x", "#!/bin/sh\ncat <<'E'\n\"\nE\n")]
    [InlineData("mosaic/bin/x", "#!/bin/bash\nshopt -s extglob\ncase $1 in +(a|b)) ;; esac\n")]
    [InlineData("mosaic/bin/x", "#!/usr/bin/env python3\nif x:\n  print('(')\n")]
    [InlineData("mosaic/bin/x", "#!/bin/zsh\nfor x (a) echo $x\n")]
    [InlineData("mosaic/notes.md", "it's a text (")]
    [InlineData("mosaic/bin/x", "#!/bin/sh\nexit\n\0(((")]
    [InlineData("mosaic/tools/x.sh", "# no interpreter is named\n")]
    public void What_bash_takes_and_what_is_not_for_bash_is_read(string output, string text) => LintedFile.Say(output, text).ShouldBeEmpty();

    [Theory]
    [InlineData("mosaic/bin/x", "#!/usr/bin/env bash\n\nif true\nfi\n", "4:1: syntax error near unexpected token `fi'")]
    [InlineData("mosaic/bin/x", "#!/usr/bin/env -S bash -e\n(\n", "2:1: syntax error: unexpected end of file")]
    [InlineData("mosaic/bin/x", "#! /bin/sh\necho )\n", "2:1: syntax error near unexpected token `)'")]
    [InlineData("mosaic/tools/x.sh", "(", "1:1: syntax error: unexpected end of file")]
    [InlineData("mosaic/bin/x", "#!/bin/bash\necho 'a\n", "2:1: unexpected EOF while looking for matching `''")]
    [InlineData("mosaic/bin/x", "#!/bin/bash\r\necho a\r\n", "1:1: the first line ends in CR LF")]
    [InlineData("mosaic/bin/x", "\uFEFF#!/bin/bash\necho a\n", "1:1: a byte order mark stands before the #!")]
    public void Anything_else_is_named_with_its_place_and_the_words_of_bash(string output, string text, string said) =>
        LintedFile.Say(output, text).ShouldStartWith(said);

    [Fact]
    public void However_long_it_is()
    {
        var text = $"#!/bin/bash\n{string.Concat(Enumerable.Repeat("echo a long script\n", 15_000))}fi\n";

        LintedFile.Find("mosaic/bin/x", System.Text.Encoding.UTF8.GetBytes(text)).ShouldNotBeNull().Location.ShouldNotBeNull().Line.ShouldBe(15_002);
    }

    [Fact]
    public void Nothing_of_it_is_run()
    {
        using var folder = new TemporaryFolder();
        var traces = folder.Path / "trace";

        LintedFile.Say("mosaic/bin/x", $"#!/bin/bash\ntouch {traces}\n$(touch {traces})\n").ShouldBeEmpty();

        File.Exists(traces.Value).ShouldBeFalse();
    }

    [Fact]
    public void Where_there_is_no_bash_nothing_is_said() =>
        new BashSyntax("/nowhere").FindFault("("u8.ToArray()).ShouldBeNull();

    [Fact]
    public void A_bash_that_does_not_work_says_nothing_either()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText((folder.Path / "bash").Value, "#!/nowhere/interpreter\n");
        File.SetUnixFileMode((folder.Path / "bash").Value, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        new BashSyntax(folder.Path.Value).FindFault("("u8.ToArray()).ShouldBeNull();
    }
}
