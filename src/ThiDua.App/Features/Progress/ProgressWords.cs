using Microsoft.Extensions.Localization;
using ThiDua.App.Packs;
using ThiDua.App.Shared;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>Figures, states, reasons and methods in the reader's words; pages, papers and downloads say the same.</summary>
public sealed partial class ProgressWords(IStringLocalizer<Text> text, PackShelf packs)
{
    public string State(TargetState state) => text[$"State{state}"];

    public static string Icon(TargetState state) =>
        state switch
        {
            TargetState.Met => "met",
            TargetState.OnTrack => "on-track",
            TargetState.Behind => "behind",
            TargetState.Missed => "missed",
            TargetState.TooEarly => "waiting",
            TargetState.NoFigures or TargetState.NothingHappened => "silent",
            _ => "unsure",
        };

    /// <summary>Colour class of a state; never the only sign of it.</summary>
    public static string Tone(TargetState state) =>
        state switch
        {
            TargetState.Met or TargetState.OnTrack => "good",
            TargetState.Behind => "soon",
            TargetState.Missed => "bad",
            _ => "calm",
        };

    public string Found(Verdict? verdict) => text["Verdict" + (verdict?.ToString() ?? "None")];

    /// <summary>Which figures are counted, as a paper says it.</summary>
    public string Basis(bool approvedOnly) => text[approvedOnly ? "FiguresApproved" : "FiguresAll"];

    public static string Icon(Verdict? verdict) =>
        verdict switch
        {
            Verdict.Met => "met",
            Verdict.Missed => "missed",
            Verdict.NotYet => "behind",
            _ => "silent",
        };

    public static string Tone(Verdict? verdict) =>
        verdict switch
        {
            Verdict.Met => "good",
            Verdict.Missed => "bad",
            Verdict.NotYet => "soon",
            _ => "calm",
        };

    /// <summary>"ít nhất 75%", "giảm ít nhất 5% so với năm 2023".</summary>
    public string Requirement(TargetProgress t) => Requirement(t, t.Total.Requirement);

    private string Requirement(TargetProgress t, Requirement asked)
    {
        if (IsAnswer(t))
            return text["RequirementYes"];
        if (t.Rule is { Direction: { } any, Value: 0 })
            return text[$"Any{any}", t.Rule.BaselineYear is { } from ? text["OfYear", from].Value : text["OfBaselineYear"].Value];
        var amount = Amount(t, asked.Value);
        var words =
            asked is { Comparator: Comparator.AtLeast } && IsWhole(t, asked.Value) ? amount
            : asked is { Comparator: Comparator.Equal, Upper: { } upper } ? text["RequirementBetween", amount, Amount(t, upper)].Value
            : text[$"Requirement{asked.Comparator}", amount].Value;
        return t.Rule switch
        {
            { Direction: { } direction, BaselineYear: { } year } => text[$"Against{direction}", words, year],
            { Direction: { } direction } => text[direction == Direction.Decrease ? "Fall" : "Rise", words],
            { BaselineYear: { } year } => text["AgainstYear", words, year],
            _ => words,
        };
    }

    /// <summary>The value that is judged, or the reason why there is none.</summary>
    public string Value(TargetProgress t, Standing standing) => standing.Judged is { } judged ? Figure(t, judged) : text["NoValue"];

    /// <summary>A value in the target's unit; of a comparison with its direction: "giảm 13,5%".</summary>
    public string Figure(TargetProgress t, Rational value)
    {
        if (IsAnswer(t))
            return text[value.Sign > 0 ? "Yes" : "NotYet"];
        if (!IsComparison(t))
            return Amount(t, value);
        var falls = t.Rule.Direction == Direction.Decrease ? value.Sign > 0 : value.Sign < 0;
        var size = value.Sign < 0 ? -value : value;
        return size.IsZero ? text["Unchanged"] : text[falls ? "Fall" : "Rise", Amount(t, size)];
    }

    /// <summary>The state in one sentence: "Đúng tiến độ: dự báo 82%, chỉ tiêu ít nhất 75%".</summary>
    public string Sentence(TargetProgress t) =>
        t.Each is { } each && each.Asked != 1
            ? text["SentenceEach", State(t.State), each.Met, each.Asked, Requirement(t)]
                + (each.Units.Values.Count(u => u.State == TargetState.OnTrack) is > 0 and var well ? text["SentenceEachWell", well] : "")
            : Sentence(t, t.Shown, t.Judged);

    /// <summary>The big figure of a target: the value; of certificates asked of several units, how many have them.</summary>
    public string? Headline(TargetProgress t) => t is { Several: true, Indicator.Kind: not PackKind.Ratio } ? null : Value(t, t.Shown);

