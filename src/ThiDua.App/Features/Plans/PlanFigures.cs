using System.Globalization;
using ThiDua.Plans;

namespace ThiDua.App.Features.Plans;

/// <summary>A target's figure in the signs of a table: "giảm ≥ 5% so với năm 2023".</summary>
public static class PlanFigures
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    /// <summary>The figure as the plan writes it; blank without one.</summary>
    public static string Of(PlanTarget? target) =>
        target is not { Value: { } value } t
            ? ""
            : string.Join(
                ' ',
                new[]
                {
                    Direction(t.ChangeDirection),
                    Comparator(t.Comparator),
                    Number(value)
                        + (t.Upper is { } upper ? $"–{Number(upper)}" : "")
                        + (
                            t.Unit == "%" ? t.PrintedUnit
                            : t.Unit is null ? ""
                            : " " + t.PrintedUnit
                        ),
                    t.Baseline is { } year ? $"so với năm {year}" : null,
                }.Where(p => p is not null)
            );

    private static string? Direction(string? direction) =>
        direction switch
        {
            "decrease" => "giảm",
            "increase" => "tăng",
            _ => null,
        };

    private static string? Comparator(string? comparator) =>
        comparator switch
        {
            ">=" => "≥",
            "<=" => "≤",
            "=" => null,
            var other => other,
        };

    private static string Number(decimal value) => value.ToString("#,0.####", Vietnamese);
}
