using System.Text;
using Microsoft.Extensions.Localization;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>
/// The overview as a table for a spreadsheet: semicolons and decimal commas, as spreadsheets in Vietnam open them; the API
/// serves programs.
/// </summary>
public sealed class ProgressCsv(ProgressWords words, IStringLocalizer<Text> text)
{
    private static readonly string[] Columns =
    [
        "Order",
        "Target",
        "Required",
        "Unit",
        "State",
        "Value",
        "Numerator",
        "Denominator",
        "Forecast",
        "Method",
        "Reported",
        "Asked",
        "Reason",
    ];

    /// <returns>UTF-8 with its mark, without which spreadsheets misread Vietnamese.</returns>
    public byte[] Write(CampaignProgress progress)
    {
        var csv = new StringBuilder();
        Line(csv, Columns.Select(c => text[$"Column{c}"].Value));
        foreach (var target in progress.Targets.OrderBy(t => t.Target.Order))
        {
            Line(
                csv,
                Row(target, progress.Unit.Name, target.Each is { Asked: 1 } one ? one.Units.Values.First() : target.Total, target.Judged)
            );
            foreach (var unit in target.Units.Where(u => u.Unit.Id != progress.Unit.Id))
                Line(
                    csv,
                    unit.Hidden
                        ? [$"{target.Target.Order}", target.Target.Measure, "", unit.Unit.Name, text["Hidden"]]
                        : Row(target, unit.Unit.Name, unit.Standing, unit.Judged)
                );
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private IEnumerable<string> Row(TargetProgress t, string unit, Standing standing, bool judged) =>
        [
            $"{t.Target.Order}",
            t.Target.Measure,
            words.Requirement(t),
            unit,
            judged ? words.State(standing.State) : "",
            Number(standing.Judged ?? standing.Reading.Value),
            Number((standing.Reading.Numerator ?? standing.Reading.Current)?.Value),
            Number((standing.Reading.Denominator ?? standing.Reading.Baseline)?.Value),
            Number(standing.JudgedForecast),
            standing.Forecast is { } forecast ? words.Method(t, forecast) : "",
            $"{standing.Reading.Reported}",
            $"{standing.Reading.Asked}",
            words.Reason(standing.Reading),
        ];

    private static string Number(Rational? value) =>
        value is { } v ? VietnameseNumber.Format(v, 6).Replace(".", "", StringComparison.Ordinal) : "";

    private static void Line(StringBuilder csv, IEnumerable<string> cells) => csv.AppendJoin(';', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string value)
    {
        // A text that begins like a formula would be run by the spreadsheet that opens it; a number may.
        var safe = value.Length > 1 && value[0] is '=' or '+' or '-' or '@' && !char.IsAsciiDigit(value[1]) ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
