namespace Mosaic.Fleet.Installer.Rendering.Encoding;

/// <summary>A text that the target language has no way to write down.</summary>
/// <param name="message">What the text holds and which language cannot say it, without a full stop.</param>
internal sealed class UnencodableTextException(string message) : FormatException(message);
