using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Diagnostics;

public sealed class A_bag_of_diagnostics
{
    private readonly SourceText _source = new("r", string.Concat(Enumerable.Repeat("a\n", 3000)));

    [Fact]
    public void Gives_them_in_the_order_of_their_places() =>
        Fill(5, 1, 3).Select(diagnostic => diagnostic.Location!.Line).ShouldBe([1, 3, 5]);

    [Fact]
    public void Says_each_once() => Fill(2, 2, 2).ShouldHaveSingleItem();

    [Fact]
    public void Stops_at_a_thousand_and_says_so()
    {
        var diagnostics = Fill([.. Enumerable.Range(1, 2000)]);

        diagnostics.Length.ShouldBe(DiagnosticBag.Capacity + 1);
        diagnostics[^1].Message.ShouldBe("only the first 1000 problems are shown");
    }

    private ImmutableArray<Diagnostic> Fill(params int[] lines)
    {
        var bag = new DiagnosticBag();
        foreach (var line in lines)
        {
            bag.Add(Diagnostic.Error("MFI012", _source.Span((line - 1) * 2, 1), "unknown"));
        }

        return bag.ToSorted();
    }
}
