using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Shared;

namespace ThiDua.App.Forms;

/// <summary>What was read from one filled form, whatever the channel.</summary>
/// <param name="Values">By field, as they are kept; a field without a value is not there.</param>
/// <param name="Errors">What stops it.</param>
/// <param name="Questions">What is asked about once: taken with a word of explanation.</param>
public sealed record FormEntry(
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<FieldError> Errors,
    IReadOnlyList<FieldError> Questions
)
{
    /// <summary>The field of a question's answer.</summary>
    public static string CommentOf(string field) => $"comment.{field}";
}

/// <summary>The one reader of forms with the one set of checks: a page, a file and the interface pass through it alike.</summary>
public sealed class FormReader(TimeProvider clock, IStringLocalizer<Text> text)
{
    /// <param name="typed">By field, as typed, in a file's cells or sent; several choices parted by line ends.</param>
    /// <param name="may">Whether the writer holds a right that a field needs; such a field is otherwise left as it is in
    /// <paramref name="kept"/>.</param>
    /// <param name="kept">What holds now; empty for a new one.</param>
    public FormEntry Read(
        FormDefinition form,
        IReadOnlyDictionary<string, string> typed,
        FormNames names,
        Func<string, bool> may,
        IReadOnlyDictionary<string, string>? kept = null
    )
    {
        var reading = new Reading(text, clock.Today());
        foreach (var field in form.Fields)
            if (field.Needs is { } right && !may(right))
                reading.Keep(field, kept?.GetValueOrDefault(field.Code));
            else if (field.GivenBy is { } giver && !may(giver))
                reading.Given(field, kept?.GetValueOrDefault(field.Code));
            else
                reading.Take(field, (typed.GetValueOrDefault(field.Code) ?? "").Trim(), names);
        foreach (var field in form.Fields)
            reading.Hold(field, form);
        return new(reading.Values, reading.Errors, reading.Questions);
    }

    private sealed class Reading(IStringLocalizer<Text> text, DateOnly today)
    {
        public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);
        public List<FieldError> Errors { get; } = [];
        public List<FieldError> Questions { get; } = [];

        public void Keep(FormField field, string? value)
        {
            if (value is { Length: > 0 })
                Values[field.Code] = value;
        }

        /// <summary>What somebody else gives: it stays as it is, and whoever may not give cannot begin.</summary>
        public void Given(FormField field, string? value)
        {
            Keep(field, value);
            if (field.Required && value is null or "" && Asked(field))
                Wrong(field, "NotYoursToGive");
        }

        public void Take(FormField field, string typed, FormNames names)
        {
            if (field.Sum.Count > 0)
                Keep(field, Sum(field));
            else if (field.LengthOf is { } shape)
                Keep(field, ShapeKind.Length(field, Values.GetValueOrDefault(shape)));
            else if (!Asked(field) || field.Kind == FieldKinds.Files)
                return;
            else if (typed.Length == 0)
            {
                if (field.Required)
                    Wrong(field, "Required");
            }
            else
                Read(field, FieldKinds.Of(field).Read(field, typed, names));
        }

        private void Read(FormField field, FieldReading reading)
        {
            if (reading.Problem is { } problem)
                Wrong(field, problem, reading.Arguments);
            else
                Keep(field, reading.Value);
        }

        /// <summary>The rules that look at more than the field itself, once all are read.</summary>
        public void Hold(FormField field, FormDefinition form)
        {
            if (!Values.TryGetValue(field.Code, out var value))
                return;
            foreach (var other in field.AtMost)
                if (Number(form.Field(other)!) is { } whole && Number(field) > whole)
                    Wrong(field, "MoreThanWhole", form.Field(other)!.Label.Here());
            if (field.NotBefore is { } first && DateKind.Day(Values.GetValueOrDefault(first)) is { } from && DateKind.Day(value) < from)
                Wrong(field, "BeforeOther", form.Field(first)!.Label.Here());
            if (field.Past && DateKind.Day(value) > today)
                Wrong(field, "InFuture", Show.Date(today));
            if (field.Usual is { } usual && Number(field) is { } number && (number < usual.Low || number > usual.High))
                Ask(field, "Unusual", Shown(field, usual.Low), Shown(field, usual.High));
        }

        // A condition looks back only (the pack's checks see to it), so what it asks for has been read.
        private bool Asked(FormField field) => field.When is not { } when || when.Holds(Values.GetValueOrDefault(when.Field));

        private string? Sum(FormField field)
        {
            var parts = field.Sum.Select(c => FieldKinds.NumberOf(Values.GetValueOrDefault(c))).OfType<decimal>().ToList();
            return parts.Count == 0 ? null : parts.Sum().ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
        }

        private decimal? Number(FormField field) => FieldKinds.NumberOf(Values.GetValueOrDefault(field.Code));

        private static string Shown(FormField field, decimal number) =>
            FieldKinds.Of(field).Typed(field, number.ToString(System.Globalization.CultureInfo.InvariantCulture), FormNames.None);

        private void Wrong(FormField field, string key, params object[] arguments) => Errors.Add(Said(field, key, arguments));

        private void Ask(FormField field, string key, params object[] arguments) => Questions.Add(Said(field, key, arguments));

        private FieldError Said(FormField field, string key, object[] arguments) =>
            new(field.Code, text[key, arguments]) { Label = field.Label.Here(), Code = FormCodes.Of(key) };
    }
}

/// <summary>The keys of texts as programs read them: <c>NotADay</c> is <c>not-a-day</c>.</summary>
internal static partial class FormCodes
{
    public static string Of(string key) => Capital().Replace(key, m => (m.Index == 0 ? "" : "-") + m.Value.ToLowerInvariant());

    [System.Text.RegularExpressions.GeneratedRegex("[A-Z]")]
    private static partial System.Text.RegularExpressions.Regex Capital();
}
