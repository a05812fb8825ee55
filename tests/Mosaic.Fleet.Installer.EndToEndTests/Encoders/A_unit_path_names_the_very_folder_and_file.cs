using System.Text;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Mosaic.Fleet.Installer.Rendering.Encoding;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Encoders;

public sealed class A_unit_path_names_the_very_folder_and_file
{
    [Fact]
    public void As_a_WorkingDirectory() =>
        EachUnitShouldSee(IsAFileName, path => $"WorkingDirectory={UnitPathEncoder.Path(path)}", "/usr/bin/cat ./marker");

    // EnvironmentFile= takes a pattern, so a name that is one itself cannot be said.
    [Fact]
    public void As_an_EnvironmentFile() =>
        EachUnitShouldSee(
            name => IsAFileName(name) && !name.AsSpan().ContainsAny("*?[\\"),
            path => $"EnvironmentFile={UnitPathEncoder.Path(path + "/marker")}",
            "/usr/bin/printf ${MARKER}");

    // Each hostile name becomes a folder with a marker in it, and a unit that finds the marker by the encoded path.
    private static void EachUnitShouldSee(Func<string, bool> suitable, Func<string, string> directive, string command)
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        host.Run("mkdir", "-p", ".config/systemd/user", "seen").ShouldExit(0);
        var folders = host.Outside("hostile");

        HostileTexts.ShouldAll(suitable, texts =>
        {
            string[] names = [.. texts.Distinct()];
            for (int index = 0; index < names.Length; index++)
            {
                Directory.CreateDirectory($"{folders}/{names[index]}");
                File.WriteAllText($"{folders}/{names[index]}/marker", $"MARKER={index}");
                File.WriteAllText(host.Outside($".config/systemd/user/hostile-{index}.service"), $"""
                    [Service]
                    Type=oneshot
                    {directive($"{host.Home}/hostile/{names[index]}")}
                    ExecStart={command}
                    StandardOutput=truncate:%h/seen/{index}
                    """);
            }

            host.Shell($"systemctl --user daemon-reload && systemctl --user start hostile-{{0..{names.Length - 1}}}.service").ShouldExit(0);

            for (int index = 0; index < names.Length; index++)
            {
                host.Read($"seen/{index}").ShouldEndWith($"{index}", customMessage: names[index]);
            }

            Directory.Delete(folders, recursive: true);
        });
    }

    private static bool IsAFileName(string text) =>
        text is not ("" or "." or "..") && !text.AsSpan().ContainsAny("/\n\r") && Encoding.UTF8.GetByteCount(text) < 200;
}
