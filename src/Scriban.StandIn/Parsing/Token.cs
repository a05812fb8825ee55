namespace Scriban.Parsing;

/// <summary>A token of a template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset after its last character.</param>
/// <param name="Value">What its kind says.</param>
internal sealed record Token(TokenKind Kind, int Start, int End, object? Value = null)
{
    /// <summary>Whether it is the identifier <paramref name="name"/>.</summary>
    public bool Is(string name) => Kind == TokenKind.Identifier && (string)Value! == name;
}
