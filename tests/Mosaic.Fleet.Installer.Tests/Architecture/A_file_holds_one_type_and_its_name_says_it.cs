using System.Runtime.CompilerServices;
using Mosaic.Fleet.Installer.Diagnostics;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Architecture;

public sealed class A_file_holds_one_type_and_its_name_says_it
{
    private const string Root = "Mosaic.Fleet.Installer";

    [Fact]
    public void And_its_folder_is_the_type_s_namespace()
    {
        var source = TestFiles.Folder($"src/{Root}");
        IEnumerable<string> files =
            from file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(source, file)
            where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
            select path;

        IEnumerable<string> types =
            from type in typeof(Diagnostic).Assembly.GetTypes()
            where !type.IsNested && type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true
            where !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            select $"{type.Namespace![Root.Length..].Replace('.', '/')}/{type.Name.Split('`')[0]}.cs".TrimStart('/');

        // Program's statements stand in no type of ours.
        files.Order(StringComparer.Ordinal).ShouldBe(types.Append("Program.cs").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void And_no_name_says_nothing() =>
        typeof(Diagnostic).Assembly.GetTypes().Select(type => type.Name)
            .Where(name => name.EndsWith("Manager", StringComparison.Ordinal)
                || name.EndsWith("Helper", StringComparison.Ordinal)
                || name.EndsWith("Utils", StringComparison.Ordinal))
            .ShouldBeEmpty();
}
