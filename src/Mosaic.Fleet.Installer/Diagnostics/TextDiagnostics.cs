namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>What is said about a file before its language matters.</summary>
internal static class TextDiagnostics
{
    /// <summary>The file is larger than any roster.</summary>
    /// <param name="name">The file.</param>
    public static Diagnostic TooLarge(string name) => WholeFile(
        DiagnosticCode.FileTooLarge, name, "the file is larger than 8 MiB",
        "is this the right file? Eight MiB hold some 50,000 agents");

    /// <summary>The file is text in another encoding.</summary>
    /// <param name="name">The file.</param>
    /// <param name="encoding">The encoding that its first bytes show.</param>
    public static Diagnostic OtherEncoding(string name, string encoding) => WholeFile(
        DiagnosticCode.OtherEncoding, name, $"the file is {encoding}; UTF-8 is read",
        $"convert it: iconv -f {encoding} -t UTF-8 FILE > NEW");

    /// <summary>A byte is not part of any UTF-8 character.</summary>
    /// <param name="span">Where.</param>
    /// <param name="value">The byte.</param>
    public static Diagnostic InvalidUtf8(SourceSpan span, byte value) => Diagnostic.Error(
        DiagnosticCode.InvalidUtf8, span, $"the byte 0x{value:X2} is not valid UTF-8",
        "save the file as UTF-8");

    /// <summary>A character that a terminal obeys stands in the file.</summary>
    /// <param name="span">Where.</param>
    public static Diagnostic ControlCharacter(SourceSpan span) => Diagnostic.Error(
        DiagnosticCode.ControlCharacter, span,
        $"the file contains {QuotedText.Describe(span.Source.Text[span.Start])}, a character that no text needs",
        "delete it; an `env` value that needs it can be read from a file by the program itself");

    /// <summary>The reading stopped because there is enough to say already.</summary>
    /// <param name="capacity">How many diagnostics are shown.</param>
    public static Diagnostic TooManyProblems(int capacity) => new(
        Severity.Error, DiagnosticCode.TooManyProblems, null, $"only the first {capacity} problems are shown");

    private static Diagnostic WholeFile(string code, string name, string message, string hint) =>
        new(Severity.Error, code, new SourceLocation(name, 1, 1), message, hint);
}
