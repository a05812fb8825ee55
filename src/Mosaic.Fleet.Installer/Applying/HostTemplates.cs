using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>The templates of this host: the user's before those that are built in.</summary>
internal static class HostTemplates
{
    /// <summary>Finds the templates.</summary>
    /// <param name="layout">Where the user's own templates lie; that folder need not be there.</param>
    /// <param name="folder">The folder of <c>--template-path</c>, which comes first; null for none.</param>
    /// <exception cref="InstallationException">The named folder is not there, or something in a folder cannot be a template.</exception>
    public static TemplateCatalogue Open(FleetLayout layout, AbsolutePath? folder)
    {
        if (folder is null || folder == layout.TemplateFolder)
        {
            return TemplateCatalogue.Open(LinuxCalls.OpenWithoutWaiting, layout.TemplateFolder.Value);
        }

        // Without it the fleet would silently lose what the user changed.
        return Directory.Exists(folder.Value)
            ? TemplateCatalogue.Open(LinuxCalls.OpenWithoutWaiting, folder.Value, layout.TemplateFolder.Value)
            : throw new InstallationException(
                FailureKind.BadInput, [TemplateDiagnostics.NoFolder(folder.Value, layout.TemplateFolder.Value)]);
    }
}
