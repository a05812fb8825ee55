using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Rendering.Encoding;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using ScriptSpan = Scriban.Parsing.SourceSpan;
using SourceSpan = Mosaic.Fleet.Installer.Diagnostics.SourceSpan;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>Renders templates. The only file that touches Scriban's names.</summary>
internal sealed class TemplateRenderer
{
    /// <summary>Rounds: above the largest fleet that a loop over `agents` meets; below what would keep a person waiting.</summary>
    public const int LoopLimit = 1_000_000;

    /// <summary>In UTF-16 code units: above the largest artifact of such a fleet; below what would fill a small host's memory.</summary>
    public const int TextLimit = 16 * 1024 * 1024;

    private readonly TemplateCatalogue _catalogue;
    private readonly ImmutableDictionary<string, object?> _common;
    private readonly ScriptObject _globals;
    private readonly Dictionary<string, Template> _parsed = new(StringComparer.Ordinal);

    /// <summary>Makes a renderer for one run.</summary>
    /// <param name="catalogue">Where templates and includes are found.</param>
    /// <param name="common">Variables that every template sees.</param>
    public TemplateRenderer(TemplateCatalogue catalogue, ImmutableDictionary<string, object?> common)
    {
        _catalogue = catalogue;
        _common = common;
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
            ["manual"] = Named(("text", ManualPageEncoder.Text)),
            ["markdown"] = Named(("text", MarkdownEncoder.Text)),
            ["shell"] = Named(("quote", ShellEncoder.Quote)),
            ["unit"] = Named(("word", UnitExecEncoder.Word), ("path", UnitPathEncoder.Path), ("text", UnitTextEncoder.Text)),
        }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Renders one template.</summary>
    /// <param name="path">Its path in the catalogue.</param>
    /// <param name="variables">What it sees besides the common variables.</param>
    /// <exception cref="InstallationException">It is wrong, or names a variable that does not exist.</exception>
    public RenderedTemplate Render(string path, ImmutableDictionary<string, object?> variables)
    {
        var template = Parse(path);
        var loader = new CatalogueLoader(_catalogue);
        var context = new TemplateContext
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedIndexerAccess = false,
            LoopLimit = LoopLimit,
            LimitToString = TextLimit,
            AutoIndent = false,
            TemplateLoader = loader,
        };
        context.PushGlobal(_globals);
        context.PushGlobal(Import(variables));
        try
        {
            return new RenderedTemplate(template.Render(context), [path, .. loader.Included]);
        }
        catch (ScriptParserRuntimeException exception)
        {
            throw Errors(exception.ParserMessages);
        }
        catch (ScriptRuntimeException exception)
        {
            var place = Locate(exception.Span);
            throw new InstallationException(FailureKind.BadInput, [loader.Missing is { } missing
                ? TemplateDiagnostics.NoInclude(place, missing, _catalogue.Paths)
                : TemplateDiagnostics.Wrong(place, exception.OriginalMessage, NearestVariable.Hint(place, _common.AddRange(variables)))]);
        }
    }

    private Template Parse(string path)
    {
        if (!_parsed.TryGetValue(path, out var template))
        {
            template = Template.Parse(_catalogue.ReadText(path).Text, path);
            if (template.HasErrors)
            {
                throw Errors(template.Messages);
            }

            _parsed.Add(path, template);
        }

        return template;
    }

    private InstallationException Errors(IEnumerable<LogMessage> messages) => new(FailureKind.BadInput,
    [
        .. messages.Where(message => message.Type == ParserMessageType.Error)
            .Select(message => TemplateDiagnostics.Wrong(Locate(message.Span), message.Message, hint: null)),
    ]);

    // Scriban's spans include their last character.
    private SourceSpan Locate(ScriptSpan span) =>
        _catalogue.ReadText(span.FileName).Span(span.Start.Offset, span.End.Offset - span.Start.Offset + 1L);

    private static ImmutableDictionary<string, Func<string, string>> Named(params (string Name, Func<string, string> Function)[] functions)
    {
        var named = ImmutableDictionary.CreateBuilder<string, Func<string, string>>(StringComparer.Ordinal);
        foreach (var (name, function) in functions)
        {
            named.Add(name, function);
        }

        return named.ToImmutable();
    }

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
        /// <summary>The include that is not there, once one was asked for.</summary>
        public string? Missing { get; private set; }

        /// <summary>The includes that were asked for, some of them more than once.</summary>
        public List<string> Included { get; } = [];

        public string GetPath(TemplateContext context, ScriptSpan callerSpan, string templateName)
        {
            if (catalogue.Paths.Contains(templateName))
            {
                Included.Add(templateName);
                return templateName;
            }

            Missing = templateName;
            throw new ScriptRuntimeException(callerSpan, "there is no such template");
        }

        public string Load(TemplateContext context, ScriptSpan callerSpan, string templatePath) => catalogue.ReadText(templatePath).Text;

        public ValueTask<string?> LoadAsync(TemplateContext context, ScriptSpan callerSpan, string templatePath) =>
            ValueTask.FromResult<string?>(Load(context, callerSpan, templatePath));
    }
}
