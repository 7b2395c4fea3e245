using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ThiDua.App.Features.Reporting;

/// <summary>Texts by indicator as the report keeps them: JSON, in the order of the codes so that equal drafts are equal.</summary>
public static class ReportDraft
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static IReadOnlyDictionary<string, string> Read(string? json) =>
        json is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    /// <returns>Null when nothing is typed.</returns>
    public static string? Write(IEnumerable<KeyValuePair<string, string>> typed, Func<string, bool> keep)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, text) in typed)
            if (keep(code)) kept[code] = text.Trim();
        return kept.Count == 0 ? null : JsonSerializer.Serialize(kept, Plain);
    }
}
