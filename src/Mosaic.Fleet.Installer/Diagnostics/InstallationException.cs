using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>Ends a run; carries all that there is to say to the user.</summary>
/// <param name="kind">Decides the exit code.</param>
/// <param name="diagnostics">One or more, in the order to print.</param>
/// <param name="cause">What the operating system said, if it was that.</param>
#pragma warning disable CA1032 // Without a kind and diagnostics it would say nothing.
internal sealed class InstallationException(FailureKind kind, ImmutableArray<Diagnostic> diagnostics, Exception? cause = null)
    : Exception(diagnostics[0].Message, cause)
#pragma warning restore CA1032
{
    /// <summary>Decides the exit code.</summary>
    public FailureKind Kind { get; } = kind;

    /// <summary>One or more, in the order to print.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = diagnostics;
}
