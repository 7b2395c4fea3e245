using Microsoft.Extensions.Localization;
using ThiDua.Measures;

namespace ThiDua.App.Features.Campaigns;

/// <summary>A target in words, as it is judged: "ít nhất 75%", "giảm ít nhất 5% so với năm 2023".</summary>
public sealed class TargetWords(IStringLocalizer<Text> text)
{
    /// <summary>The figure that is judged; null for a target without one.</summary>
    /// <param name="comparator"><c>&gt;= &gt; = &lt; &lt;=</c>.</param>
    public string? Required(
        string? comparator,
        decimal? value,
        decimal? upper,
        string? unit,
        string? direction,
        int? baseline,
        bool exact,
        bool lessIsBetter
    )
    {
        if (value is not { } figure)
            return null;
        var required = Requirement.Of(
            new TargetRule
            {
                Indicator = "",
                Comparator = Comparator(comparator),
                Value = figure,
                Upper = upper,
                Exact = exact,
                BaselineYear = baseline,
                Direction = direction switch
                {
                    "decrease" => Measures.Direction.Decrease,
                    "increase" => Measures.Direction.Increase,
                    _ => null,
                },
                Range = DateRange.CivilYear(2000),
            },
            lessIsBetter
        );
        var number = required.Upper is { } end
            ? text["Between", Figure(required.Value, null), Figure(end, unit)]
            : Figure(required.Value, unit);
        // All of a whole needs no "at least".
        var whole =
            required is { Comparator: Measures.Comparator.AtLeast, Upper: null } && figure == 100 && unit == "%" && direction is null;
        var words = required.Upper is null && !whole ? text[required.Comparator.ToString(), number].Value : number;
        if (direction is not null)
            words = text[direction == "decrease" ? "Down" : "Up", words];
        return baseline is { } year && direction is not null ? text["AgainstYear", words, year] : words;
    }

    public string? Required(CampaignTarget target, bool lessIsBetter) =>
        Required(target.Comparator, target.Value, target.Upper, target.Unit, target.Direction, target.Baseline, target.Exact, lessIsBetter);

    private static string Figure(Rational value, string? unit) =>
        unit is null ? VietnameseNumber.Format(value, 4)
        : unit == "%" ? VietnameseNumber.Format(value, 4) + "%"
        : $"{VietnameseNumber.Format(value, 4)} {unit}";

    private static Comparator Comparator(string? written) =>
        written switch
        {
            ">=" => Measures.Comparator.AtLeast,
            ">" => Measures.Comparator.MoreThan,
            "<" => Measures.Comparator.LessThan,
            "<=" => Measures.Comparator.AtMost,
            _ => Measures.Comparator.Equal,
        };
}
