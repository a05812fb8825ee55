using System.Globalization;
using System.Text.Json.Nodes;

namespace Mosaic.Fleet.Installer.Tests.Tools;

/// <summary>A repository on Gitea, as a stand-in for <c>tea</c> shows it: rows of texts, page by page, in <c>--output json</c>.</summary>
internal sealed class GiteaRepository
{
    // As tea does: a page has at most so many rows as the server gives, and one behind the last has none.
    private const string Tea = """
        #!/usr/bin/env bash
        set -euo pipefail
        here=${0%/*}
        printf '%s\n' "$*" >>"$here/tea.log"
        printf '%s\n' "$PWD" >>"$here/tea.folders"
        [[ ! -e $here/tea.fails-at ]] || [[ $* != $(<"$here/tea.fails-at") ]] || { echo 'Error: 500 Internal Server Error' >&2; exit 1; }
        page=1
        words=("$@")
        for index in "${!words[@]}"; do
          [[ ${words[index]} != --page ]] || page=${words[index + 1]}
        done
        file=$here/tea.$1.$page
        if [[ -e $file ]]; then cat "$file"; else echo '[]'; fi
        """;

    private readonly InstalledTools _tools;

    /// <summary>Puts the stand-in for tea before the machine's programs; it has the logins <c>other</c> and, by default, <c>usc</c>.</summary>
    public GiteaRepository(InstalledTools tools)
    {
        _tools = tools;
        if (Directory.Exists(tools.Programs.Value))
        {
            Directory.Delete(tools.Programs.Value, recursive: true);
        }

        tools.WriteProgram("tea", Tea);
        Print("login", 1, [Row(("name", "other"), ("default", "false")), Row(("name", "usc"), ("default", "true"))]);
    }

    /// <summary>The commands that tea was given.</summary>
    public string[] Asked => File.ReadAllLines((_tools.Programs / "tea.log").Value);

    /// <summary>The folders that tea was run in.</summary>
    public string[] Folders => File.ReadAllLines((_tools.Programs / "tea.folders").Value);

    /// <summary>What tea prints for a list.</summary>
    public void Print(string list, int page, params JsonNode[] rows) => PrintText(list, page, new JsonArray(rows).ToJsonString());

    /// <summary>What tea prints for a list, whatever it is.</summary>
    public void PrintText(string list, int page, string text) =>
        File.WriteAllText((_tools.Programs / $"tea.{list}.{page.ToString(CultureInfo.InvariantCulture)}").Value, text);

    /// <summary>Has tea fail when its words are these, a pattern of bash.</summary>
    public void FailAt(string words) => File.WriteAllText((_tools.Programs / "tea.fails-at").Value, words);

    /// <summary>A row of the list of issues.</summary>
    public static JsonNode Issue(int number, string title, string labels = "", string milestone = "") =>
        Row(("index", Text(number)), ("title", title), ("labels", labels), ("milestone", milestone));

    /// <summary>A row of the list of pull requests.</summary>
    public static JsonNode Pull(int number, string title = "", string body = "", string head = "") =>
        Row(("index", Text(number)), ("title", title), ("body", body), ("head", head));

    private static JsonObject Row(params (string Name, string Value)[] cells) =>
        new(cells.Select(cell => KeyValuePair.Create(cell.Name, (JsonNode?)JsonValue.Create(cell.Value))));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
