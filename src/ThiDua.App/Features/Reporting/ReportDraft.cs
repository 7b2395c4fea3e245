using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ThiDua.App.Features.Reporting;

/// <summary>A report as typed and not yet sent, right or wrong; the content of its case's draft.</summary>
public sealed record ReportDraft
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Text as typed, by indicator.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Comments { get; init; } = new Dictionary<string, string>();
    public string? Results { get; init; }
    public string? Difficulties { get; init; }
    public string? Proposals { get; init; }
    public string? ProvidedBy { get; init; }

    public static ReportDraft? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize<ReportDraft>(json);

    public string Write() => JsonSerializer.Serialize(this, Plain);

    /// <summary>Texts by indicator, in the order of the codes so that equal drafts are equal.</summary>
    public static SortedDictionary<string, string> Sorted(IEnumerable<KeyValuePair<string, string>> typed, Func<string, bool> keep) =>
        new(typed.Where(t => keep(t.Key)).ToDictionary(t => t.Key, t => t.Value.Trim()), StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> Texts(string? json) =>
        json is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    /// <returns>Null when nothing is typed.</returns>
    public static string? Texts(IReadOnlyDictionary<string, string> texts) =>
        texts.Count == 0 ? null : JsonSerializer.Serialize(texts, Plain);
}
