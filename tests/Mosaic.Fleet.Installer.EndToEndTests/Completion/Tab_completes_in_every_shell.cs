using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Completion;

/// <summary>The Tab key pressed in real shells. They have no PATH: whatever would start a program fails.</summary>
/// <param name="home">What they complete.</param>
[Collection(nameof(CompletedHome))]
public sealed class Tab_completes_in_every_shell(CompletedHome home)
{
    // What is typed, and what it becomes; or words of the list below it.
    private static readonly (string Typed, string[] Shown)[] Cases =
    [
        ("mosaic ag", ["> mosaic agent"]),
        ("mosaic fleet rest", ["> mosaic fleet restart"]),
        ("mosaic fleet start rev0 co", ["coder0", "coder1"]),
        ("mosaic-agent tail mos", ["> mosaic-agent tail mos-claude"]),
        ("mosaic fleet restart --timeout 5 ult", ["> mosaic fleet restart --timeout 5 ultron"]),
        ("mosaic agent send --class orch", ["> mosaic agent send --class orchestrator"]),
        ("mosaic agent queue coder0 ", ["list", "show", "drop", "flush"]),
        ("mosaic fleet status --", ["--columns", "--json", "--help"]),
        ("send-message.sh --js", ["> send-message.sh --json"]),
        ("tools/git/lane-brief.sh --js", ["> tools/git/lane-brief.sh --json"]),
        ("mosaic-fleet-install unin", ["> mosaic-fleet-install uninstall"]),
        ("mosaic-fleet-install --conflict over", ["> mosaic-fleet-install --conflict overwrite"]),
        ("mosaic-fleet-install --profile usc", ["> mosaic-fleet-install --profile usc-software-factory"]),
        ("mosaic-fleet-install explain sec", ["> mosaic-fleet-install explain secrev0"]),
        ("mosaic-fleet-install explain secrev0 worki", ["> mosaic-fleet-install explain secrev0 working_directory"]),
        ("mosaic-fleet-install completion f", ["> mosaic-fleet-install completion fish"]),
    ];

    public static TheoryData<string> Shells => [.. CompletedHome.Shells];

    [Theory]
    [MemberData(nameof(Shells))]
    public void Commands_options_values_and_the_agents_of_now(string shell)
    {
        Prerequisite.Program("tmux");
        Prerequisite.Program(shell);
        using var terminal = Start(shell);

        foreach (var (typed, shown) in Cases)
        {
            terminal.Type(typed);
            terminal.WaitFor($"'{typed}' completed", lines => shown.All(word => IsThere(lines, word)));
        }

        // An agent that comes later is known at the next Tab.
        var name = $"latecomer-{shell}";
        File.AppendAllText(home.AgentsTable, $"{name} true always 5 - shell canary\n");
        terminal.Type($"mosaic agent attach {name[..^2]}");
        terminal.WaitFor("the agent that came later", lines => IsThere(lines, $"> mosaic agent attach {name}"));
    }

    private static bool IsThere(string[] lines, string word) => word.StartsWith('>')
        ? lines is [var line, ..] && line == word
        : lines.Skip(1).Any(line => line.Split(' ').Contains(word));

    private Terminal Start(string shell)
    {
        var (fleet, tool) = (home.FleetCompletion(shell), home.ToolCompletion(shell));
        var (file, lines, options) = shell switch
        {
            "bash" => (".bashrc", $"PS1='> '\nbind 'set show-all-if-ambiguous on'\nsource {fleet}\nsource {tool}\nPATH=/nowhere", "-i"),
            "zsh" => (".zshrc", $"PS1='> '\nfpath=({Path.GetDirectoryName(fleet)} $fpath)\nunsetopt list_ambiguous\nautoload -Uz compinit\ncompinit -u -D\nsource {tool}\nPATH=/nowhere", "-i"),
            _ => (".config/fish/config.fish", $"function fish_prompt; set -gx PATH /nowhere; printf '> '; end\nset -g fish_greeting\nsource {fleet}\nsource {tool}", "-i"),
        };
        Directory.CreateDirectory(Path.Combine(home.Folder, ".config/fish"));
        // Else fish begins its first session by reading all manual pages, in the background.
        Directory.CreateDirectory(Path.Combine(home.Folder, ".local/share/fish/generated_completions"));
        File.WriteAllText(Path.Combine(home.Folder, file), lines + "\n");
        return new Terminal($"exec env -i HOME={home.Folder} TERM=screen-256color LANG=C.UTF-8 PATH=/usr/bin:/bin {shell} {options}");
    }
}
