using System.Reflection;
using Mosaic.Fleet.Installer.Diagnostics;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Architecture;

public sealed class The_pipeline_runs_one_way
{
    private const string Root = "Mosaic.Fleet.Installer";

    // A later stage may use an earlier one. The pipeline itself stands above the stages, and the command line on top.
    private static readonly string[] Stages =
        ["Diagnostics", "Roster", "Profiles", "Layout", "Rendering", "Packaging", "Planning", "Applying", "Reporting", Root, "Cli"];

    private static readonly Assembly Tool = typeof(Diagnostic).Assembly;

    [Fact]
    public void No_stage_uses_a_later_one()
    {
        IEnumerable<string> reversed =
            from type in Tool.GetTypes()
            where StageOf(type) is not null
            from used in TypeReferences.Of(type)
            where Array.IndexOf(Stages, StageOf(used)) > Array.IndexOf(Stages, StageOf(type))
            select $"{type.FullName} uses {used.FullName}";

        reversed.ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_pipeline() =>
        Tool.GetTypes().Select(StageOf).OfType<string>().Distinct().ShouldBeSubsetOf(Stages);

    // The folder's name; null for types of other assemblies and those that the compiler puts outside.
    private static string? StageOf(Type type) =>
        type.Assembly != Tool ? null
        : type.Namespace == Root ? Root
        : type.Namespace?.StartsWith(Root + ".", StringComparison.Ordinal) == true ? type.Namespace[(Root.Length + 1)..].Split('.')[0]
        : null;
}
