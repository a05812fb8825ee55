using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban;

/// <summary>A parsed template: parse once, render many times.</summary>
public sealed class Template
{
    private readonly Block? _page;
    private readonly SourceSpan _start;

    private Template(string? sourceFilePath, int length, Block? page, SourceSpan start, LogMessageBag messages)
    {
        Length = length;
        SourceFilePath = sourceFilePath;
        _page = page;
        _start = start;
        Messages = messages;
    }

    /// <summary>The path that was given to <see cref="Parse"/>; positions of errors name it.</summary>
    public string? SourceFilePath { get; }

    /// <summary>Whether the text is not a template; <see cref="Messages"/> says why.</summary>
    public bool HasErrors => Messages.HasErrors;

    /// <summary>What the parser found wrong; the parser stops at the first error.</summary>
    public LogMessageBag Messages { get; }

    /// <summary>The length of its text in UTF-16 code units.</summary>
    internal int Length { get; }

    /// <summary>Parses a template; what is wrong or not supported is found in <see cref="Messages"/>.</summary>
    /// <param name="text">The template.</param>
    /// <param name="sourceFilePath">What positions call the template; <c>&lt;input&gt;</c> when null.</param>
    public static Template Parse(string text, string? sourceFilePath = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = new SourceText(sourceFilePath ?? "<input>", text);
        var messages = new LogMessageBag();
        Block? page = null;
        try
        {
            page = Parser.Parse(source);
        }
        catch (SyntaxErrorException error)
        {
            messages.Add(new LogMessage(ParserMessageType.Error, error.Span, error.Message));
        }

        return new Template(sourceFilePath, text.Length, page, source.Span(0, 0), messages);
    }

    /// <summary>Renders the template.</summary>
    /// <exception cref="InvalidOperationException">The template has errors.</exception>
    /// <exception cref="ScriptRuntimeException">What the template asks for cannot be done; its span says where.</exception>
    public string Render(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_page is null)
        {
            throw new InvalidOperationException($"The template has errors: {Messages}");
        }

        if (context.AutoIndent)
        {
            throw new ScriptRuntimeException(_start, "automatic indentation is not supported: set TemplateContext.AutoIndent to false");
        }

        return context.Output.Collect(() => _page.Execute(context));
    }
}
