using System.Buffers;
using System.Collections.Frozen;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Compares what agents expect of their host with what is there. It may come later, so these are warnings.</summary>
/// <param name="facts">The PATH that agents have.</param>
/// <param name="layout">The home directory, and the fleet's own commands.</param>
internal sealed class HostExpectations(HostFacts facts, FleetLayout layout)
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./+-~");

    // Words that bash knows without PATH and that a command may well begin with.
    private static readonly FrozenSet<string> ShellWords = FrozenSet.ToFrozenSet(
        [".", "case", "cd", "command", "echo", "eval", "exec", "export", "false", "for", "if", "printf", "read", "set", "source", "test", "time",
            "trap", "true", "ulimit", "umask", "unset", "until", "wait", "while"], StringComparer.Ordinal);

    /// <summary>Each folder and each program that is missing, once, where the first agent that needs it says so.</summary>
    public IEnumerable<Diagnostic> FindMissing(FleetRoster roster)
    {
        var agents = roster.Agents.Where(agent => agent.Origins is not null).ToList();
        var folders = agents.GroupBy(agent => agent.WorkingDirectory, StringComparer.Ordinal)
            .Where(users => !Directory.Exists(Expand(users.Key)))
            .Select(users => new { Folder = users.Key, First = users.First(), Count = users.Count() });
        foreach (var missing in folders)
        {
            yield return RosterDiagnostics.MissingWorkingDirectory(
                missing.First.Origins!.WorkingDirectory, missing.Folder, missing.First.Name, missing.Count - 1);
        }

        // Whether a program is there is asked once a command, which may be that of thousands.
        var programs = agents.GroupBy(agent => new { agent.Command, Folder = agent.Command.Contains('/', StringComparison.Ordinal) ? agent.WorkingDirectory : "" })
            .Select(users => new { Program = MissingProgram(users.First()), First = users.First(), Count = users.Count() })
            .Where(missing => missing.Program is not null)
            .GroupBy(missing => missing.Program!, StringComparer.Ordinal);
        foreach (var missing in programs)
        {
            var first = missing.First().First;
            yield return RosterDiagnostics.MissingProgram(first.Origins!.Command, missing.Key, first.Name, missing.Sum(users => users.Count) - 1);
        }
    }

    // The launcher decides in the same way, when it is about to start the agent.
    private string? MissingProgram(AgentDefinition agent)
    {
        var words = agent.Command.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is ["mosaic", ..])
        {
            // The fleet's own `mosaic` is always there, and passes other words on to the next one.
            if (!IsOnSearchPath("mosaic", except: layout.CommandFolder.Value))
            {
                return "mosaic";
            }

            words = words is [_, "yolo", ..] ? words[2..] : [];
        }

        if (words is not [var program, ..] || program.AsSpan().ContainsAnyExcept(Plain) || ShellWords.Contains(program))
        {
            return null;
        }

        var isThere = program.Contains('/', StringComparison.Ordinal)
            ? File.Exists(Path.Combine(Expand(agent.WorkingDirectory), Expand(program)))
            : IsOnSearchPath(program, except: null);
        return isThere ? null : program;
    }

    private bool IsOnSearchPath(string program, string? except) =>
        facts.SearchPath.Split(':').Any(folder => folder != except && File.Exists(Path.Join(folder, program)));

    private string Expand(string path) =>
        path == "~" ? layout.Home.Value
        : path.StartsWith("~/", StringComparison.Ordinal) ? (layout.Home / path[2..]).Value
        : path;
}
