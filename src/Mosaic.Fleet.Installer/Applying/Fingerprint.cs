using System.Globalization;
using System.Text;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>
/// What all inputs and outputs looked like after a complete run. When they still look so there is nothing to do, and
/// that is known before YAML, templates or hashes are touched. Files are compared by what stat(2) says of them.
/// </summary>
internal static class Fingerprint
{
    private const string Output = "output";
    private const string Input = "input";

    /// <summary>What decides the result besides files: the tool itself and where things belong.</summary>
    public static IReadOnlyList<string> Settings(FleetLayout layout, IReadOnlyDictionary<string, string> variables) =>
    [
        $"tool {typeof(Fingerprint).Module.ModuleVersionId}",
        $"home {layout.Home}",
        $"mosaic {layout.MosaicHome}",
        $"units {layout.UnitFolder}",
        $"shell {variables.GetValueOrDefault("SHELL")}",
    ];

    /// <summary>Describes the inputs and outputs.</summary>
    /// <param name="settings">Whatever else decides the result, one line each.</param>
    /// <param name="inputs">Files that were read.</param>
    /// <param name="outputs">Files that were made.</param>
    public static string Describe(IEnumerable<string> settings, IEnumerable<AbsolutePath> inputs, IEnumerable<AbsolutePath> outputs)
    {
        var text = new StringBuilder();
        foreach (var setting in settings)
        {
            text.Append(setting).Append('\n');
        }

        foreach (var input in inputs)
        {
            text.Append(Input).Append(' ').Append(InputStamp(input.Value)).Append(' ').Append(input.Value).Append('\n');
        }

        foreach (var output in outputs)
        {
            text.Append(Output).Append(' ').Append(Stamp(new FileInfo(output.Value))).Append(' ').Append(output.Value).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Compares a description with the host; returns the outputs when all is as described, else null.</summary>
    /// <param name="description">What <see cref="Describe"/> made; empty when there is none.</param>
    /// <param name="settings">As given to <see cref="Describe"/>.</param>
    public static IReadOnlyList<AbsolutePath>? Match(string description, IEnumerable<string> settings)
    {
        var outputs = new List<AbsolutePath>();
        using var expected = settings.GetEnumerator();
        using var lines = new StringReader(description);
        while (lines.ReadLine() is { } line)
        {
            if (expected.MoveNext())
            {
                if (line != expected.Current)
                {
                    return null;
                }
            }
            else if (line.Split(' ', 3) is not [var kind, var stamp, var path] || stamp != (kind == Output ? Stamp(new FileInfo(path)) : InputStamp(path)))
            {
                return null;
            }
            else if (kind == Output)
            {
                outputs.Add(AbsolutePath.From(path));
            }
        }

        return outputs.Count > 0 ? outputs : null;
    }

    // What is read through a link is what the link leads to; a file of ours is never a link.
    private static string InputStamp(string path)
    {
        try
        {
            var info = new FileInfo(path);
            // To ask what is no link where it leads to throws when it is not there, and many inputs are not.
            var target = info.LinkTarget is null ? null : info.ResolveLinkTarget(returnFinalTarget: true);
            return Stamp(target is null ? info : new FileInfo(target.FullName));
        }
        catch (IOException)
        {
            return "unreadable";
        }
    }

    private static string Stamp(FileInfo info)
    {
        var attributes = info.Attributes;
        return (int)attributes == -1 ? "absent"
            : (attributes & FileAttributes.ReparsePoint) != 0 ? "link"
            : (attributes & FileAttributes.Directory) != 0 ? string.Create(CultureInfo.InvariantCulture, $"folder.{info.LastWriteTimeUtc.Ticks}")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)info.UnixFileMode:x}.{info.Length}.{info.LastWriteTimeUtc.Ticks}");
    }
}
