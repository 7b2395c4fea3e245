using ThiDua.App.Data;
using ThiDua.App.Lists;

namespace ThiDua.App.Features.Views;

internal static class ViewRules
{
    /// <returns>The text that says what is wrong; null when it will do.</returns>
    public static string? NameFault(string? name) =>
        NameText.Clean(name).Length switch
        {
            0 => "NameNeeded",
            > SavedView.LongestName => "NameLong",
            _ => null,
        };

    /// <summary>What is kept of a list's address; null for one that is too long.</summary>
    public static string? QueryOf(string address) =>
        address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at
            ? address.Length - at > SavedView.LongestQuery
                ? null
                : address[at..]
            : "";

    /// <summary>An address of this program, as a list's page hands it over; else the first page.</summary>
    public static string Local(string? address) => address is ['/', ..] and not ['/', '/' or '\\', ..] ? address : "/";
}
