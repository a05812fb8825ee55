using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>What is said about templates and the folders that they lie in.</summary>
internal static class TemplateDiagnostics
{
    private const int PermissionDenied = 13; // EACCES, errno(3)

    /// <summary>A template does not parse, or asks for what there is not.</summary>
    /// <param name="span">Where.</param>
    /// <param name="message">What the template language says.</param>
    /// <param name="hint">What was probably meant; null for nothing.</param>
    public static Diagnostic Wrong(SourceSpan span, string message, string? hint) =>
        Diagnostic.Error(DiagnosticCode.InvalidTemplate, span, message, hint);

    /// <summary>An include is not there.</summary>
    /// <param name="span">The include.</param>
    /// <param name="path">What it names.</param>
    /// <param name="known">The templates that there are.</param>
    public static Diagnostic NoInclude(SourceSpan span, string path, IReadOnlyCollection<string> known) =>
        Diagnostic.Error(DiagnosticCode.InvalidTemplate, span, $"there is no template {QuotedText.Of(path)} to include", Suggest(path, known));

    /// <summary>A file of the user's is used by nothing.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Its path below its folder.</param>
    /// <param name="known">The built-in templates.</param>
    public static Diagnostic OverlaysNothing(string file, string path, IReadOnlyCollection<string> known) => WholeFile(
        DiagnosticCode.UnusedTemplate, file, $"there is no built-in template {QuotedText.Of(path)}, and no {ArtifactTable.FileName} names this file",
        NearestPath.Find(path, known) is { } nearest
            ? $"did you mean `{nearest}`? A template of your own needs a row in {ArtifactTable.FileName} beside it"
            : $"give it a row in {ArtifactTable.FileName}, or move it out of the folder");

    /// <summary>An include or kickstart of the user's is named by no template and no agent.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Its path below its folder.</param>
    /// <param name="known">The built-in templates.</param>
    public static Diagnostic NamedNowhere(string file, string path, IReadOnlyCollection<string> known) => new(
        Severity.Warning, DiagnosticCode.UnusedTemplate, new SourceLocation(file, 1, 1), $"no template and no agent names {QuotedText.Of(path)}",
        Suggest(path, known));

    /// <summary>A link leads nowhere.</summary>
    /// <param name="file">The link.</param>
    /// <param name="target">What it names.</param>
    public static Diagnostic LeadsNowhere(string file, string? target) => WholeFile(
        DiagnosticCode.NotATemplate, file, $"the link to {QuotedText.Of(target ?? "itself")} leads nowhere", "mend the link, or delete it");

    /// <summary>A socket, pipe or device stands among the templates.</summary>
    /// <param name="file">What it is called.</param>
    public static Diagnostic NotAFile(string file) => WholeFile(
        DiagnosticCode.NotATemplate, file, "neither a file nor a folder", "move it out of the folder of templates");

    /// <summary>A folder has a template's name.</summary>
    /// <param name="folder">The folder.</param>
    public static Diagnostic FolderNamedLikeTemplate(string folder) => WholeFile(
        DiagnosticCode.NotATemplate, folder, $"a folder whose name ends in {TemplateLayer.Extension}", "give the folder another name; templates are files");

    /// <summary>A name could not be printed, nor stand in our records.</summary>
    /// <param name="folder">The folder of templates.</param>
    /// <param name="path">The path below it.</param>
    public static Diagnostic NameWithControlCharacter(string folder, string path) => new(
        Severity.Error, DiagnosticCode.NotATemplate, null, $"the name {QuotedText.Of(path)} in {folder} has a control character", "rename the file");

    /// <summary>Folders are nested without end, or nearly.</summary>
    /// <param name="folder">The innermost.</param>
    /// <param name="limit">How deep they may be.</param>
    public static Diagnostic TooDeep(string folder, int limit) => WholeFile(
        DiagnosticCode.NotATemplate, folder, $"more than {limit} folders in one another", "does a link lead back to a folder that holds it?");

    /// <summary>The folder is no folder of templates.</summary>
    /// <param name="folder">The folder of templates.</param>
    /// <param name="limit">How many files and folders it may hold.</param>
    public static Diagnostic TooMany(string folder, int limit) => WholeFile(
        DiagnosticCode.NotATemplate, folder, $"more than {limit} files and folders", "is this the right folder?");

    /// <summary>A file or folder cannot be read.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="cause">What the operating system said.</param>
    public static Diagnostic CannotRead(string path, Exception cause) => WholeFile(
        DiagnosticCode.NotATemplate, path,
        $"cannot be read: {(cause is UnauthorizedAccessException || cause.HResult == PermissionDenied ? "permission denied" : cause.Message)}", "make it readable, or move it out of the folder of templates");

    /// <summary>The folder of <c>--template-path</c> is not there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="usual">The folder that needs no naming; null when nobody knows.</param>
    public static Diagnostic NoFolder(string folder, string? usual) => new(
        Severity.Error, DiagnosticCode.NotATemplate, null, $"there is no folder {folder}, which --template-path named",
        $"name the folder where it is now{(usual is null ? "" : $", or, to have no other than the usual one: --template-path {usual}")}");

    /// <summary>The file is larger than any template.</summary>
    /// <param name="file">The file.</param>
    public static Diagnostic TooLarge(string file) => WholeFile(
        DiagnosticCode.FileTooLarge, file, "the template is larger than 1 MiB", "is this the right file?");

    /// <summary>The file begins with a byte order mark.</summary>
    /// <param name="file">The file.</param>
    public static Diagnostic ByteOrderMark(string file) => WholeFile(
        DiagnosticCode.OtherEncoding, file, "the file begins with a byte order mark, which would stand before the `#!` of a script", "save the file as UTF-8 without one");

    /// <summary>A line ends as on Windows.</summary>
    /// <param name="span">The first such place.</param>
    public static Diagnostic CarriageReturn(SourceSpan span) => Diagnostic.Error(
        DiagnosticCode.ControlCharacter, span, "the line ends in CR LF, which bash and systemd would take for a part of the text", "convert the file: sed -i 's/\\r$//' FILE");

    /// <summary>What is said about any text, for the author of a template.</summary>
    /// <param name="diagnostic">What was said.</param>
    public static Diagnostic OfTemplate(Diagnostic diagnostic) =>
        diagnostic.Code == DiagnosticCode.ControlCharacter ? diagnostic with { Hint = "delete it; what needs it can be made at run time with printf" } : diagnostic;

    /// <summary>Nothing built in matches what was asked for.</summary>
    /// <param name="pattern">What was asked for.</param>
    /// <param name="known">The built-in templates.</param>
    public static Diagnostic NothingMatches(string pattern, IReadOnlyCollection<string> known) => new(
        Severity.Error, DiagnosticCode.NothingToExport, null, $"no built-in template matches {QuotedText.Of(pattern)}",
        Suggest(pattern, known) ?? "to see them: mosaic-fleet-install templates list");

    /// <summary>A file of the user's stands where a template would be exported to.</summary>
    /// <param name="file">The file.</param>
    public static Diagnostic WouldBeOverwritten(string file) => new(
        Severity.Error, DiagnosticCode.ExportConflict, null, $"{file} is there and differs from the built-in template",
        "to replace it: --force; to write elsewhere: --output DIR");

    private static string? Suggest(string path, IReadOnlyCollection<string> known) =>
        NearestPath.Find(path, known) is { } nearest ? $"did you mean `{nearest}`?" : null;

    private static Diagnostic WholeFile(string code, string file, string message, string hint) =>
        new(Severity.Error, code, new SourceLocation(file, 1, 1), message, hint);
}
