namespace Scriban.Runtime;

/// <summary>
/// What <c>capture</c> makes. Scriban makes no string of it: it is text where text is asked for, but has no size, and equals
/// a string only.
/// </summary>
internal sealed class CapturedText(string text)
{
    /// <inheritdoc/>
    public override string ToString() => text;
}
