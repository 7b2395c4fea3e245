using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;
using ThiDua.App.Forms;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Requests;

/// <param name="Code">Within the request: <c>q1</c>.</param>
/// <param name="Kind">Of <see cref="FieldKinds"/>: a number, a text, yes or no.</param>
/// <param name="Indicator">Whose name and unit of measure it takes; null for one of the office's own.</param>
public sealed record RequestField(string Code, string Label, string? Unit, string Kind, int Scale, string? Indicator = null);

/// <summary>What a request asks, kept as JSON, and the form that it makes.</summary>
public static class RequestFields
{
    public const string Note = "note";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(IReadOnlyList<RequestField> fields) => JsonSerializer.Serialize(fields, Plain);

    public static IReadOnlyList<RequestField> Parse(string json) => JsonSerializer.Deserialize<List<RequestField>>(json)!;

    public static string WriteValues(IReadOnlyDictionary<string, string> values) => JsonSerializer.Serialize(values, Plain);

    public static IReadOnlyDictionary<string, string> Values(string? json) =>
        json is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    /// <summary>The form of an answer: what is asked, and a word beside it.</summary>
    public static FormDefinition Form(IReadOnlyList<RequestField> fields, IStringLocalizer<Text> text) =>
        new("answer", [new("answer", null, null, [.. fields.Select(Field), NoteField(text)])]);

    public static FormField Field(RequestField field) =>
        new()
        {
            Code = field.Code,
            Kind = field.Kind,
            Label = new(field.Label, field.Label),
            Unit = field.Unit is { } unit ? new(unit, unit) : null,
            Scale = field.Scale,
            Min = field is { Kind: FieldKinds.Number, Indicator: null } ? 0 : null,
            Max = field is { Kind: FieldKinds.Number, Indicator: null } ? RequestRules.MostOwn : null,
            Required = field.Kind != FieldKinds.Text,
        };

    private static FormField NoteField(IStringLocalizer<Text> text) =>
        new()
        {
            Code = Note,
            Kind = FieldKinds.LongText,
            Label = new(text["AnswerNote"], text["AnswerNote"]),
            Most = 2000,
            Lines = 2,
        };
}
