using Mosaic.Fleet.Installer.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>Reads YAML into a tree whose every node knows its place.</summary>
/// <remarks>
/// YamlDotNet's own node model stops at the first duplicate key, recurses as deep as the file does, and has no limits;
/// so the tree is built from its events, with a stack of our own.
/// </remarks>
internal static class SyntaxTree
{
    /// <summary>How deep mappings and lists may lie in each other. YamlDotNet's scanner is quadratic in the depth.</summary>
    public const int MaximumDepth = 32;

    /// <summary>How many values are read; it bounds time and memory.</summary>
    public const int MaximumNodes = 500_000;

    /// <summary>Reads a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="diagnostics">Takes what is wrong with it as YAML.</param>
    /// <returns>The root; null when the text could not be read to its end.</returns>
    public static SyntaxNode? Read(SourceText source, DiagnosticBag diagnostics)
    {
        var parser = new Parser(new Scanner(new StringReader(source.Text), skipComments: true));
        var builder = new SyntaxTreeBuilder(source, diagnostics);
        try
        {
            while (parser.MoveNext())
            {
                if (parser.Current is DocumentStart && builder.Root is not null)
                {
                    diagnostics.Add(YamlDiagnostics.SecondDocument(source.Span(parser.Current.Start.Index, 3)));
                    return null;
                }

                if (!builder.Add(parser.Current!))
                {
                    return null;
                }
            }
        }
        catch (YamlException exception)
        {
            diagnostics.Add(SyntaxError.Explain(source, exception));
            return null;
        }
        catch (InvalidOperationException)
        {
            // Parser 16.3 throws this, without a place, for a flow collection that a line break leaves open.
            diagnostics.Add(SyntaxError.Unclosed(source, builder.InnermostSpan, parser.Current?.End.Index ?? 0));
            return null;
        }
        catch (ArgumentException)
        {
            // And this, for a tag that is empty, as in `!<> text`, or no URI.
            var index = source.Text.IndexOf('!', (int)(parser.Current?.End.Index ?? 0));
            diagnostics.Add(YamlDiagnostics.Tag(source.Span(Math.Max(index, 0), 1)));
            return null;
        }

        if (builder.Root is null or ScalarNode { IsPlain: true, Value: "" })
        {
            diagnostics.Add(YamlDiagnostics.Empty(source));
            return null;
        }

        return builder.Root;
    }
}
