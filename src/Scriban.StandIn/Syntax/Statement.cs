namespace Scriban.Syntax;

/// <summary>A part of a template that does something.</summary>
internal abstract class Statement
{
    /// <summary>Does it.</summary>
    /// <returns>Where rendering goes on.</returns>
    public abstract Flow Execute(TemplateContext context);
}
