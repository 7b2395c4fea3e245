using System.Globalization;
using ThiDua.App.Data;
using ThiDua.App.Shared;
using ThiDua.Measures;

namespace ThiDua.App.Lists;

public enum CellKind
{
    Text,
    Number,
    Date,
    Time,
    State,
}

/// <summary>One value of a row, typed: the page, the sheet, the .csv and JSON each write the same one in their own way.</summary>
public sealed record ListCell
{
    private ListCell() { }

    public CellKind Kind { get; private init; }

    /// <summary>As people read it; empty when there is no value.</summary>
    public string Text { get; private init; } = "";

    /// <summary>A string, <see cref="decimal"/>, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/> or, of a state, its code.</summary>
    public object? Value { get; private init; }

    /// <summary>Places of a number.</summary>
    public int Decimals { get; private init; }

    /// <summary>How it looks, beside its words: <c>good</c>, <c>soon</c>, <c>bad</c>, <c>calm</c>; empty for plain text.</summary>
    public string Tone { get; init; } = "";

    /// <summary>In <c>/icons.svg</c>.</summary>
    public string Icon { get; init; } = "";

    /// <summary>What the page writes in the place of the bare value.</summary>
    public string? Says { get; init; }
    public string? Href { get; init; }

    /// <summary>Of several values in one: each stands on a line of its own.</summary>
    public IReadOnlyList<ListCell> Parts { get; private init; } = [];

    /// <summary>What stands small below it on the page alone; what the exports need too is a column of its own.</summary>
    public IReadOnlyList<ListCell> Notes { get; init; } = [];

    public static ListCell Of(string? text) => new() { Text = text ?? "", Value = string.IsNullOrEmpty(text) ? null : text };

    public static ListCell Of(IReadOnlyList<ListCell> parts) => Of(string.Join("; ", parts.Select(p => p.Text))) with { Parts = parts };

    public static ListCell Of(DateOnly? day) =>
        new()
        {
            Kind = CellKind.Date,
            Text = day is { } d ? Show.Date(d) : "",
            Value = day,
        };

    public static ListCell Of(DateTimeOffset? at) =>
        new()
        {
            Kind = CellKind.Time,
            Text = at is { } t ? Show.Time(t) : "",
            Value = at?.Local(),
        };

    public static ListCell Of(int? number) => Of((Int128?)number);

    /// <param name="scaled">As it is stored: the value × 10^scale.</param>
    public static ListCell Of(long? scaled, int scale, string? measure = null) => Of((Int128?)scaled, scale, measure);

    /// <param name="scaled">The value × 10^scale.</param>
    /// <param name="measure">Follows the number on the page: %, người.</param>
    public static ListCell Of(Int128? scaled, int scale = 0, string? measure = null) =>
        Of(scaled is { } s ? Rational.FromScaled(s, scale) : (Rational?)null, scale, measure);

    /// <param name="decimals">At most so many places are shown, and kept.</param>
    public static ListCell Of(Rational? value, int decimals, string? measure = null) =>
        new()
        {
            Kind = CellKind.Number,
            Text = value is { } v ? $"{VietnameseNumber.Format(v, decimals)} {measure}".TrimEnd() : "",
            Value = value?.Round(decimals),
            Decimals = decimals,
        };

    public static ListCell State(string code, string label, string tone, string icon) =>
        new()
        {
            Kind = CellKind.State,
            Text = label,
            Value = code,
            Tone = tone,
            Icon = icon,
        };

    /// <summary>For programs: a number, a date as ISO 8601 writes it, the code of a state, a text.</summary>
    public object? Plain =>
        Value switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset at => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            var other => other,
        };
}
