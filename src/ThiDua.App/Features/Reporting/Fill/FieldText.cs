using Microsoft.Extensions.Localization;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.Fill;

/// <summary>What stands around one figure: its last value and usual range, and how it reads.</summary>
public static class FieldText
{
    public static string Show(this ReportSheet sheet, PackIndicator indicator, long? value, IStringLocalizer<Text> text) =>
        value switch
        {
            null => "–",
            0 or 1 when indicator.Kind == PackKind.YesNo => text[value == 1 ? "Yes" : "No"],
            _ => $"{VietnameseNumber.FormatScaled(value.Value, sheet.Definitions[indicator.Code].Scale)} {indicator.Measure.Here()}".Trim(),
        };

    /// <summary>"Kỳ trước: 12 vụ · thường từ 8 đến 15"; null when nothing came before.</summary>
    public static string? Beside(this ReportSheet sheet, AskedFigure figure, IStringLocalizer<Text> text)
    {
        var history = sheet.History(figure);
        if (history.Last is not { } last)
            return null;
        var before = text["LastPeriod", text.Name(last.Period), sheet.Show(figure.Indicator, last.Value, text)].Value;
        return history.Usual is var (low, high) ? $"{before} · {sheet.Usual(figure, low, high, text)}" : before;
    }

    public static string Usual(this ReportSheet sheet, AskedFigure figure, long low, long high, IStringLocalizer<Text> text)
    {
        var scale = sheet.Definitions[figure.Indicator.Code].Scale;
        return text["UsualRange", VietnameseNumber.FormatScaled(low, scale), VietnameseNumber.FormatScaled(high, scale)];
    }

    public static string? Help(this AskedFigure figure, IStringLocalizer<Text> text)
    {
        var own = figure.Indicator.Help?.Here();
        return figure.Indicator.Kind switch
        {
            PackKind.Opening => $"{own} {text["OpeningHelp", ThiDua.App.Shared.Show.Date(figure.Period.First)]}".Trim(),
            PackKind.Reach when own is null => text["ReachHelp"],
            PackKind.Stock when own is null => text["StockHelp"],
            _ => own,
        };
    }
}
