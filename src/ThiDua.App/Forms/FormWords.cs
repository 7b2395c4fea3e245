using Microsoft.Extensions.Localization;
using ThiDua.App.Packs;

namespace ThiDua.App.Forms;

/// <summary>Fields of a form that is written in code, in the words of a feature's texts and the reader's language.</summary>
public sealed class FormWords(IStringLocalizer text)
{
    /// <summary>A form of one part without a title.</summary>
    public static FormDefinition Form(string code, params IReadOnlyList<FormField> fields) => new(code, [new("all", null, null, fields)]);

    /// <param name="label">Keys of the texts, as are all names that follow.</param>
    public FormField Line(string code, string label, string? help = null, bool required = false, int? most = null) =>
        Of(code, FieldKinds.Text, label, help) with
        {
            Required = required,
            Most = most,
        };

    public FormField Lines(string code, string label, string? help = null, bool required = false, int? most = null, int lines = 4) =>
        Of(code, FieldKinds.LongText, label, help) with
        {
            Required = required,
            Most = most,
            Lines = lines,
        };

    public FormField Day(string code, string label, string? help = null, bool required = false) =>
        Of(code, FieldKinds.Date, label, help) with
        {
            Required = required,
        };

    public FormField Number(string code, string label, string? help = null, int scale = 0, decimal? min = null, decimal? max = null) =>
        Of(code, FieldKinds.Number, label, help) with
        {
            Scale = scale,
            Min = min,
            Max = max,
        };

    /// <summary>One box to tick.</summary>
    public FormField Tick(string code, string label) => Of(code, FieldKinds.YesNo, label, null) with { Tick = true };

    /// <param name="none">What it says where nothing is chosen.</param>
    public FormField Choice(
        string code,
        string label,
        IEnumerable<FormChoice> choices,
        string? help = null,
        bool required = false,
        string? none = null
    ) =>
        Of(code, FieldKinds.Choice, label, help) with
        {
            Choices = [.. choices],
            Required = required,
            None = none is null ? null : Words(none),
        };

    public FormChoice Option(string code, string label) => new(code, Words(label));

    /// <summary>Fields that stand by themselves, between parts with a title.</summary>
    public static FormPart Bare(string code, params IReadOnlyList<FormField> fields) => new(code, null, null, fields);

    public FormPart Part(string code, string title, string? help, params IReadOnlyList<FormField> fields) =>
        new(code, Words(title), help is null ? null : Words(help), fields);

    private FormField Of(string code, string kind, string label, string? help) =>
        new()
        {
            Code = code,
            Kind = kind,
            Label = Words(label),
            Help = help is null ? null : Words(help),
        };

    private LocalText Words(string key) => new(text[key], text[key]);
}
