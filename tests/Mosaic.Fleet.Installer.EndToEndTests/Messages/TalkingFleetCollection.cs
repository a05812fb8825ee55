using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Messages;

/// <summary>The tests that share one <see cref="TalkingFleet"/>.</summary>
[CollectionDefinition(nameof(TalkingFleet))]
[SuppressMessage("Naming", "CA1711", Justification = "xUnit calls it a collection")]
public sealed class TalkingFleetCollection : ICollectionFixture<TalkingFleet>;
