using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Cli.Demo;

/// <summary>Lets each unit of the sample report period by period, some late, one returned, as a real year goes.</summary>
internal sealed class DemoReports(
    Func<string, Func<IServiceProvider, Task<bool>>, Task<bool>> act,
    AssumedClock clock,
    IReadOnlyList<(UnitRow Unit, string UserName, string Who)> officers,
    CancellationToken cancellationToken
)
{
    private const string Office = "vanphong";

    private readonly SampleFigures figures = SampleFigures.Read(SampleFigures.File);

    public async Task Send(Campaign campaign, Pack pack, IReadOnlySet<string> needed, DateOnly today)
    {
        var owed = officers
            .SelectMany(o =>
                ReportingRules
                    .Periods(pack, needed, o.Unit.Kind, new(campaign.From, campaign.To))
                    .Select(p => (o.Unit, o.UserName, Period: p))
            )
            .Where(o => o.Period.Last < today)
            .ToList();
        var launched = DateOnly.FromDateTime(campaign.LaunchedAt.Local().DateTime);
        var last = owed.Select(o => o.Period.Last).DefaultIfEmpty().Max();
        foreach (var month in owed.GroupBy(o => o.Period.Last).OrderBy(g => g.Key))
        {
            // Months before the launch are reported together, soon after it.
            var day = month.Key < launched ? launched.AddDays(7) : month.Key;
            var sent = new List<string>();
            foreach (var (report, number) in month.Select((r, i) => (r, i)))
            {
                if (IsLate(report.Unit, report.Period, last))
                    continue;
                clock.Set(day.AddDays(1 + (number % 3)), new TimeOnly(8 + (number % 9), number * 7 % 60));
                await act(report.UserName, async s => Keep(sent, await Report(s, campaign, pack, report.Unit, report.Period)));
            }
            clock.Set(day.AddDays(5), new TimeOnly(15, 20));
            await act(Office, s => Review(s, sent, leaveOne: month.Key == last));
        }
        clock.Set(today, TimeOnly.FromDateTime(TimeProvider.System.GetUtcNow().Local().DateTime));
    }

    /// <summary>The last hamlet is silent in the last month, a school since the month before.</summary>
    private bool IsLate(UnitRow unit, Period period, DateOnly last) =>
        (unit.Kind == "hamlet" && period.Last == last && unit.Id == officers.Last(o => o.Unit.Kind == "hamlet").Unit.Id)
        || (unit.Kind == "school" && period.Last.AddMonths(2) > last);

    private static bool Keep(List<string> sent, string? report)
    {
        if (report is not null)
            sent.Add(report);
        return true;
    }

    private async Task<string?> Report(IServiceProvider services, Campaign campaign, Pack pack, UnitRow unit, Period period)
    {
        var sheet = await services
            .GetRequiredService<ReportSheets>()
            .Find(unit.PublicId, campaign.PublicId, period.ToString(), Security.Permission.FillReport, cancellationToken);
        if (sheet is null)
            return null;
        var values = figures
            .Of(pack, [.. sheet.Figures.Select(f => f.Indicator)], unit.Code, period)
            .ToDictionary(v => v.Key, v => v.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var words = DemoWords.Of(unit, period);
        var input = new ReportInput
        {
            Unit = unit.PublicId,
            Campaign = campaign.PublicId,
            Period = period.ToString(),
            Values = values,
            Results = words.Results,
            Difficulties = words.Difficulties,
            Proposals = words.Proposals,
        };
        var submit = services.GetRequiredService<SubmitReport>();
        var outcome = await submit.Handle(input, cancellationToken);
        // A doubtful figure asks for a word of explanation, of anybody.
        var asked = outcome
            .Errors.Where(e => e.Asks)
            .ToDictionary(e => e.Field.Replace("comment.", "", StringComparison.Ordinal), _ => "Số liệu mẫu, đã kiểm tra lại.");
        if (asked.Count > 0)
            outcome = await submit.Handle(input with { Comments = asked }, cancellationToken);
        return outcome.Value?.PublicId
            ?? throw new InvalidOperationException($"{unit.Name} {period}: {outcome.Errors.FirstOrDefault()?.Message}");
    }

    private async Task<bool> Review(IServiceProvider services, List<string> sent, bool leaveOne)
    {
        // Of the last month one report comes back, two wait for review, the rest is approved.
        var review = services.GetRequiredService<MoveCase>();
        foreach (var (report, number) in sent.Select((r, i) => (r, i)))
        {
            if (leaveOne && number is 1 or 2)
                continue;
            var input =
                leaveOne && number == 0
                    ? new MoveInput(report, "return", "Số hộ được tuyên truyền thấp hơn biên bản các buổi họp; đề nghị kiểm tra lại.")
                    : new MoveInput(report, "approve");
            var outcome = await review.Handle(input, cancellationToken);
            if (!outcome.Ok)
                throw new InvalidOperationException(outcome.Errors.FirstOrDefault()?.Message ?? "not found");
        }
        return true;
    }
}
