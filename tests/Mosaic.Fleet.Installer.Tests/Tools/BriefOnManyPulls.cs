using Xunit;
using Tables = Mosaic.Fleet.Installer.Tests.Tools.A_pull_request_is_linked_to_an_issue;

namespace Mosaic.Fleet.Installer.Tests.Tools;

/// <summary>One brief on all pull requests of the tables: the rules look at each by itself.</summary>
public sealed class BriefOnManyPulls : IDisposable
{
    private readonly InstalledTools _tools = new();
    private readonly Dictionary<string, int> _numbers = [];
    private HashSet<int>? _linked;

    /// <summary>Whether a pull request with this body is linked.</summary>
    public bool LinksBody(string text) => Links("body", text);

    /// <summary>Whether a pull request of this title is linked.</summary>
    public bool LinksTitle(string text) => Links("title", text);

    /// <summary>Whether a pull request from this branch is linked.</summary>
    public bool LinksHead(string text) => Links("head", text);

    /// <inheritdoc/>
    public void Dispose() => _tools.Dispose();

    private bool Links(string place, string text)
    {
        _linked ??= AskForBrief();
        return _linked.Contains(_numbers[$"{place} {text}"]);
    }

    private HashSet<int> AskForBrief()
    {
        var repository = new GiteaRepository(_tools);
        repository.Print("issues", 1, GiteaRepository.Issue(546, "Wanted"));
        repository.Print("pulls", 1,
        [
            .. Texts(Tables.Closing, Tables.NotClosing).Select(body => GiteaRepository.Pull(Number("body", body), body: body)),
            .. Texts(Tables.Named, Tables.NotNamed).Select(title => GiteaRepository.Pull(Number("title", title), title: title)),
            .. Texts(Tables.Branched, Tables.NotBranched).Select(head => GiteaRepository.Pull(Number("head", head), head: head)),
        ]);
        var issues = _tools.Run("git/lane-brief.sh", "-r", "usc/stack", "--json").ShouldExit(0).Json().GetProperty("underway");
        return [.. issues.EnumerateArray().SelectMany(issue => issue.GetProperty("pulls").EnumerateArray()).Select(pull => pull.GetInt32())];
    }

    private int Number(string place, string text)
    {
        _numbers.Add($"{place} {text}", 1000 + _numbers.Count);
        return 999 + _numbers.Count;
    }

    private static IEnumerable<string> Texts(params TheoryData<string>[] tables) => tables.SelectMany(table => table.Select(row => row.Data));
}
