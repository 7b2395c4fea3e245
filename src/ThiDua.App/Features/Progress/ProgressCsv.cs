using Microsoft.Extensions.Localization;
using ThiDua.App.Lists;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>The overview as a table for a spreadsheet; the API serves programs.</summary>
public sealed class ProgressCsv(ProgressWords words, IStringLocalizer<Text> text)
{
    private const int Decimals = 6;

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

    public async Task<byte[]> Write(CampaignProgress progress, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        await using (var csv = new CsvWriter(output))
            foreach (var row in Rows(progress))
                await csv.Write(row, cancellationToken);
        return output.ToArray();
    }

    private IEnumerable<IEnumerable<ListCell>> Rows(CampaignProgress progress)
    {
        yield return Columns.Select(c => ListCell.Of(text[$"Column{c}"].Value));
        foreach (var target in progress.Targets.OrderBy(t => t.Target.Order))
        {
            yield return Row(target, progress.Unit.Name, target.Shown, target.Judged);
            foreach (var unit in target.Units.Where(u => u.Unit.Id != progress.Unit.Id))
                yield return unit.Hidden
                    ?
                    [
                        ListCell.Of(target.Target.Order),
                        ListCell.Of(target.Target.Measure),
                        ListCell.Of(""),
                        ListCell.Of(unit.Unit.Name),
                        ListCell.Of(text["Hidden"].Value),
                    ]
                    : Row(target, unit.Unit.Name, unit.Standing, unit.Judged);
        }
    }

    private IEnumerable<ListCell> Row(TargetProgress t, string unit, Standing standing, bool judged) =>
        [
            ListCell.Of(t.Target.Order),
            ListCell.Of(t.Target.Measure),
            ListCell.Of(words.Requirement(t)),
            ListCell.Of(unit),
            ListCell.Of(judged ? words.State(standing.State) : ""),
            Number(standing.Judged ?? standing.Reading.Value),
            Number((standing.Reading.Numerator ?? standing.Reading.Current)?.Value),
            Number((standing.Reading.Denominator ?? standing.Reading.Baseline)?.Value),
            Number(standing.JudgedForecast),
            ListCell.Of(standing.Forecast is { } forecast ? words.Method(t, forecast) : ""),
            ListCell.Of(standing.Reading.Reported),
            ListCell.Of(standing.Reading.Asked),
            ListCell.Of(words.Reason(standing.Reading)),
        ];

    private static ListCell Number(Rational? value) => ListCell.Of(value, Decimals);
}
