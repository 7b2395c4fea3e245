using ThiDua.Measures;

namespace ThiDua.App.Lists;

public sealed record ListOption(string Value, string Label);

/// <summary>One field of a list's filter form.</summary>
/// <param name="Type">Of the input: <c>date</c>, <c>text</c>; not used where there are options.</param>
public sealed record FilterField(string Name, string Label, string? Value, string Type, IReadOnlyList<ListOption>? Options = null);

/// <summary>Narrows a list by what the address says under its code; what says nothing narrows nothing.</summary>
public abstract class ListFilter<TRow>(string code, string label)
{
    public string Code => code;
    public string Label => label;

    internal abstract IEnumerable<FilterField> Fields(ListView view, Func<string, string> from, Func<string, string> to);

    internal abstract IQueryable<TRow> Apply(IQueryable<TRow> rows, ListView view);
}

/// <summary>One of a few: a state, a kind, a period.</summary>
public sealed class ChoiceFilter<TRow>(
    string code,
    string label,
    IReadOnlyList<ListOption> options,
    Func<IQueryable<TRow>, string, IQueryable<TRow>> narrow
) : ListFilter<TRow>(code, label)
{
    internal override IEnumerable<FilterField> Fields(ListView view, Func<string, string> from, Func<string, string> to) =>
        [new(Code, Label, view.Of(Code), "select", options)];

    internal override IQueryable<TRow> Apply(IQueryable<TRow> rows, ListView view) =>
        options.FirstOrDefault(o => o.Value == view.Of(Code)) is { } chosen ? narrow(rows, chosen.Value) : rows;
}

/// <summary>From a day to a day, both of them in it; either may be left out.</summary>
public sealed class DayFilter<TRow>(string code, string label, Func<IQueryable<TRow>, DateOnly?, DateOnly?, IQueryable<TRow>> narrow)
    : ListFilter<TRow>(code, label)
{
    internal override IEnumerable<FilterField> Fields(ListView view, Func<string, string> from, Func<string, string> to) =>
        [new($"{Code}-from", from(Label), view.Of($"{Code}-from"), "date"), new($"{Code}-to", to(Label), view.Of($"{Code}-to"), "date")];

    internal override IQueryable<TRow> Apply(IQueryable<TRow> rows, ListView view) =>
        (view.Day($"{Code}-from"), view.Day($"{Code}-to")) is var (from, to) && (from ?? to) is not null ? narrow(rows, from, to) : rows;
}

/// <summary>From a number to a number as people write them, both of them in it.</summary>
public sealed class NumberFilter<TRow>(string code, string label, int scale, Func<IQueryable<TRow>, long?, long?, IQueryable<TRow>> narrow)
    : ListFilter<TRow>(code, label)
{
    internal override IEnumerable<FilterField> Fields(ListView view, Func<string, string> from, Func<string, string> to) =>
        [new($"{Code}-from", from(Label), view.Of($"{Code}-from"), "text"), new($"{Code}-to", to(Label), view.Of($"{Code}-to"), "text")];

    internal override IQueryable<TRow> Apply(IQueryable<TRow> rows, ListView view) =>
        (Scaled(view.Of($"{Code}-from")), Scaled(view.Of($"{Code}-to"))) is var (from, to) && (from ?? to) is not null
            ? narrow(rows, from, to)
            : rows;

    private long? Scaled(string? typed) => VietnameseNumber.TryParse(typed, scale, true, out var value, out _) ? value : null;
}
