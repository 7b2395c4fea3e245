using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ThiDua.Plans;

/// <summary>
/// A plan as JSON, the contract of <c>thidua read FILE --json</c>: camelCase keys, nulls kept, Vietnamese not escaped,
/// lines as <c>[first, last]</c>.
/// </summary>
public static class PlanJson
{
    private static readonly PlanJsonContext Indented = new(Options(true));
    private static readonly PlanJsonContext Compact = new(Options(false));

    public static string Write(Plan plan, bool indented = true) => JsonSerializer.Serialize(plan, (indented ? Indented : Compact).Plan);

    /// <summary>The same in UTF-8, written piece by piece: the JSON of 20 MB of text is 40 MB, which need not exist at once.</summary>
    public static void Write(Plan plan, Stream to, bool indented = true) =>
        JsonSerializer.Serialize(to, plan, (indented ? Indented : Compact).Plan);

    /// <exception cref="JsonException">The text is not JSON of a plan.</exception>
    public static Plan Parse(string json) => JsonSerializer.Deserialize(json, Compact.Plan) ?? throw new JsonException("null is no plan");

    private static JsonSerializerOptions Options(bool indented) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters = { new LineRangeConverter(), new DueConverter() },
        };
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Plan))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;

/// <summary><c>[first, last]</c>.</summary>
internal sealed class LineRangeConverter : JsonConverter<LineRange>
{
    public override LineRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
            throw new JsonException("lines: [first, last]");
        reader.Read();
        var first = reader.GetInt32();
        reader.Read();
        var last = reader.GetInt32();
        reader.Read();
        return reader.TokenType is JsonTokenType.EndArray ? new(first, last) : throw new JsonException("lines: two numbers");
    }

    public override void Write(Utf8JsonWriter writer, LineRange value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.First);
        writer.WriteNumberValue(value.Last);
        writer.WriteEndArray();
    }
}

/// <summary><c>{"date": …}</c> or <c>{"every": …}</c>: only the one that is known.</summary>
internal sealed class DueConverter : JsonConverter<Due>
{
    public override Due? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.Null)
            return null;
        string? date = null,
            every = null;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var key = reader.GetString();
            reader.Read();
            if (key == "date")
                date = reader.GetString();
            else if (key == "every")
                every = reader.GetString();
            else
                reader.Skip();
        }
        return new(date, every);
    }

    public override void Write(Utf8JsonWriter writer, Due value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Date is not null)
            writer.WriteString("date", value.Date);
        if (value.Every is not null)
            writer.WriteString("every", value.Every);
        writer.WriteEndObject();
    }
}
