using System.Globalization;
using System.Text;
using Mosaic.Fleet.Installer.Benchmarks;
using Mosaic.Fleet.Installer.Roster;
using YamlDotNet.RepresentationModel;

const int Agents = 10_000;
const int WarmUps = 5;

if (args is not [var runsText, var limitText]
    || !int.TryParse(runsText, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) || runs == 0
    || !double.TryParse(limitText, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var limit))
{
    Console.Error.WriteLine("Usage: reading RUNS LIMIT");
    return 64;
}

var roster = Encoding.UTF8.GetBytes(Write());
var reading = new Measurement();
var loading = new Measurement();
for (var run = -WarmUps; run < runs; run++)
{
    // They take turns, so that whatever else the host does slows both alike.
    reading.Run(Read, isKept: run >= 0);
    loading.Run(Load, isKept: run >= 0);
}

var time = reading.Milliseconds / loading.Milliseconds;
var memory = reading.Megabytes / loading.Megabytes;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
    A roster of {Agents} agents, medians of {runs} runs:
    read and checked     {reading}
    loaded by YamlDotNet {loading}
    ratio                {time,6:0.00}    {memory,7:0.00}    (limit {limit:0.00})
    """));
return time <= limit && memory <= limit ? 0 : 1;

void Read()
{
    if (RosterReader.Read("roster.yaml", roster).Roster?.Agents.Length != Agents)
    {
        throw new InvalidOperationException("the roster is not right");
    }
}

void Load()
{
    using var reader = new StreamReader(new MemoryStream(roster));
    new YamlStream().Load(reader);
}

static string Write()
{
    var text = new StringBuilder("version: 1\ndefaults:\n  working_directory: ~/src\n  restart: on-failure\nagents:\n");
    for (var number = 0; number < Agents; number++)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - name: agent{number}\n    runtime: claude\n    class: implementer\n    model_hint: Claude Opus\n");
        text.Append(CultureInfo.InvariantCulture, $"    env: {{ GITEA_LOGIN: usc{number} }}\n    limits: {{ memory: 4G, tasks: 512 }}\n");
    }

    return text.ToString();
}
