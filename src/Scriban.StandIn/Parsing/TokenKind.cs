namespace Scriban.Parsing;

/// <summary>The kinds of token in a template.</summary>
internal enum TokenKind
{
    /// <summary>Text outside code; the value is the text that is left after white space control.</summary>
    Text,

    /// <summary>The end of a code block.</summary>
    CodeExit,

    /// <summary>The end of a line in code.</summary>
    NewLine,

    /// <summary><c>;</c> between statements.</summary>
    Semicolon,

    /// <summary>A name or keyword; the value is its text.</summary>
    Identifier,

    /// <summary>A string or a number; the value is its value.</summary>
    Literal,

    /// <summary><c>$</c>, or <c>$1</c> with the number as its value.</summary>
    Arguments,

    /// <summary><c>.</c></summary>
    Dot,

    /// <summary><c>?.</c></summary>
    QuestionDot,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>|</c></summary>
    Pipe,

    /// <summary><c>=</c></summary>
    Assign,

    /// <summary><c>!</c></summary>
    Not,

    /// <summary><c>-</c></summary>
    Minus,

    /// <summary><c>+</c></summary>
    Plus,

    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>&amp;&amp;</c></summary>
    And,

    /// <summary><c>||</c></summary>
    Or,

    /// <summary><c>??</c></summary>
    Coalesce,

    /// <summary><c>(</c></summary>
    OpenParenthesis,

    /// <summary><c>)</c></summary>
    CloseParenthesis,

    /// <summary><c>[</c></summary>
    OpenBracket,

    /// <summary><c>]</c></summary>
    CloseBracket,

    /// <summary>The end of the template.</summary>
    End,
}
