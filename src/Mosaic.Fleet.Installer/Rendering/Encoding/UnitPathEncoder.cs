namespace Mosaic.Fleet.Installer.Rendering.Encoding;

/// <summary>Values of directives that take one bare path, such as <c>WorkingDirectory=</c> and <c>EnvironmentFile=</c>.</summary>
/// <remarks>
/// The rules: systemd.syntax(7) for the line, SPECIFIERS in systemd.unit(5), and the directives in systemd.exec(5).
/// Quotes and backslashes mean themselves there, so only <c>%</c> has an escape.
/// </remarks>
internal static class UnitPathEncoder
{
    /// <summary>Writes a path.</summary>
    /// <param name="path">An absolute path. <c>EnvironmentFile=</c> also reads <c>* ? [ \</c> in it as a pattern.</param>
    /// <returns>
    /// The path with <c>%</c> doubled. One that ends in white space, which systemd strips, or in a backslash, which
    /// continues the line, gets a closing slash, which systemd takes away again.
    /// </returns>
    /// <exception cref="UnencodableTextException">
    /// It is not absolute, has a component <c>..</c>, holds a line break, or see <see cref="EncodableText.Require"/>.
    /// </exception>
    public static string Path(string path)
    {
        EncodableText.Require(path);
        if (!path.StartsWith('/'))
        {
            throw new UnencodableTextException($"the path '{path}' is not absolute, and systemd takes no other");
        }

        if (path.Split('/').Contains(".."))
        {
            throw new UnencodableTextException($"the path '{path}' goes up by '..', which systemd refuses");
        }

        // systemd ends a line at a carriage return too.
        if (path.AsSpan().ContainsAny('\n', '\r'))
        {
            throw new UnencodableTextException("the path holds a line break, which a unit cannot say");
        }

        var doubled = path.Replace("%", "%%", StringComparison.Ordinal);
        return path[^1] is ' ' or '\t' or '\\' ? doubled + "/" : doubled;
    }
}
