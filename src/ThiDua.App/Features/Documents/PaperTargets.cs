using Microsoft.Extensions.Localization;
using ThiDua.App.Features.Estimates;
using ThiDua.App.Features.Progress;
using ThiDua.Measures;

namespace ThiDua.App.Features.Documents;

/// <summary>The rows of a paper's table of targets: what is asked, what was done, what is expected.</summary>
public sealed class PaperTargets(ProgressWords words, EstimateReader estimates, IStringLocalizer<Estimates.Text> estimateText)
{
    public async Task<List<Dictionary<string, object?>>> Rows(CampaignProgress seen, CancellationToken cancellationToken)
    {
        var rows = new List<Dictionary<string, object?>>();
        foreach (var t in seen.Targets.OrderBy(t => t.Target.Order))
            rows.Add(Row(t, rows.Count + 1, t.Judged ? await estimates.Of(seen, t, cancellationToken) : null));
        return rows;
    }

    private Dictionary<string, object?> Row(TargetProgress t, int number, EstimatedEnd? estimate)
    {
        var standing = t.Shown;
        var notes = new List<string>();
        if (t.Each is { Asked: > 1 } each)
            notes.Add($"{each.Met}/{each.Asked} đơn vị đạt");
        if (!t.Several && words.Forecast(t, standing) is { } forecast && !standing.IsFinal)
            notes.Add($"dự báo {forecast}");
        if (estimate is not null && estimateText.Note(words, t, estimate) is { } expected)
            notes.Add(expected);
        if (standing.AwaitsLast)
            notes.Add(words.AwaitsLast);
        if (t.IsProvisional)
            notes.Add(words.Provisional(t.Reported, t.Asked));
        if (standing.Reading.Reason is not null)
            notes.Add(words.Reason(standing.Reading));
        return new()
        {
            ["no"] = number,
            ["text"] = t.Target.Measure,
            ["aim"] = words.Requirement(t),
            ["value"] = words.Headline(t) ?? $"{t.Each!.Met}/{t.Each.Asked} đơn vị",
            ["parts"] = Parts(standing.Reading),
            ["baseline"] = standing.Reading.Baseline is { Value: { } before } b ? words.Count(b.Code, before) : null,
            ["state"] = words.State(t.State),
            ["behind"] = t.State is TargetState.Behind or TargetState.Missed,
            ["note"] = string.Join("; ", notes),
        };
    }

    /// <summary>The two counts of a ratio, always; of a comparison the present count.</summary>
    private string? Parts(Reading reading) =>
        reading switch
        {
            { Numerator: { Value: { } above } n, Denominator: { Value: { } below } d } => Narrow(
                $"{words.Count(n.Code, above)} / {words.Count(d.Code, below)}"
            ),
            { Current: { Value: { } now } c } => words.Count(c.Code, now),
            _ => null,
        };

    /// <summary>A column of a paper is narrow: a count and its noun may part.</summary>
    private static string Narrow(string text) => text.Replace('\u00a0', ' ');
}
