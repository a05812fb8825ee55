using System.Globalization;
using Mosaic.Fleet.Installer.Fuzz;

if (args is not [var kind and ("rosters" or "templates"), ..]
    || args is not ([_, _] or [_, _, _, _])
    || (args.Length > 2 && !(int.TryParse(args[1], CultureInfo.InvariantCulture, out _) && int.TryParse(args[2], CultureInfo.InvariantCulture, out _))))
{
    Console.Error.WriteLine("""
        Usage: fuzz rosters|templates COUNT SEED FOLDER
               fuzz rosters|templates FILE
        Makes COUNT inputs by chance and reads each; one that fails is written to FOLDER. FILE reads that one again.
        """);
    return 64;
}

IFuzzTarget target = kind == "rosters" ? new RosterTarget() : new TemplateTarget();
if (args is [_, var file])
{
    using var single = new CaseWatch(copy: null);
    return single.Try(target, 0, File.ReadAllBytes(file)) ? Report(single, 1) : 1;
}

var count = int.Parse(args[1], CultureInfo.InvariantCulture);
var seed = int.Parse(args[2], CultureInfo.InvariantCulture);
using var watch = new CaseWatch(Path.Combine(Directory.CreateDirectory(args[3]).FullName, $"{kind}-{seed}"));
var mutator = new Mutator(target);
for (var number = 0; number < count; number++)
{
    // An input depends on the seed and its own number alone.
    var input = mutator.Make(new Random(unchecked((seed * 1_000_003) + number)), number);
    if (!watch.Try(target, number, input))
    {
        return 1;
    }
}

return Report(watch, count);

int Report(CaseWatch watched, int tried)
{
    Console.WriteLine($"{kind}: {tried} tried{(args.Length > 2 ? $" with seed {args[2]}" : "")}, {watched}");
    return 0;
}
