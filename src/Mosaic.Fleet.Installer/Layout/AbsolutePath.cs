namespace Mosaic.Fleet.Installer.Layout;

/// <summary>An absolute path without <c>.</c>, <c>..</c>, doubled or trailing slashes; never resolved through links.</summary>
internal sealed record AbsolutePath
{
    private AbsolutePath(string value) => Value = value;

    /// <summary>The path as text, beginning with a slash.</summary>
    public string Value { get; }

    /// <summary>The last component.</summary>
    public string Name => Path.GetFileName(Value);

    /// <summary>The folder that holds it; the root is its own parent.</summary>
    public AbsolutePath Parent => new(Path.GetDirectoryName(Value) ?? "/");

    /// <summary>Normalises <paramref name="value"/>, which must begin with a slash.</summary>
    /// <exception cref="ArgumentException">The path is relative.</exception>
    public static AbsolutePath From(string value)
    {
        if (!Path.IsPathRooted(value))
        {
            throw new ArgumentException($"'{value}' is not an absolute path", nameof(value));
        }

        return new AbsolutePath(Path.TrimEndingDirectorySeparator(Path.GetFullPath(value)));
    }

    /// <summary>Joins a path with a relative one below it.</summary>
    public static AbsolutePath operator /(AbsolutePath folder, string relative) => From(Path.Join(folder.Value, relative));

    /// <summary>The same as the operator, for languages without it.</summary>
    public static AbsolutePath Divide(AbsolutePath left, string right) => left / right;

    /// <summary>Whether this path lies below <paramref name="folder"/> (a folder does not lie below itself).</summary>
    public bool IsBelow(AbsolutePath folder) =>
        folder.Value == "/"
            ? Value.Length > 1
            : Value.Length > folder.Value.Length
              && Value.StartsWith(folder.Value, StringComparison.Ordinal)
              && Value[folder.Value.Length] == '/';

    /// <summary>What comes after <paramref name="folder"/>, which this path lies below, without a leading slash.</summary>
    public string RelativeTo(AbsolutePath folder) => Value[(folder.Value == "/" ? 1 : folder.Value.Length + 1)..];

    /// <inheritdoc/>
    public override string ToString() => Value;
}
