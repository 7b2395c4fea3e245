using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ThiDua.App.Audit;

/// <summary>What changed, as the JSON of an act: a few named values, those that are null left out. Never a person's own data.</summary>
public static class ActDetail
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string? Of(params (string Name, object? Value)[] values)
    {
        var said = values
            .Where(v => v.Value is not null)
            .ToDictionary(v => v.Name, v => v.Value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : v.Value);
        return said.Count == 0 ? null : JsonSerializer.Serialize(said, Json);
    }

    /// <summary>The named values of a detail, as text; one that is no object is one value without a name.</summary>
    public static IReadOnlyList<(string Name, string Value)> Read(string? detail)
    {
        if (string.IsNullOrWhiteSpace(detail))
            return [];
        try
        {
            using var read = JsonDocument.Parse(detail);
            return read.RootElement.ValueKind == JsonValueKind.Object
                ? [.. read.RootElement.EnumerateObject().Select(p => (p.Name, Plain(p.Value)))]
                : [("", Plain(read.RootElement))];
        }
        catch (JsonException)
        {
            return [("", detail)];
        }
    }

    private static string Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Plain)),
            JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Select(p => $"{p.Name}: {Plain(p.Value)}")),
            _ => value.ToString(),
        };
}
