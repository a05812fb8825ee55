using System.CommandLine;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Reporting;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>explain AGENT [KEY]</c>: which values hold for an agent, and where each comes from.</summary>
internal sealed class ExplainCommand
{
    private readonly Argument<string> _agent = new("AGENT") { Description = "The agent's name." };

    private readonly Argument<string?> _key = new("KEY")
    {
        Description = "One key, as restart, limits.memory or env. [default: all of them]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _roster = new("--roster")
    {
        Description = "The roster to read; - is standard input. [default: the one that is installed]",
        HelpName = "FILE",
    };

    private readonly CommonOptions _common = new();

    /// <summary>The verb with its arguments and its action.</summary>
    public Command Build()
    {
        var command = new Command("explain", "Say which values hold for an agent, and where each comes from.") { _agent, _key, _roster, _common.ProfilePath };
        _common.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var output = new CommandOutput(_common, arguments);
        return output.Guard(() =>
        {
            var agent = arguments.GetValue(_agent)!;
            var input = RosterInput.Read(arguments.GetValue(_roster), arguments.GetValue(_common.ProfilePath));
            var values = Explain(input, agent, arguments.GetValue(_key));
            output.Write(writer => ExplanationReport.WriteText(values, writer), stream => ExplanationReport.WriteJson(agent, values, stream));
            return ExitCode.Done;
        });
    }

    private static List<EffectiveValue> Explain(RosterInput input, string agent, string? key)
    {
        var decoded = SourceTextDecoder.Decode(input.Name, input.Content);
        var source = decoded.Source ?? throw new InstallationException(FailureKind.BadInput, decoded.Diagnostics);
        var explanation = RosterReader.Explain(source, agent, input.Profiles);
        if (explanation.Values.IsEmpty)
        {
            var asksInVain = explanation.Diagnostics.Any(diagnostic => diagnostic.Code == DiagnosticCode.UnknownAgent);
            throw new InstallationException(asksInVain ? FailureKind.Usage : FailureKind.BadInput, explanation.Diagnostics);
        }

        var chosen = explanation.Values.Where(value => key is null || value.Key == key || value.Key.StartsWith($"{key}.", StringComparison.Ordinal)).ToList();
        return chosen.Count > 0 ? chosen : throw new InstallationException(
            FailureKind.Usage, [RosterDiagnostics.NoValue(agent, key!, [.. explanation.Values.Select(value => value.Key)])]);
    }
}
