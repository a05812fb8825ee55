using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>What the user said about conflicts.</summary>
/// <param name="ForAll">The answer of <c>--conflict</c>; null when it was not given.</param>
/// <param name="PerFile">Answers to questions about single files.</param>
internal sealed record ConflictAnswers(ConflictAnswer? ForAll, ImmutableArray<FileAnswer> PerFile)
{
    /// <summary>Nothing was said.</summary>
    public static ConflictAnswers None { get; } = new(null, []);

    /// <summary>The answer for one file; null when there is none.</summary>
    public ConflictAnswer? For(AbsolutePath path) => PerFile.FirstOrDefault(answer => answer.Path == path)?.Answer ?? ForAll;
}
