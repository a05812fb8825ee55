using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Finds the templates that others include.</summary>
public interface ITemplateLoader
{
    /// <summary>The path, or any other key, of the template that an include names, or null if there is none.</summary>
    public string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName);

    /// <summary>The text of the template with a path from <see cref="GetPath"/>, or null if there is none.</summary>
    public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath);

    /// <summary>The same for asynchronous rendering, which the stand-in does not support and never calls.</summary>
    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath);
}
