namespace Mosaic.Fleet.Installer.Planning;

/// <summary>One thing that a run does.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Subject">To what: a file in tilde form, <c>agent NAME</c>, <c>the fleet</c>, a unit, or <c>user manager</c>.</param>
/// <param name="Cause">Why, as a person would say it.</param>
internal sealed record PlanStep(PlanStepKind Kind, string Subject, string Cause);
