using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>The templates of this host: the user's before those that are built in.</summary>
internal static class HostTemplates
{
    /// <summary>Finds the templates.</summary>
    /// <param name="layout">Where the user's own templates lie, in a folder that need not be there; null when nobody knows.</param>
    /// <param name="folder">The folder of <c>--template-path</c>, which comes first; null for none.</param>
    /// <exception cref="InstallationException">The named folder is not there, or something in a folder cannot be a template.</exception>
    public static TemplateCatalogue Open(FleetLayout? layout, AbsolutePath? folder)
    {
        var usual = layout?.TemplateFolder;
        if (folder is not null && folder != usual && !Directory.Exists(folder.Value))
        {
            // Without it the fleet would silently lose what the user changed.
            throw new InstallationException(
                FailureKind.BadInput, [TemplateDiagnostics.NoFolder(folder.Value, usual?.Value)]);
        }

        return TemplateCatalogue.Open(LinuxCalls.OpenWithoutWaiting, [.. new[] { folder, usual }.OfType<AbsolutePath>().Distinct().Select(one => one.Value)]);
    }
}
