namespace Scriban.Syntax;

/// <summary>Where rendering goes on after a statement.</summary>
internal enum Flow
{
    /// <summary>With the next statement.</summary>
    Next,

    /// <summary>Behind the innermost loop.</summary>
    Break,

    /// <summary>With the next round of the innermost loop.</summary>
    Continue,
}
