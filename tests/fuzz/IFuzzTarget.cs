namespace Mosaic.Fleet.Installer.Fuzz;

/// <summary>Code of the tool that reads what a person wrote.</summary>
internal interface IFuzzTarget
{
    /// <summary>Right inputs, to begin with.</summary>
    public IReadOnlyList<string> Seeds { get; }

    /// <summary>Pieces of the language, and of what others take for it.</summary>
    public IReadOnlyList<string> Pieces { get; }

    /// <summary>Texts that open something, each with what closes it, to be nested.</summary>
    public IReadOnlyList<(string Open, string Close)> Nests { get; }

    /// <summary>Texts that are small and ask for much.</summary>
    public IReadOnlyList<Func<Random, string>> Bombs { get; }

    /// <summary>Reads an input.</summary>
    /// <returns>Whether it was accepted; false when diagnostics say why not. Anything else is an exception.</returns>
    public bool Try(byte[] input);
}
