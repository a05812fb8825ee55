namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>Looks at whether the agents' locale is UTF-8 and is there.</summary>
internal static class LocaleCheck
{
    private const string Check = "locale";

    /// <summary>Compares the recorded locale with what <c>locale -a</c> lists.</summary>
    public static Finding Examine(ExaminedHost host)
    {
        var locale = host.Facts.Locale;
        if (!Normalize(locale).EndsWith(".utf8", StringComparison.Ordinal))
        {
            return Finding.Error(Check, $"{locale} is not UTF-8", "tmux replaces what it cannot show",
                $"sed -i 's/^locale .*/locale C.UTF-8/' {Probe.Quote(host.Layout.InstallationRecord.Value)} && mosaic-fleet-install");
        }

        return Probe.Ask("locale", "-a") is not { } known ? Finding.Unknown(Check, $"{locale}; 'locale -a' does not say whether it is there")
            : known.Split('\n').Any(other => Normalize(other) == Normalize(locale)) ? Finding.Ok(Check, locale)
            : Finding.Warning(Check, $"{locale} is not installed", "programs fall back to ASCII", $"sudo localedef -i {locale.Split('.')[0]} -f UTF-8 {locale}");
    }

    // C.UTF-8 and C.utf8 are one.
    private static string Normalize(string locale) => locale.Replace("UTF-8", "utf8", StringComparison.OrdinalIgnoreCase);
}
