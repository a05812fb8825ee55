using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>The operators between two expressions: how tight they bind, and what they make.</summary>
internal static class BinaryOperator
{
    /// <summary>How tight an operator binds: the higher, the tighter; 0 if the token is none.</summary>
    public static int PrecedenceOf(TokenKind kind) => kind switch
    {
        TokenKind.Coalesce => 20,
        TokenKind.Or => 30,
        TokenKind.And => 40,
        TokenKind.Equal or TokenKind.NotEqual => 70,
        TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => 80,
        TokenKind.Plus => 100,
        _ => 0,
    };

    /// <summary>The expression of an operator between two others.</summary>
    public static Expression Create(SourceSpan span, TokenKind kind, Expression left, Expression right) => kind switch
    {
        TokenKind.Coalesce => new CoalesceExpression(span, left, right),
        TokenKind.Or => new LogicalExpression(span, left, right, isAnd: false),
        TokenKind.And => new LogicalExpression(span, left, right, isAnd: true),
        TokenKind.Plus => new AddExpression(span, left, right),
        TokenKind.Equal => new EqualityExpression(span, left, right, isNegated: false),
        TokenKind.NotEqual => new EqualityExpression(span, left, right, isNegated: true),
        _ => new OrderExpression(span, left, right, kind),
    };
}
