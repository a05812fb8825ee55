namespace Mosaic.Fleet.Installer.Packaging;

/// <summary>One symbolic link of a fleet for other hosts.</summary>
/// <param name="Path">Its place, as that of a <see cref="PackagedFile"/>.</param>
/// <param name="Target">Where it leads, relative to the folder that it is in.</param>
internal sealed record PackagedLink(string Path, string Target);
