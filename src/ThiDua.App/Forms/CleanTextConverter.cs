using System.Text.Json;
using System.Text.Json.Serialization;
using ThiDua.App.Shared;

namespace ThiDua.App.Forms;

/// <summary>The same rule for text in JSON bodies: a bad request, like JSON that cannot be read.</summary>
internal sealed class CleanTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return text is null || text.Length <= TextRules.Longest && TextRules.IsClean(text)
            ? text
            : throw new JsonException("Text with control characters, or too long.");
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
