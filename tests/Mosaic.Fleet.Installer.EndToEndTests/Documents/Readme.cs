namespace Mosaic.Fleet.Installer.EndToEndTests.Documents;

/// <summary>What README.md and the pages of the documentation say.</summary>
internal static class Readme
{
    /// <summary>The commands of the <c>sh</c> blocks of a section, a line each.</summary>
    /// <param name="heading">The section's heading, as it stands there.</param>
    /// <param name="page">The page, from the top of the repository.</param>
    public static IReadOnlyList<string> Commands(string heading, string page = "README.md")
    {
        var lines = File.ReadAllLines(Path.Combine(Checkout.Folder, page));
        List<string> commands = [];
        var inBlock = false;
        foreach (var line in lines.SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inBlock = line == "```sh";
            }
            else if (inBlock)
            {
                commands.Add(line);
            }
        }

        return commands;
    }
}
