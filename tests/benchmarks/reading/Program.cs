using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mosaic.Fleet.Installer.Roster;
using YamlDotNet.RepresentationModel;

const int Agents = 10_000;
const int WarmUps = 5;

if (args is not [var runsText, var limitText]
    || !int.TryParse(runsText, CultureInfo.InvariantCulture, out var runs)
    || !double.TryParse(limitText, CultureInfo.InvariantCulture, out var limit))
{
    Console.Error.WriteLine("Usage: reading RUNS LIMIT");
    return 64;
}

var roster = Encoding.UTF8.GetBytes(Write());
var ours = new double[runs];
var floor = new double[runs];
for (var run = -WarmUps; run < runs; run++)
{
    var reading = Measure(() =>
    {
        if (RosterReader.Read("roster.yaml", roster).Roster?.Agents.Length != Agents)
        {
            throw new InvalidOperationException("the roster is not right");
        }
    });
    var loading = Measure(() =>
    {
        using var reader = new StreamReader(new MemoryStream(roster));
        new YamlStream().Load(reader);
    });
    if (run >= 0)
    {
        (ours[run], floor[run]) = (reading, loading);
    }
}

var ratio = Median(ours) / Median(floor);
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"a roster of {Agents} agents: read and checked in {Median(ours):0.0} ms, loaded by YamlDotNet in {Median(floor):0.0} ms, {ratio:0.00} x (limit {limit:0.00})"));
return ratio <= limit ? 0 : 1;

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

// What one garbage collection costs belongs to whoever made the garbage.
static double Measure(Action action)
{
    GC.Collect();
    var begin = Stopwatch.GetTimestamp();
    action();
    return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
}

static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
