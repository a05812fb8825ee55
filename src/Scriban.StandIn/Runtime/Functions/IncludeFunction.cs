using Scriban.Syntax;

namespace Scriban.Runtime.Functions;

/// <summary><c>include 'name' argument name: argument</c>: the text that another template renders.</summary>
internal sealed class IncludeFunction : IScriptFunction
{
    /// <inheritdoc/>
    public object? Invoke(CallArguments arguments)
    {
        if (arguments.Count == 0)
        {
            throw arguments.Error("Expecting at least the name of the template to include for the <include> function");
        }

        if (arguments.Named.Any(argument => argument.Key is "template_name" or "size"))
        {
            throw arguments.Error("the names `template_name` and `size` for arguments are not supported");
        }

        var context = arguments.Context;
        var template = Find(arguments, arguments.Text(0));
        var outer = context.IncludeArguments;
        context.Limits.CountInclude(arguments.Span, template.Length);
        context.Limits.EnterCall(arguments.Span);
        context.IncludeArguments = new IncludeArguments([.. arguments.Values], arguments.Named);
        try
        {
            return arguments.Made(template.Render(context));
        }
        finally
        {
            context.IncludeArguments = outer;
            context.Limits.LeaveCall();
        }
    }

    private static Template Find(CallArguments arguments, string name)
    {
        if (name.Length == 0)
        {
            throw arguments.Error("Include template name cannot be empty");
        }

        var context = arguments.Context;
        var loader = context.TemplateLoader ?? throw arguments.Error($"Unable to include `{name}`: TemplateContext.TemplateLoader is not set");
        var path = loader.GetPath(context, arguments.Span, name) ?? throw arguments.Error($"Unable to include `{name}`: there is no such template");
        if (context.CachedTemplates.TryGetValue(path, out var cached))
        {
            return cached;
        }

        var text = loader.Load(context, arguments.Span, path) ?? throw arguments.Error($"Unable to include `{path}`: it cannot be loaded");
        var template = Template.Parse(text, path);
        if (template.HasErrors)
        {
            throw new ScriptParserRuntimeException(arguments.Span, $"Error while parsing template `{path}`", template.Messages);
        }

        context.CachedTemplates.Add(path, template);
        return template;
    }
}
