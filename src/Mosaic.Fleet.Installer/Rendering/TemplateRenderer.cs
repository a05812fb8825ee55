using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Rendering.Encoding;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using SourceSpan = Scriban.Parsing.SourceSpan;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>Renders templates. The only file that touches Scriban's names.</summary>
internal sealed class TemplateRenderer
{
    /// <summary>Rounds: above the largest fleet that a loop over `agents` meets; below what would keep a person waiting.</summary>
    public const int LoopLimit = 1_000_000;

    /// <summary>In UTF-16 code units: above the largest artifact of such a fleet; below what would fill a small host's memory.</summary>
    public const int TextLimit = 16 * 1024 * 1024;

    private readonly TemplateCatalogue _catalogue;
    private readonly ScriptObject _globals;
    private readonly Dictionary<string, Template> _parsed = new(StringComparer.Ordinal);

    /// <summary>Makes a renderer for one run.</summary>
    /// <param name="catalogue">Where templates and includes are found.</param>
    /// <param name="common">Variables that every template sees.</param>
    public TemplateRenderer(TemplateCatalogue catalogue, ImmutableDictionary<string, object?> common)
    {
        _catalogue = catalogue;
        _globals = Import(common);
        foreach (var (language, functions) in Encoders)
        {
            _globals[language] = Functions(functions);
        }
    }

    /// <summary>The only ways for text into an artifact, by the language that it is in: <c>env.quote</c>, <c>unit.word</c>…</summary>
    public static ImmutableDictionary<string, ImmutableDictionary<string, Func<string, string>>> Encoders { get; } =
        new Dictionary<string, ImmutableDictionary<string, Func<string, string>>>
        {
            ["env"] = Named(("quote", EnvironmentFileEncoder.Quote)),
            ["shell"] = Named(("quote", ShellEncoder.Quote)),
            ["unit"] = Named(("word", UnitExecEncoder.Word), ("path", UnitPathEncoder.Path), ("text", UnitTextEncoder.Text)),
        }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Renders one template.</summary>
    /// <param name="path">Its path below <c>templates/</c>.</param>
    /// <param name="variables">What it sees besides the common variables.</param>
    /// <exception cref="InstallationException">It is wrong, or names a variable that does not exist.</exception>
    public string Render(string path, ImmutableDictionary<string, object?> variables)
    {
        var template = Parse(path);
        var context = new TemplateContext
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedIndexerAccess = false,
            LoopLimit = LoopLimit,
            LimitToString = TextLimit,
            AutoIndent = false,
            TemplateLoader = new CatalogueLoader(_catalogue),
        };
        context.PushGlobal(_globals);
        context.PushGlobal(Import(variables));
        try
        {
            return template.Render(context);
        }
        catch (ScriptParserRuntimeException exception)
        {
            throw FirstError(exception.ParserMessages);
        }
        catch (ScriptRuntimeException exception)
        {
            throw InstallationErrors.BadTemplate(Locate(exception.Span), exception.OriginalMessage);
        }
    }

    private Template Parse(string path)
    {
        if (!_parsed.TryGetValue(path, out var template))
        {
            template = Template.Parse(_catalogue.ReadText(path), path);
            if (template.HasErrors)
            {
                throw FirstError(template.Messages);
            }

            _parsed.Add(path, template);
        }

        return template;
    }

    private static InstallationException FirstError(IEnumerable<LogMessage> messages)
    {
        var first = messages.First(message => message.Type == ParserMessageType.Error);
        return InstallationErrors.BadTemplate(Locate(first.Span), first.Message);
    }

    // Scriban counts lines and columns from 0.
    private static SourceLocation Locate(SourceSpan span) =>
        new($"templates/{span.FileName}", span.Start.Line + 1, span.Start.Column + 1);

    private static ImmutableDictionary<string, Func<string, string>> Named(params (string Name, Func<string, string> Function)[] functions) =>
        functions.ToImmutableDictionary(pair => pair.Name, pair => pair.Function, StringComparer.Ordinal);

    private static ScriptObject Functions(ImmutableDictionary<string, Func<string, string>> functions)
    {
        var result = new ScriptObject();
        foreach (var (name, function) in functions)
        {
            result.Import(name, function);
        }

        return result;
    }

    private static ScriptObject Import(ImmutableDictionary<string, object?> variables)
    {
        var result = new ScriptObject();
        foreach (var (name, value) in variables)
        {
            result[name] = value switch
            {
                ImmutableDictionary<string, object?> members => Import(members),
                ImmutableArray<object?> items => new ScriptArray(
                    items.Select(item => item is ImmutableDictionary<string, object?> members ? Import(members) : item)),
                _ => value,
            };
        }

        return result;
    }

    private sealed class CatalogueLoader(TemplateCatalogue catalogue) : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
            catalogue.Contains(templateName)
                ? templateName
                : throw new ScriptRuntimeException(callerSpan, $"there is no template '{templateName}' to include");

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => catalogue.ReadText(templatePath);

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            ValueTask.FromResult<string?>(Load(context, callerSpan, templatePath));
    }
}
