using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Applying.Committing;

/// <summary>
/// Lets the new version of a file and what stands in its place change places, and back. Nothing is ever overwritten:
/// what gave way lies beside the file until the whole commit is sure.
/// </summary>
/// <param name="effects">The host.</param>
internal sealed class FileExchange(IEffects effects)
{
    /// <summary>Puts the new version in place, unless it is there already.</summary>
    /// <returns>False when what gave way, or would have to, is not what the step expects.</returns>
    public bool Take(JournalStep step, bool mayBeTaken)
    {
        if (!(mayBeTaken && IsTaken(step)) && !Swap(step.Path, step.Beside, step.Before, step.After))
        {
            return false;
        }

        // What has come from nowhere has displaced nothing.
        return step.Before.Kind == InstalledFileKind.Absent || InstalledFiles.Observe(step.Beside) == step.Before;
    }

    /// <summary>Puts back what stood there before, and throws the new version away.</summary>
    public void TakeBack(JournalStep step)
    {
        MendExchange(step);
        if (IsTaken(step) && !Swap(step.Path, step.Beside, step.After, step.Before))
        {
            // Someone has deleted the new version, or put something into the place that we had left empty.
            effects.Move(step.Beside, step.Path);
        }

        if (InstalledFiles.Observe(step.Beside) == step.After)
        {
            effects.DeleteFile(step.Beside);
        }
        else
        {
            SetAside(step);
        }
    }

    /// <summary>Throws away what gave way; what is no file, or is not as expected, is kept beside the new version.</summary>
    public void Finish(JournalStep step)
    {
        switch (step.Before.Kind)
        {
            case InstalledFileKind.Absent:
                break;
            case InstalledFileKind.File:
                effects.DeleteFile(step.Beside);
                break;
            default:
                SetAside(step);
                break;
        }
    }

    /// <summary>Where a file system cannot exchange names, an exchange has three parts: brings one to its end or its beginning.</summary>
    public void MendExchange(JournalStep step)
    {
        var waiting = StagedFile.WhileExchanged(step.Path);
        if (IsThere(waiting) && !effects.Move(waiting, step.Path))
        {
            effects.Move(waiting, step.Beside);
        }
    }

    private static bool IsTaken(JournalStep step) =>
        step.After.Kind == InstalledFileKind.Absent ? IsThere(step.Beside)
        : step.Before.Kind == InstalledFileKind.Absent ? !IsThere(step.Beside) && IsThere(step.Path)
        : IsThere(step.Beside) && InstalledFiles.Observe(step.Beside) != step.After;

    private static bool IsThere(AbsolutePath path) => (int)new FileInfo(path.Value).Attributes != -1;

    private bool Swap(AbsolutePath path, AbsolutePath beside, InstalledFile here, InstalledFile there) =>
        here.Kind == InstalledFileKind.Absent ? effects.Move(beside, path)
        : there.Kind == InstalledFileKind.Absent ? effects.Move(path, beside)
        : effects.Exchange(beside, path);

    private void SetAside(JournalStep step)
    {
        if (IsThere(step.Beside))
        {
            effects.Move(step.Beside, InstalledFiles.FreeNameBeside(step.Path));
        }
    }
}
