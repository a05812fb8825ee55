using System.Security.Cryptography;
using System.Text;
using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Packaging;

/// <summary>
/// One shell script that installs a fleet on hosts without .NET: the program, from <c>templates/bundle/</c>; the files, as functions that print
/// them; and last the SHA-256 of all that, and the call of <c>main</c>. Cut off anywhere, a shell finds nothing in it to run.
/// </summary>
internal static class Bundle
{
    private const string Program = "bundle/installer.sh.sbn";
    private const string LastLine = "main \"$@\"\n";

    // What a record says where the roster came from no profile that has a name.
    private const string NoProfile = "bundle";

    /// <summary>Makes the script.</summary>
    /// <param name="fleet">The fleet, for a home directory.</param>
    /// <param name="stamp">What the bundle says of its making.</param>
    /// <exception cref="Diagnostics.InstallationException">A template of the user's is wrong.</exception>
    public static byte[] Make(PackagedFleet fleet, BundleStamp stamp)
    {
        var profile = fleet.Selection is { IsProfileText: true, Profile: { } name } && !name.Contains('/', StringComparison.Ordinal) ? name : NoProfile;
        var renderer = new TemplateRenderer(fleet.Templates, TemplateModel.Common(fleet.Roster, fleet.Layout));
        var text = new StringBuilder(renderer.Render(Program, TemplateModel.ForBundle(stamp.ToolVersion, stamp.TimeText, profile)).Text);
        AppendList(text, fleet.Tree);
        AppendFiles(text, fleet.Tree);
        var body = Encoding.UTF8.GetBytes(text.ToString());
        return [.. body, .. Encoding.UTF8.GetBytes($"BUNDLE_SHA256={Convert.ToHexStringLower(SHA256.HashData(body))}\n{LastLine}")];
    }

    /// <summary>Whether a file is such a script.</summary>
    public static bool IsBundle(ReadOnlySpan<byte> content) =>
        content.StartsWith("#!/bin/sh\n"u8) && content.IndexOf("\nBUNDLE_SHA256="u8) >= 0;

    private static void AppendList(StringBuilder text, PackagedTree tree)
    {
        text.Append("# list_payload: prints MODE SHA256 PATH of each file, in the order of their numbers.\nlist_payload() {\n  cat <<'END_OF_LIST'\n");
        foreach (var file in tree.Files)
        {
            text.Append(Convert.ToString((int)file.Mode, toBase: 8).PadLeft(4, '0')).Append(' ').Append(file.Sha256).Append(' ').Append(file.Path).Append('\n');
        }

        text.Append("END_OF_LIST\n}\n\n");
    }

    private static void AppendFiles(StringBuilder text, PackagedTree tree)
    {
        text.Append("# payload NUMBER: prints one of the files.\npayload() {\n  case $1 in\n");
        for (var index = 0; index < tree.Files.Length; index++)
        {
            var file = tree.Files[index];
            var bytes = file.Content.Span;
            var isPlain = bytes.EndsWith("\n"u8) && !bytes.Contains((byte)0);
            var content = isPlain ? Encoding.UTF8.GetString(bytes) : Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n") + "\n";
            var end = EndFor(index + 1, content);
            text.Append("    ").Append(index + 1).Append(") # ").Append(file.Path).Append("\n      ").Append(isPlain ? "cat" : "base64 -d").Append(" <<'").Append(end).Append("'\n")
                .Append(content).Append(end).Append("\n      ;;\n");
        }

        text.Append("  esac\n}\n\n");
    }

    // A line that the content does not have.
    private static string EndFor(int number, string content)
    {
        var end = $"END_OF_{number}";
        while ($"\n{content}".Contains($"\n{end}\n", StringComparison.Ordinal))
        {
            end += "_";
        }

        return end;
    }
}
