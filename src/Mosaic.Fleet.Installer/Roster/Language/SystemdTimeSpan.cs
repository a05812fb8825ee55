using System.Globalization;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>Reads and writes time spans in the form of systemd.time(7), "Parsing Time Spans".</summary>
internal static class SystemdTimeSpan
{
    /// <summary>The units as alternatives of a regular expression.</summary>
    public const string Units = "usec|us|µs|μs|msec|ms|seconds|second|sec|s|minutes|minute|min|m|hours|hour|hr|h|days|day|d|weeks|week|w";

    private const decimal TicksPerSecond = TimeSpan.TicksPerSecond;

    /// <summary>Reads a time span: numbers with units, added up; a number without a unit is seconds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The span, to the tick (100 nanoseconds).</param>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan span)
    {
        span = default;
        decimal ticks = 0;
        text = text.Trim(" \t");
        if (text.IsEmpty)
        {
            return false;
        }

        while (!text.IsEmpty)
        {
            var digits = LengthOf(text, static character => character is (>= '0' and <= '9') or '.');
            var number = text[..digits];
            text = text[digits..].TrimStart(" \t");
            var letters = LengthOf(text, char.IsLetter);
            if (!IsNumber(number)
                || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                || TicksOf(text[..letters]) is not { } unit
                || amount > long.MaxValue / unit
                || (ticks += amount * unit) > long.MaxValue)
            {
                return false;
            }

            text = text[letters..].TrimStart(" \t");
        }

        span = TimeSpan.FromTicks((long)ticks);
        return true;
    }

    /// <summary>The span in the largest unit that divides it, as <c>5s</c>, <c>90s</c>, <c>2min</c> or <c>500ms</c>.</summary>
    /// <param name="span">A span that is not negative.</param>
    public static string Format(TimeSpan span)
    {
        var (ticks, unit) = span.Ticks switch
        {
            var value when value % TimeSpan.TicksPerHour == 0 && value > 0 => (TimeSpan.TicksPerHour, "h"),
            var value when value % TimeSpan.TicksPerMinute == 0 && value > 0 => (TimeSpan.TicksPerMinute, "min"),
            var value when value % TimeSpan.TicksPerSecond == 0 => (TimeSpan.TicksPerSecond, "s"),
            var value when value % TimeSpan.TicksPerMillisecond == 0 => (TimeSpan.TicksPerMillisecond, "ms"),
            _ => (TimeSpan.TicksPerMicrosecond, "us"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{span.Ticks / ticks}{unit}");
    }

    private static bool IsNumber(ReadOnlySpan<char> number) => number.Length > 0 && number[0] != '.' && number[^1] != '.';

    private static int LengthOf(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var length = 0;
        while (length < text.Length && belongs(text[length]))
        {
            length++;
        }

        return length;
    }

    private static decimal? TicksOf(ReadOnlySpan<char> unit) => unit switch
    {
        "usec" or "us" or "µs" or "μs" => TicksPerSecond / 1_000_000,
        "msec" or "ms" => TicksPerSecond / 1_000,
        "" or "seconds" or "second" or "sec" or "s" => TicksPerSecond,
        "minutes" or "minute" or "min" or "m" => TicksPerSecond * 60,
        "hours" or "hour" or "hr" or "h" => TicksPerSecond * 3_600,
        "days" or "day" or "d" => TicksPerSecond * 86_400,
        "weeks" or "week" or "w" => TicksPerSecond * 604_800,
        _ => null,
    };
}
