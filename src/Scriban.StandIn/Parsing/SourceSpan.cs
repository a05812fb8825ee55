namespace Scriban.Parsing;

/// <summary>A stretch of a template.</summary>
/// <param name="FileName">What the template is called.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">Its last character.</param>
public readonly record struct SourceSpan(string FileName, TextPosition Start, TextPosition End)
{
    /// <summary>File, line and column of the beginning, such as <c>page.sbn(2,7)</c>.</summary>
    public string ToStringSimple() => $"{FileName}({Start.ToStringSimple()})";
}
