using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Reporting;
using Mosaic.Fleet.Installer.Reporting.Diffs;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>Asks a person about each conflicting file.</summary>
/// <param name="input">What the person types, a line an answer.</param>
/// <param name="output">Where they are asked.</param>
/// <param name="colour">Whether diffs are coloured.</param>
internal sealed class ConflictQuestions(TextReader input, TextWriter output, bool colour)
{
    /// <summary>Asks about each file; answers may be cut down to their first letter.</summary>
    /// <returns>The answers; null when the person quits, or there is nobody any more.</returns>
    public ConflictAnswers? Ask(IEnumerable<FileConflict> conflicts)
    {
        var answers = ImmutableArray.CreateBuilder<FileAnswer>();
        foreach (var conflict in conflicts)
        {
            output.WriteLine($"{conflict.Diff.Name}: both you and the roster changed it.");
            if (Ask(conflict) is not { } answer)
            {
                return null;
            }

            answers.Add(new FileAnswer(conflict.Path, answer));
        }

        return ConflictAnswers.None with { PerFile = answers.ToImmutable() };
    }

    private ConflictAnswer? Ask(FileConflict conflict)
    {
        while (true)
        {
            output.Write("  [k]eep yours, [o]verwrite it, write ours beside it as a [s]idecar, show the [d]iff, or [q]uit? ");
            output.Flush();
            switch (input.ReadLine()?.Trim())
            {
                case "k" or "keep":
                    return ConflictAnswer.Keep;
                case "o" or "overwrite":
                    return ConflictAnswer.Overwrite;
                case "s" or "sidecar":
                    return ConflictAnswer.Sidecar;
                case "d" or "diff":
                    DiffWriter.Write(conflict.Diff, output, colour);
                    break;
                case null or "q" or "quit":
                    return null;
            }
        }
    }
}
