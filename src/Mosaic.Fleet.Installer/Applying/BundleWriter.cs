using System.Globalization;
using System.Reflection;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Packaging;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Writes a bundle, in the place of an earlier one.</summary>
/// <param name="effects">The host.</param>
internal sealed class BundleWriter(IEffects effects)
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>The stamp of a bundle that is made now, or when SOURCE_DATE_EPOCH says: https://reproducible-builds.org/specs/source-date-epoch/.</summary>
    /// <param name="variables">The caller's environment.</param>
    /// <exception cref="InstallationException">SOURCE_DATE_EPOCH is no time.</exception>
    public static BundleStamp Stamp(IReadOnlyDictionary<string, string> variables)
    {
        var version = typeof(BundleWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        if (variables.GetValueOrDefault("SOURCE_DATE_EPOCH") is not { Length: > 0 } said)
        {
            return new BundleStamp(version, DateTimeOffset.UtcNow);
        }

        return uint.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new BundleStamp(version, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : throw InstallationErrors.SourceDateIsNoTime(said);
    }

    /// <summary>Writes the file.</summary>
    /// <param name="file">Where.</param>
    /// <param name="content">The whole script.</param>
    /// <exception cref="InstallationException">Something else stands there, or it cannot write.</exception>
    public void Write(AbsolutePath file, ReadOnlyMemory<byte> content)
    {
        var present = InstalledFiles.Observe(file);
        if (present.Kind != Planning.InstalledFileKind.Absent
            && !(present.Kind == Planning.InstalledFileKind.File && Bundle.IsBundle(InstalledFiles.ReadBytes(file))))
        {
            throw InstallationErrors.OutputIsNoBundle(file.Value);
        }

        var staged = StagedFile.Beside(file);
        effects.DeleteFile(staged);
        effects.WriteFile(staged, content, Mode, isDurable: false);
        effects.Rename(staged, file);
    }
}
