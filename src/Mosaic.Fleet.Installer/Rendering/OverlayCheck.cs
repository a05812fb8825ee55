using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>Finds files of the user's that would do nothing, as an overlay whose name is misspelt.</summary>
internal static class OverlayCheck
{
    // Templates that are named elsewhere than in a table: by other templates, by agents.
    private static readonly string[] NamedFolders = ["includes/", "kickstart/"];

    /// <summary>Says which files are no text, and which are used by nothing.</summary>
    /// <param name="templates">The templates.</param>
    /// <param name="rules">The rows of all tables.</param>
    /// <param name="kickstarts">The templates that the roster's agents name.</param>
    /// <param name="diagnostics">Takes the errors and the warnings.</param>
    public static void Run(TemplateCatalogue templates, ImmutableArray<ArtifactRule> rules, IEnumerable<string> kickstarts, DiagnosticBag diagnostics)
    {
        ImmutableHashSet<string> used = [.. rules.Select(rule => rule.Template), .. templates.Layers[^1].Paths, ArtifactTable.FileName, .. kickstarts];
        var texts = ReadTexts(templates, diagnostics);
        foreach (var layer in templates.Layers.Where(layer => !layer.IsBuiltIn))
        {
            foreach (var path in layer.Paths.Where(path => !used.Contains(path)))
            {
                if (!NamedFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))
                {
                    diagnostics.Add(TemplateDiagnostics.OverlaysNothing(layer.NameOf(path), path, templates.Layers[^1].Paths));
                }
                else if (!texts.Any(text => text.Contains(path, StringComparison.Ordinal)))
                {
                    // A template may put a name together, and a roster name one later, so that this is no more than suspicious.
                    diagnostics.Add(TemplateDiagnostics.NamedNowhere(layer.NameOf(path), path, templates.Layers[^1].Paths));
                }
            }
        }
    }

    private static List<string> ReadTexts(TemplateCatalogue templates, DiagnosticBag diagnostics)
    {
        List<string> texts = [];
        foreach (var path in templates.Paths.Where(path => path.EndsWith(TemplateLayer.Extension, StringComparison.Ordinal)))
        {
            try
            {
                texts.Add(templates.ReadText(path).Text);
            }
            catch (InstallationException failure)
            {
                diagnostics.AddRange(failure.Diagnostics);
            }
        }

        return texts;
    }
}
