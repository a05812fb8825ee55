using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Lint;

public sealed class Every_generated_file_is_clean
{
    // shellcheck takes a second and more for a long script.
    private static readonly TimeSpan LintLimit = TimeSpan.FromMinutes(10);

    [Fact]
    public void Under_the_tools_of_its_language_in_each_profile()
    {
        Prerequisite.Program("shellcheck");
        Prerequisite.Program("shfmt");
        using var host = Host.Start(HostKind.UserWithUserManager);
        host.Write("clean", string.Empty);

        foreach (var profile in new[] { "minimal", "local-factory", "usc-software-factory", "with-tools" })
        {
            host.Write(".config/mosaic/fleet/profiles/with-tools.yaml", "version: 1\nextends: minimal\ntools: [git, woodpecker]\n");
            host.Install("--profile", profile, "--replace-roster").ShouldExit(0);

            // Found by what the files are, so that a new one cannot be forgotten; one that was clean in another profile is.
            ShouldBeSilent(host, """
                grep -rl -m1 '^#!' ~/.config/mosaic | xargs sha256sum | sort | { grep -vFf ~/clean || true; } >~/fresh
                mapfile -t scripts < <(cut -c 67- ~/fresh)
                if ((${#scripts[@]})); then
                  printf '%s\0' "${scripts[@]}" | xargs -0 -n 1 bash -n
                  shellcheck "${scripts[@]}"
                  shfmt -i 2 -ci -d "${scripts[@]}"
                fi
                cut -c 1-64 ~/fresh >>~/clean
                """);
            ShouldBeSilent(host, "find ~/.config/mosaic -name '*.env' -print0 | xargs -0 -n 1 bash -n");
            ShouldBeSilent(host, "tmux -L lint -f /dev/null start-server ';' source-file ~/.config/mosaic/fleet/tmux.conf");
            ShouldBeSilent(host, """
                cd ~/.config/systemd/user
                for file in ~/.config/mosaic/fleet/agents/*.env; do
                  agents+=("mosaic-agent@$(basename "$file" .env).service")
                done
                systemd-analyze --user --recursive-errors=yes --man=no verify mosaic-*.target mosaic-tmux-holder.service "${agents[@]}"
                """);
        }
    }

    private static void ShouldBeSilent(Host host, string script)
    {
        var result = host.Shell($"set -euo pipefail\n{script}", LintLimit).ShouldExit(0);
        (result.Output + result.Error).ShouldBeEmpty();
    }
}
