namespace ThiDua.App.Security;

/// <summary>A browser's short name, by which a person knows their own sessions again: "Chrome, Android". Nothing more is kept of
/// it.</summary>
public static class BrowserName
{
    // The order decides: most browsers also claim to be Chrome and Safari.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Zalo", "Zalo"),
        ("coc_coc", "Cốc Cốc"),
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Macintosh", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <returns>"?" for one that is not known.</returns>
    public static string Of(string? userAgent) =>
        string.Join(", ", new[] { Named(Browsers, userAgent), Named(Systems, userAgent) }.OfType<string>()) is { Length: > 0 } name
            ? name
            : "?";

    private static string? Named((string Mark, string Name)[] known, string? text) =>
        known.FirstOrDefault(k => text?.Contains(k.Mark, StringComparison.Ordinal) == true).Name;
}
