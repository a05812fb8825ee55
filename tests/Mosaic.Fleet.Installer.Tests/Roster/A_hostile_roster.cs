using System.Globalization;
using System.Text;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Roster;

/// <summary>What an enemy writes ends in diagnostics. It is processor time that counts, whatever else the host does.</summary>
public sealed class A_hostile_roster
{
    private const int Mebibyte = 1024 * 1024;

    // Two seconds on an idle host; one that is shared is slower.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    public static TheoryData<string, string, string> Texts => new()
    {
        { "brackets that open", Fill("["), "MFI008" },
        { "braces that open", Fill("{"), "MFI008" },
        { "lists in lists", Fill("- "), "MFI008" },
        { "keys in keys", Fill("? "), "MFI008" },
        { "stairs", string.Concat(Enumerable.Range(0, 1000).Select(depth => new string(' ', depth) + "a:\n")), "MFI008" },
        { "endless empty items", Fill("-\n", "version: 1\nagents:\n"), "MFI009" },
        { "endless agents", "version: 1\nagents:\n" + string.Concat(Enumerable.Range(0, 400_000).Select(i => $"- name: a{i}\n")), "MFI009" },
        { "endless aliases", Fill("- *a\n", "version: 1\nagents:\n- &a { name: a }\n"), "MFI009" },
        { "aliases of aliases", Laughs(), "MFI014" },
        { "many variables for many agents", Product(), "MFI009" },
        { "many defaults for many agents", Defaults(), "MFI009" },
        { "endless anchors", string.Concat(Enumerable.Range(0, 550_000).Select(i => $"- &a{i}\n")), "MFI009" },
        { "endless unknown keys on one line", "{" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"kkkkkkkkkkkkkkkk{i}: 1, ")) + "}", "MFI012" },
        { "endless tags", Fill("- !a\n"), "MFI016" },
        { "endless documents", Fill("---\n"), "MFI007" },
        { "one endless word", Fill("a"), "MFI014" },
        { "one endless colon", Fill(":"), "MFI006" },
        { "one endless quote", Fill("a", "\""), "MFI006" },
        { "one endless comment", Fill("# a\n"), "MFI005" },
        { "endless empty lines", Fill("\n"), "MFI005" },
        { "an endless model hint", Fill("a", "version: 1\nagents:\n- name: a\n  model_hint: "), "MFI031" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Ends_in_a_diagnostic_and_soon(string kind, string text, string code)
    {
        kind.ShouldNotBeEmpty();
        var began = ProcessorTime();

        var codes = RosterReader.Read(new SourceText("r", text)).Diagnostics.Select(diagnostic => diagnostic.Code);

        codes.ShouldContain(code);
        (ProcessorTime() - began).ShouldBeLessThan(Deadline);
    }

    // Of this thread, in nanoseconds first (proc_pid_schedstat(5)).
    private static TimeSpan ProcessorTime() =>
        TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000);

    private static string Fill(string piece, string beginning = "") =>
        new StringBuilder(beginning).Insert(beginning.Length, piece, 2 * Mebibyte / piece.Length).ToString();

    // Eight lists of ten, each of the one before: a hundred million agents in half a kilobyte.
    private static string Laughs() =>
        "x0: &x0 { name: ha }\n"
        + string.Concat(Enumerable.Range(1, 8).Select(i => $"x{i}: &x{i} [{string.Join(", ", Enumerable.Repeat($"*x{i - 1}", 10))}]\n"))
        + "version: 1\nagents: *x8\n";

    private static string Defaults() =>
        "version: 1\ndefaults: { env: { " + string.Join(", ", Enumerable.Range(0, 10_000).Select(i => $"V{i}: x")) + " } }\nagents:\n"
        + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"- {{ name: a{i}, env: {{ A: b }} }}\n"));

    private static string Product() =>
        "version: 1\ndefaults: { env: &env { " + string.Join(", ", Enumerable.Range(0, 10_000).Select(i => $"V{i}: x")) + " } }\nagents:\n"
        + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"- {{ name: a{i}, env: *env }}\n"));
}
