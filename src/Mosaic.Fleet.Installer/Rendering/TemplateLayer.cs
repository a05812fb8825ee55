using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>Templates of one origin: those that are built in, or those of a folder of the user's.</summary>
/// <param name="folder">The folder's absolute path; null for those that are built in.</param>
/// <param name="paths">Their paths below it, in ordinal order.</param>
/// <param name="read">Reads one of them; returns no more than one byte beyond <see cref="MaximumBytes"/>.</param>
internal sealed class TemplateLayer(string? folder, ImmutableSortedSet<string> paths, Func<string, byte[]> read)
{
    /// <summary>The largest file, in bytes: 1 MiB. What a template of that size can ask for stays within the memory of a small host.</summary>
    public const int MaximumBytes = 1024 * 1024;

    /// <summary>How the name of a template ends; a file without it is copied byte for byte.</summary>
    public const string Extension = ".sbn";

    /// <summary>Whether they ship with the tool.</summary>
    public bool IsBuiltIn => folder is null;

    /// <summary>The path of each.</summary>
    public ImmutableSortedSet<string> Paths { get; } = paths;

    /// <summary>The folders and files that it was found in: when one changes, so may the artifacts.</summary>
    public ImmutableArray<string> Inputs { get; init; } = [];

    /// <summary>What messages call a template: its file, or <c>templates/…</c> when it is built in.</summary>
    /// <param name="path">Its path.</param>
    public string NameOf(string path) => $"{folder ?? "templates"}/{path}";

    /// <summary>The bytes of a template.</summary>
    /// <param name="path">One of <see cref="Paths"/>.</param>
    /// <exception cref="InstallationException">It cannot be read, or is larger than 1 MiB.</exception>
    public byte[] ReadBytes(string path)
    {
        var bytes = read(path);
        return bytes.Length <= MaximumBytes ? bytes : throw Refused(TemplateDiagnostics.TooLarge(NameOf(path)));
    }

    /// <summary>The text of a template.</summary>
    /// <param name="path">One of <see cref="Paths"/>.</param>
    /// <exception cref="InstallationException">It cannot be read, or is not UTF-8 with lines that end in LF.</exception>
    public SourceText ReadText(string path)
    {
        var bytes = ReadBytes(path);
        if (bytes.AsSpan().StartsWith(System.Text.Encoding.UTF8.Preamble))
        {
            throw Refused(TemplateDiagnostics.ByteOrderMark(NameOf(path)));
        }

        var decoded = SourceTextDecoder.Decode(NameOf(path), bytes);
        var source = decoded.Source ?? throw Refused(TemplateDiagnostics.OfTemplate(decoded.Diagnostics[0]));
        var carriageReturn = source.Text.IndexOf('\r', StringComparison.Ordinal);
        return carriageReturn < 0 ? source : throw Refused(TemplateDiagnostics.CarriageReturn(source.Span(carriageReturn, 1)));
    }

    private static InstallationException Refused(Diagnostic diagnostic) => new(FailureKind.BadInput, [diagnostic]);
}
