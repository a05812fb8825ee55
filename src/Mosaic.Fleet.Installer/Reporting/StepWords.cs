using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>What the steps of a plan are called, in text and JSON.</summary>
internal static class StepWords
{
    /// <summary>The word for a kind of step.</summary>
    public static string Of(PlanStepKind kind) => kind switch
    {
        PlanStepKind.Stop => "stop",
        PlanStepKind.Disable => "disable",
        PlanStepKind.Move => "move",
        PlanStepKind.Write => "write",
        PlanStepKind.ChangeMode => "chmod",
        PlanStepKind.Delete => "delete",
        PlanStepKind.Reload => "daemon-reload",
        PlanStepKind.Enable => "enable",
        PlanStepKind.Start => "start",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
