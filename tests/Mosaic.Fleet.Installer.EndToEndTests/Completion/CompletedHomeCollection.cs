using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Completion;

/// <summary>The tests that share one <see cref="CompletedHome"/>; they run one after another.</summary>
[CollectionDefinition(nameof(CompletedHome))]
[SuppressMessage("Naming", "CA1711", Justification = "xUnit calls it a collection")]
public sealed class CompletedHomeCollection : ICollectionFixture<CompletedHome>;
