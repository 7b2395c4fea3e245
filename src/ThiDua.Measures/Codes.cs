namespace ThiDua.Measures;

/// <summary>Language-neutral codes of states, methods and reasons, for exports and for keys of translations.</summary>
public static class Codes
{
    /// <summary>
    /// The name in lower case with dashes: <c>OnTrack</c> is <c>on-track</c>, <c>NoMonthlyBaseline</c> is
    /// <c>no-monthly-baseline</c>.
    /// </summary>
    public static string Code<T>(this T value)
        where T : struct, Enum =>
        string.Concat(
            value.ToString().Select((c, at) => char.IsAsciiLetterUpper(c) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString())
        );
}
