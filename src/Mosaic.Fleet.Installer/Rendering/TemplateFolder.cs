using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>Finds the templates in a folder of the user's. Links are followed, wherever they lead: they are the user's.</summary>
internal sealed class TemplateFolder
{
    // A link to a folder above it would never end, and two of them would double with each step: so both are bounded.
    private const int MaximumDepth = 16;
    private const int MaximumEntries = 10_000;

    private readonly string _folder;
    private readonly DiagnosticBag _diagnostics;
    private readonly ImmutableSortedSet<string>.Builder _paths = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
    private readonly ImmutableArray<string>.Builder _inputs = ImmutableArray.CreateBuilder<string>();

    // What is hidden, and what editors leave beside a file: a lock, a backup, a swap file.
    private readonly Matcher _names = new Matcher(StringComparison.Ordinal).AddInclude("*");

    private TemplateFolder(string folder, DiagnosticBag diagnostics)
    {
        _folder = folder;
        _diagnostics = diagnostics;
        _names.AddExcludePatterns([".*", "*~", "*.swp", "#*#"]);
    }

    /// <summary>Reads the names of a folder and all folders in it.</summary>
    /// <param name="folder">Its absolute path; it need not be there.</param>
    /// <param name="open">Opens a file for reading; never waits for a writer.</param>
    /// <param name="diagnostics">Takes what cannot be a template.</param>
    public static TemplateLayer Read(string folder, Func<string, Stream> open, DiagnosticBag diagnostics)
    {
        var reading = new TemplateFolder(folder, diagnostics);
        if (Path.Exists(folder))
        {
            reading.AddFolder("", depth: 0);
        }
        else
        {
            reading._inputs.Add(folder);
        }

        return new TemplateLayer(folder, reading._paths.ToImmutable(), path => ReadFile(Path.Join(folder, path), open)) { Inputs = reading._inputs.ToImmutable() };
    }

    private void AddFolder(string path, int depth)
    {
        var place = Path.Join(_folder, path);
        if (depth > MaximumDepth)
        {
            _diagnostics.Add(TemplateDiagnostics.TooDeep(place, MaximumDepth));
            return;
        }

        _inputs.Add(place);
        try
        {
            foreach (var entry in new DirectoryInfo(place).GetFileSystemInfos().Where(entry => _names.Match(entry.Name).HasMatches))
            {
                Add(entry, path.Length == 0 ? entry.Name : $"{path}/{entry.Name}", depth);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _diagnostics.Add(TemplateDiagnostics.CannotRead(place, exception));
        }
    }

    private void Add(FileSystemInfo entry, string path, int depth)
    {
        if (_inputs.Count >= MaximumEntries)
        {
            _diagnostics.Add(TemplateDiagnostics.TooMany(_folder, MaximumEntries));
            return;
        }

        if (ControlCharacter.Find(path) >= 0)
        {
            _diagnostics.Add(TemplateDiagnostics.NameWithControlCharacter(_folder, path));
            return;
        }

        switch (TargetOf(entry)?.Attributes)
        {
            case null or (FileAttributes)(-1):
                _diagnostics.Add(TemplateDiagnostics.LeadsNowhere(entry.FullName, entry.LinkTarget));
                break;
            case var attributes when (attributes & FileAttributes.Directory) != 0:
                AddFolder(entry, path, depth);
                break;
            default:
                _paths.Add(path);
                _inputs.Add(entry.FullName);
                break;
        }
    }

    private void AddFolder(FileSystemInfo folder, string path, int depth)
    {
        if (path.EndsWith(TemplateLayer.Extension, StringComparison.Ordinal))
        {
            _diagnostics.Add(TemplateDiagnostics.FolderNamedLikeTemplate(folder.FullName));
            return;
        }

        AddFolder(path, depth + 1);
    }

    // Null when links go round in a circle.
    private static FileSystemInfo? TargetOf(FileSystemInfo entry)
    {
        try
        {
            return entry.ResolveLinkTarget(returnFinalTarget: true) ?? entry;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static byte[] ReadFile(string file, Func<string, Stream> open)
    {
        try
        {
            using var stream = open(file);
            if (!stream.CanSeek)
            {
                throw new InstallationException(FailureKind.BadInput, [TemplateDiagnostics.NotAFile(file)]);
            }

            var bytes = new byte[(int)Math.Min(stream.Length, TemplateLayer.MaximumBytes + 1)];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException(FailureKind.BadInput, [TemplateDiagnostics.CannotRead(file, exception)], exception);
        }
    }
}
