using Scriban.Runtime;

namespace Scriban.StandIn.Tests;

/// <summary>Renders a template strictly, as the tool does, with variables and includes given as text.</summary>
internal static class Rendering
{
    /// <summary>What the template renders.</summary>
    /// <param name="template">The template; it is called <c>page.sbn</c>.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="includes">The templates that it can include, by name.</param>
    /// <param name="adjust">Changes to the context.</param>
    public static string Of(
        string template,
        ScriptObject? variables = null,
        IReadOnlyDictionary<string, string>? includes = null,
        Action<TemplateContext>? adjust = null)
    {
        var context = new TemplateContext
        {
            AutoIndent = false,
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedIndexerAccess = false,
            TemplateLoader = includes is null ? null : new TextLoader(includes),
        };
        context.PushGlobal(variables ?? new ScriptObject());
        context.PushGlobal(new ScriptObject());
        adjust?.Invoke(context);
        return Template.Parse(template, "page.sbn").Render(context);
    }
}
