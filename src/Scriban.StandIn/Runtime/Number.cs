using System.Globalization;

namespace Scriban.Runtime;

/// <summary>The numbers of a template: int, long, double.</summary>
internal static class Number
{
    /// <summary>A number as a double.</summary>
    public static double ToDouble(object number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);

    /// <summary>The order of two numbers, or null if one of them is none.</summary>
    public static int? Compare(object first, object second) => (first, second) switch
    {
        (double.NaN, _) or (_, double.NaN) => null,
        (int or long, int or long) => ToLong(first).CompareTo(ToLong(second)),
        (int or long or double, int or long or double) => ToDouble(first).CompareTo(ToDouble(second)),
        _ => null,
    };

    /// <summary>Adds two whole numbers; the sum is an int where it fits.</summary>
    public static bool TryAdd(object first, object second, out object? sum)
    {
        var wide = (Int128)ToLong(first) + ToLong(second);
        var fits = wide >= long.MinValue && wide <= long.MaxValue;
        sum = fits ? Narrow((long)wide) : null;
        return fits;
    }

    /// <summary>A whole number as an int where it fits.</summary>
    public static object Narrow(long number) => number is >= int.MinValue and <= int.MaxValue ? (object)(int)number : number;

    private static long ToLong(object number) => Convert.ToInt64(number, CultureInfo.InvariantCulture);
}
