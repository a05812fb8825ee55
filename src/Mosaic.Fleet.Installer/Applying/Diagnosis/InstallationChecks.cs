using Mosaic.Fleet.Installer.Applying.Verification;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>Looks at what is installed.</summary>
internal static class InstallationChecks
{
    private const string Check = "installation";

    /// <summary>The home directory, what an interrupted run left, files that are no longer as they were written.</summary>
    public static IEnumerable<Finding> Examine(ExaminedHost host)
    {
        yield return ExamineHome(host);
        if (!host.IsInstalled)
        {
            yield return Finding.NotApplicable(Check, "nothing is installed yet", "this is what the host would offer a fleet", "mosaic-fleet-install --profile minimal");
            yield break;
        }

        if (InstallationState.RunAtWork(host.Layout) is { } process)
        {
            yield return Finding.Unknown(Check, $"a run is at work (process {process}); ask again when it has ended");
            yield break;
        }

        foreach (var finding in ExamineFiles(host))
        {
            yield return finding;
        }
    }

    // Under sudo without -H, HOME is still that of the caller.
    private static Finding ExamineHome(ExaminedHost host)
    {
        const string Home = "home";
        var folder = host.Layout.Home.Value;
        return Probe.OwnerOf(folder) is not { } owner ? Finding.Unknown(Home, $"cannot find out to whom {folder} belongs")
            : owner == host.UserId ? Finding.Ok(Home, folder)
            : Finding.Error(
                Home, $"HOME is {folder}, which belongs to user {owner}, and you are {host.UserName} ({host.UserId})",
                "the fleet would be written into another user's home directory", $"sudo -u {Probe.Quote(host.UserName)} -i    # a login of your own");
    }

    private static IEnumerable<Finding> ExamineFiles(ExaminedHost host)
    {
        InstallationStatus status;
        try
        {
            status = new InstallationVerifier(host.Layout).Verify();
        }
        catch (InstallationException failure)
        {
            return [Finding.Unknown(Check, failure.Diagnostics[0].Message)];
        }

        if (status.IsClean)
        {
            return [Finding.Ok(Check, $"{status.FileCount} files, as they were written")];
        }

        var problems = status.Problems.Select(problem => new Finding(
            Check, problem.Severity == Severity.Error ? FindingLevel.Error : FindingLevel.Warning, problem.Message, problem.Hint, "mosaic-fleet-install"));
        return status.Differences.IsEmpty
            ? problems
            : [.. problems, Finding.Warning(Check, $"{status.Differences.Length} files are not as they were written", "a command or a unit may not do what it should", "mosaic-fleet-install verify")];
    }
}
