using System.Globalization;
using System.Reflection;
using System.Text;
using Mosaic.Fleet.Installer.Applying.Committing;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Applying.Generations;

/// <summary>The generations that are kept, and the objects that they need.</summary>
/// <param name="effects">The host.</param>
/// <param name="layout">Where they lie.</param>
internal sealed class GenerationStore(IEffects effects, FleetLayout layout)
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 20;

    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The bytes that generations refer to.</summary>
    public ObjectStore Objects { get; } = new(effects, layout.Objects);

    /// <summary>The numbers of the generations, oldest first.</summary>
    public IReadOnlyList<int> Numbers()
    {
        if (!Directory.Exists(layout.Generations.Value))
        {
            return [];
        }

        int[] numbers = [.. Directory.GetDirectories(layout.Generations.Value).Select(NumberOf).Where(number => number > 0)];
        Array.Sort(numbers);
        return numbers;
    }

    /// <summary>Reads a generation; null when there is none of this number, or it is damaged.</summary>
    /// <exception cref="InstallationException">It cannot be read.</exception>
    public Generation? Read(int number)
    {
        var folder = Folder(number);
        return Directory.Exists(folder.Value) ? Generation.Parse(number, folder, InstalledFiles.ReadText) : null;
    }

    /// <summary>The files that make the next generation.</summary>
    /// <param name="manifest">The text of the manifest as it will be.</param>
    /// <param name="displaced">The user's files that give way, already kept as objects.</param>
    /// <param name="record">The choices that later runs keep to.</param>
    /// <param name="provenance">What brings it about.</param>
    public IEnumerable<FileChange> Next(string manifest, IEnumerable<ManifestEntry> displaced, InstallationRecord record, Provenance provenance)
    {
        var number = Numbers() is [.., var last] ? last + 1 : 1;
        var version = typeof(GenerationStore).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        var about = new Generation(number, DateTimeOffset.UtcNow, version, provenance, record.WasEnabled, [], [], record).FormatAbout();
        return
        [
            File("manifest", manifest),
            File("displaced", Manifest.Format(displaced)),
            File("installation", record.Format()),
            File("about", about),
        ];

        FileChange File(string name, string text) => new(Folder(number) / name, default, Mode, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Deletes the oldest generations but for the last <see cref="Kept"/>, and what they alone needed.</summary>
    /// <exception cref="InstallationException">Something cannot be deleted.</exception>
    public void Prune()
    {
        var numbers = Numbers();
        var surplus = numbers.Count - Kept;
        for (var index = 0; index < surplus; index++)
        {
            var folder = Folder(numbers[index]);

            // Without its file `about` it is a generation no more.
            foreach (var file in Directory.GetFiles(folder.Value).Order(StringComparer.Ordinal))
            {
                effects.DeleteFile(AbsolutePath.From(file));
            }

            effects.DeleteFolderIfEmpty(folder);
        }

        if (surplus > 0)
        {
            DeleteUnreferencedObjects();
        }
    }

    /// <summary>Deletes the objects that no generation and no manifest names. Not while a journal is followed: it may need them.</summary>
    /// <exception cref="InstallationException">Something cannot be deleted.</exception>
    public void DeleteUnreferencedObjects()
    {
        var lists = Numbers().Select(Folder).SelectMany(folder => new[] { folder / "manifest", folder / "displaced" }).Append(layout.Manifest);
        Objects.DeleteAllBut(lists.SelectMany(Hashes).ToHashSet(StringComparer.Ordinal));
    }

    // The second word of a line; of a damaged line too, since it may be the last that names an object.
    private static IEnumerable<string> Hashes(AbsolutePath list) =>
        InstalledFiles.ReadText(list).Split('\n').Select(line => line.Split(' ', 3)).Where(words => words.Length == 3).Select(words => words[1]);

    private static int NumberOf(string folder) =>
        int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private AbsolutePath Folder(int number) => layout.Generations / number.ToString(CultureInfo.InvariantCulture);
}
