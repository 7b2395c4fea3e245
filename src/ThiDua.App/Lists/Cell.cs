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
public sealed record Cell
{
    private Cell() { }

    public CellKind Kind { get; private init; }

    /// <summary>As people read it; empty when there is no value.</summary>
    public string Text { get; private init; } = "";

    /// <summary>A string, <see cref="Int128"/> (scaled), <see cref="DateOnly"/>, <see cref="DateTimeOffset"/> or, of a state, its code.</summary>
    public object? Value { get; private init; }

    /// <summary>Decimal places of a number.</summary>
    public int Scale { get; private init; }

    /// <summary>How it looks, beside its words: <c>good</c>, <c>soon</c>, <c>bad</c>, <c>calm</c>; empty for plain text.</summary>
    public string Tone { get; init; } = "";

    /// <summary>In <c>/icons.svg</c>.</summary>
    public string Icon { get; init; } = "";

    /// <summary>What the page writes in the place of the bare value.</summary>
    public string? Says { get; init; }
    public string? Href { get; init; }

    /// <summary>Of several values in one: each stands on a line of its own.</summary>
    public IReadOnlyList<Cell> Parts { get; private init; } = [];

    /// <summary>What stands small below it on the page alone; what the exports need too is a column of its own.</summary>
    public IReadOnlyList<Cell> Notes { get; init; } = [];

    public static Cell Of(string? text) => new() { Text = text ?? "", Value = string.IsNullOrEmpty(text) ? null : text };

    public static Cell Of(IReadOnlyList<Cell> parts) => Of(string.Join("; ", parts.Select(p => p.Text))) with { Parts = parts };

    public static Cell Of(DateOnly? day) =>
        new()
        {
            Kind = CellKind.Date,
            Text = day is { } d ? Show.Date(d) : "",
            Value = day,
        };

    public static Cell Of(DateTimeOffset? at) =>
        new()
        {
            Kind = CellKind.Time,
            Text = at is { } t ? Show.Time(t) : "",
            Value = at?.Local(),
        };

    public static Cell Of(int? number) => Of((Int128?)number);

    /// <param name="scaled">The value × 10^scale.</param>
    /// <param name="measure">Follows the number on the page: %, người.</param>
    public static Cell Of(Int128? scaled, int scale = 0, string? measure = null) =>
        new()
        {
            Kind = CellKind.Number,
            Text = scaled is { } s ? $"{VietnameseNumber.FormatScaled(s, scale)} {measure}".TrimEnd() : "",
            Value = scaled,
            Scale = scale,
        };

    public static Cell State(string code, string label, string tone, string icon) =>
        new()
        {
            Kind = CellKind.State,
            Text = label,
            Value = code,
            Tone = tone,
            Icon = icon,
        };

    /// <summary>The number as it is; null where there is none.</summary>
    public decimal? Number => Value is Int128 scaled ? (decimal)scaled / (decimal)Math.Pow(10, Scale) : null;

    /// <summary>For programs: a number, a date as ISO 8601 writes it, the code of a state, a text.</summary>
    public object? Plain =>
        Value switch
        {
            Int128 => Number,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset at => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            var other => other,
        };
}
