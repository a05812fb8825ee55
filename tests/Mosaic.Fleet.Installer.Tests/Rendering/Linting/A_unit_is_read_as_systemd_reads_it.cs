using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Rendering.Linting;

public sealed class A_unit_is_read_as_systemd_reads_it
{
    [Theory]
    [InlineData("units/a.service", "# x\n; y\n\n[Unit]\nDescription=\n[Service]\nExecStart=/bin/sh -c 'a \\\n  # not a part of it\n  [ -e b ] \\\n  c'\n[Install]\n[X-Mine]\nanything=1")]
    [InlineData("units/a.timer", "[Timer]\r\nOnBootSec=1\r\n")]
    [InlineData("units/a@.service.d/10-b.conf", "[Service]\nMemoryMax=1G\n")]
    [InlineData("units/service.d/10-b.conf", "[Service]\n")]
    [InlineData("units/a.target", "[Unit]\n")]
    [InlineData("units/notes.txt", "[")]
    [InlineData("units/a.service.d/notes", "words")]
    public void What_systemd_takes_is_read(string output, string text) => LintedFile.Say(output, text).ShouldBeEmpty();

    [Theory]
    [InlineData("units/a.service", "[Service\nExecStart=/bin/true\n", "1:1: the section has no closing bracket")]
    [InlineData("units/a.service", "[", "1:1: the section has no closing bracket")]
    [InlineData("units/a.service", "[]", "1:1: the section has no closing bracket")]
    [InlineData("units/a.service", "ExecStart=/bin/true\n[Service]\n", "1:1: the line stands in no section")]
    [InlineData("units/a.service", "[Service]\nExecStart /bin/true\n", "2:1: the line is neither a section, nor a comment, nor Key=value")]
    [InlineData("units/a.service", "[Service]\n=x\n", "2:1: the line is neither a section, nor a comment, nor Key=value")]
    [InlineData("units/a.service", "[Service]\nExecStart=/bin/true \\ \n --flag\n", "3:1: the line is neither a section, nor a comment, nor Key=value")]
    [InlineData("units/a.service", "[Service]\nExecStart=/bin/true \\\\\n --flag\n", "3:1: the line is neither a section, nor a comment, nor Key=value")]
    [InlineData("units/a.service", "[Service]\nExecStart=/bin/true \\\n\n --flag\n", "4:1: the line is neither a section, nor a comment, nor Key=value")]
    [InlineData("units/a.service", "[Servce]\n", "1:1: systemd passes over a section [Servce] here; did you mean [Service]?")]
    [InlineData("units/a.timer", "[Service]\n", "1:1: systemd passes over a section [Service] here")]
    [InlineData("units/a.service.d/b.conf", "[Timer]\n", "1:1: systemd passes over a section [Timer] here")]
    [InlineData("units/a.service", "[Service]\nA=\0\n", "2:3: the text holds a NUL")]
    public void Anything_else_is_named_with_its_place(string output, string text, string said) => LintedFile.Say(output, text).ShouldBe(said);

    [Fact]
    public void So_is_a_byte_that_is_no_text() =>
        LintedFile.Say("units/a.service", [.. "[Unit]\nDescription="u8, 0xE4, (byte)'\n']).ShouldBe("2:13: the text is not valid UTF-8");
}
