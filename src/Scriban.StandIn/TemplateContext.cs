using Scriban.Runtime;
using Scriban.Runtime.Functions;

namespace Scriban;

/// <summary>What a template is rendered with: its variables, its rules and its limits. Make one for each rendering.</summary>
public class TemplateContext
{
    /// <summary>Makes a context with Scriban's own rules and limits.</summary>
    public TemplateContext()
    {
        Limits = new Limits(this);
        Output = new Output(Limits);
    }

    /// <summary>Whether a variable that does not exist is an error, and not null.</summary>
    public bool StrictVariables { get; set; }

    /// <summary>Whether a member that does not exist is null, and not an error.</summary>
    public bool EnableRelaxedMemberAccess { get; set; } = true;

    /// <summary>Whether an index outside of a list gives null, and is not an error.</summary>
    public bool EnableRelaxedIndexerAccess { get; set; } = true;

    /// <summary>Whether lines are indented as the code block that writes them. The stand-in only supports false.</summary>
    public bool AutoIndent { get; set; } = true;

    /// <summary>How many rounds a loop can have, together with those inside it; 0 for any number.</summary>
    public int LoopLimit { get; set; } = 1000;

    /// <summary>How deep calls can be nested, where an include counts twice; 0 for any depth.</summary>
    public int RecursiveLimit { get; set; } = 100;

    /// <summary>
    /// How many UTF-16 code units all the text that is written can have, that of includes and captures counted again where it is
    /// written, and fewer than how many a single text; 0 for any number.
    /// </summary>
    public int LimitToString { get; set; } = 1048576;

    /// <summary>Finds the templates that others include.</summary>
    public ITemplateLoader? TemplateLoader { get; set; }

    /// <summary>The templates that were included, by their path.</summary>
    public Dictionary<string, Template> CachedTemplates { get; } = [];

    /// <summary>The variables.</summary>
    internal VariableScopes Variables { get; } = new(Builtins.Create());

    /// <summary>What has been counted against the limits.</summary>
    internal Limits Limits { get; }

    /// <summary>What is written.</summary>
    internal Output Output { get; }

    /// <summary>The arguments of the include that is being rendered.</summary>
    internal IncludeArguments? IncludeArguments { get; set; }

    /// <summary>Adds an object whose members are variables, in front of those added before. Assignments go to its members.</summary>
    public void PushGlobal(ScriptObject scriptObject)
    {
        ArgumentNullException.ThrowIfNull(scriptObject);
        Variables.PushGlobal(scriptObject);
    }
}