    public string Sentence(TargetProgress t, Standing standing, bool judged)
    {
        var asked = Requirement(t, standing.Requirement);
        if (!judged)
            return text["SentencePart", Value(t, standing), asked];
        return standing.State switch
        {
            TargetState.OnTrack or TargetState.Behind when Forecast(t, standing) is { } forecast => text[
                "SentenceForecast",
                State(standing.State),
                forecast,
                asked
            ] + (standing.AwaitsLast ? $" ({AwaitsLast})" : ""),
            TargetState.Met or TargetState.Missed when standing.Judged is { } value => text[
                "SentenceValue",
                State(standing.State),
                Figure(t, value),
                asked
            ],
            TargetState.CannotCompute or TargetState.NothingHappened => text[
                "SentenceReason",
                State(standing.State),
                Reason(standing.Reading),
                asked
            ],
            _ => text["SentenceBare", State(standing.State), asked],
        };
    }

    /// <summary>What the chart of a comparison shows.</summary>
    public string SaysPaired(TargetProgress t, Standing standing) =>
        standing.Reading is { Current: { Value: { } now, Covers: { } days } current, Baseline.Value: { } before }
            ? text[
                "SaysPaired",
                Show.InText(days.First),
                Show.InText(days.Last),
                Count(current.Code, now),
                t.Rule.BaselineYear ?? 0,
                Count(current.Code, before),
                Value(t, standing)
            ]
            : Sentence(t, standing, t.Judged);

    /// <summary>What the chart of a value month by month shows.</summary>
    public string SaysMonths(TargetProgress t, Target.MonthPoint first, Target.MonthPoint last, Standing standing) =>
        text["SaysMonths", Period(first.Month), Value(t, first.Standing!), Period(last.Month), Value(t, last.Standing!), Requirement(t)]
        + (Forecast(t, standing) is { } end && !standing.IsFinal ? " " + text["SaysForecast", end] : "");

    /// <summary>"chờ số liệu kỳ cuối"</summary>
    public string AwaitsLast => text["AwaitsLast"];

    public string Provisional(int reported, int asked) => text["Provisional", reported, asked];

    /// <summary>Why there is no value.</summary>
    public string Reason(Reading reading) =>
        reading.Reason is not { } reason ? "" : text[$"Reason{reason}", Quoted(Name(reading.ReasonCode ?? reading.Code))];

    /// <summary>A name that quotes something stands in quotes itself.</summary>
    private static string Quoted(string name) => name.Replace('“', '‘').Replace('”', '’');

    /// <summary>What the whole width of a bar means; null where only the figures say.</summary>
    public double? Full(TargetProgress t) => !IsComparison(t) && t.Indicator.Kind is PackKind.Ratio or PackKind.YesNo ? 100 : null;

    public string Name(string indicator) => packs.Indicator(indicator)?.Name.Here() ?? indicator;

    /// <summary>A value of an indicator with its unit of measure: "1.234 hộ", "82%".</summary>
    public string Count(string indicator, Rational value) =>
        packs.Indicator(indicator) is { } known
            ? WithUnit(
                VietnameseNumber.Format(value, known.Derived || known.Kind == PackKind.YesNo ? 2 : known.Scale),
                known.Derived || known.Kind == PackKind.YesNo ? "%" : known.Measure.Here()
            )
            : VietnameseNumber.Format(value);

    /// <summary>The same without its unit.</summary>
    public static string Bare(Rational value) => VietnameseNumber.Format(value);

    public bool IsComparison(TargetProgress t) =>
        packs.Definitions[t.Rule.Indicator].Kind == IndicatorKind.Change || t.Rule.Direction is not null;

    /// <summary>One unit's yes or no.</summary>
    public bool IsAnswer(TargetProgress t) =>
        t.Indicator.Kind == PackKind.YesNo && (t.Indicator.Over != YesNoOver.Share || t.Each is not null || t.Asked == 1);

    private string Amount(TargetProgress t, Rational value) => WithUnit(VietnameseNumber.Format(value), UnitOf(t));

    /// <summary>All of a whole needs no "at least".</summary>
    private bool IsWhole(TargetProgress t, Rational value) => value == 100 && !IsComparison(t) && UnitOf(t) == "%";

    private string UnitOf(TargetProgress t) =>
        (IsComparison(t), t.Rule.ChangeIn, packs.Indicator(t.Rule.Indicator)) switch
        {
            (true, ChangeIn.Percent, _) => "%",
            (true, _, { Kind: PackKind.Ratio }) => text["Points"],
            (false, _, { Kind: PackKind.Ratio or PackKind.YesNo }) => "%",
            (_, _, { } indicator) => indicator.Measure.Here(),
            _ => "",
        };

    private static string WithUnit(string number, string unit) =>
        unit is "%" ? number + unit
        : unit.Length == 0 ? number
        : $"{number}\u00a0{unit}";
}
