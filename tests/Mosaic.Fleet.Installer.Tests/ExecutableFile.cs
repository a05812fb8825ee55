using System.Text;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Shouldly;

namespace Mosaic.Fleet.Installer.Tests;

/// <summary>Programs that tests write and run.</summary>
internal static class ExecutableFile
{
    /// <summary>Writes an executable file (0755), and the folders above it.</summary>
    /// <remarks>
    /// By a process of its own: a program that another test starts at this moment would inherit the open file until it is executed, and
    /// nobody may execute a file that is open for writing (ETXTBSY, execve(2)).
    /// </remarks>
    public static void Write(AbsolutePath file, string text) =>
        Programs.Collect(["install", "-D", "-m", "755", "/dev/stdin", file.Value], TimeSpan.FromMinutes(1), input: Encoding.UTF8.GetBytes(text)).ExitCode.ShouldBe(0);
}
