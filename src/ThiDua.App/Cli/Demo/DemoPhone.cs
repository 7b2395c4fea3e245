using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Estimates;
using ThiDua.App.Features.Estimates.Give;
using ThiDua.App.Features.Requests;
using ThiDua.App.Features.Requests.Answer;
using ThiDua.App.Features.Requests.Ask;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Cli.Demo;

/// <summary>What the telephone and the year-end ask in the sample: figures at short notice, and estimates of lit roads.</summary>
internal sealed class DemoPhone(
    Func<string, Func<IServiceProvider, Task<bool>>, Task<bool>> act,
    AssumedClock clock,
    IReadOnlyList<(UnitRow Unit, string UserName, string Who)> officers,
    CancellationToken cancellationToken
)
{
    private const string Office = "vanphong",
        Roads = "road.total",
        Lit = "road.lit";

    private const int Asked = 4;

    public async Task Do(Campaign campaign, UnitRow commune, DateOnly today)
    {
        var hamlets = officers.Where(o => o.Unit.Kind == "hamlet").ToList();
        clock.Set(today, new TimeOnly(7, 45));
        foreach (var hamlet in hamlets)
            await act(hamlet.UserName, s => Estimate(s, campaign, hamlet.Unit));
        var answers = new List<(int, string)>();
        await act(Office, s => Ask(s, commune, [.. hamlets.Take(Asked).Select(h => h.Unit.PublicId)], today, answers));
        foreach (var ((unit, answer), number) in answers.Take(Asked / 2).Select((a, n) => (a, n)))
        {
            clock.Set(today, new TimeOnly(8, 10 + (number * 7)));
            await act(hamlets.First(h => h.Unit.Id == unit).UserName, s => Answer(s, answer, number));
        }
    }

    private async Task<bool> Ask(IServiceProvider services, UnitRow commune, string[] units, DateOnly today, List<(int, string)> answers)
    {
        var asked = await services
            .GetRequiredService<AskFigures>()
            .Handle(
                new(
                    commune.PublicId,
                    "Thiệt hại do mưa lớn đêm qua",
                    "Số hộ bị ngập (hộ)\nSố điểm sạt lở (điểm)\nĐã bố trí trực ban?",
                    "Báo cả khi không có thiệt hại.",
                    today.AddDays(1).ToString("yyyy-MM-dd", null),
                    "16:00",
                    units
                ),
                cancellationToken
            );
        var request = asked.Value ?? throw new InvalidOperationException(asked.Errors.FirstOrDefault()?.Message ?? "not found");
        answers.AddRange(request.Answers.Select(a => (a.Case.UnitId, a.Case.PublicId)));
        return true;
    }

    private async Task<bool> Answer(IServiceProvider services, string answer, int number)
    {
        var typed = new Dictionary<string, string>
        {
            ["q1"] = $"{number * 3}",
            ["q2"] = "0",
            ["q3"] = "1",
            [RequestFields.Note] = number == 0 ? "" : "Nước rút trong buổi sáng.",
        };
        var outcome = await services.GetRequiredService<AnswerFigures>().Handle(new(answer, typed), cancellationToken);
        return outcome.Ok ? true : throw new InvalidOperationException(outcome.Errors.FirstOrDefault()?.Message ?? "not found");
    }

    /// <summary>One more lit road by the year's end, of those there are.</summary>
    private async Task<bool> Estimate(IServiceProvider services, Campaign campaign, UnitRow unit)
    {
        var sheet = await services.GetRequiredService<EstimateSheets>().Find(unit.PublicId, campaign.PublicId, cancellationToken);
        var done = sheet?.Lines.ToDictionary(l => l.Indicator.Code, l => l.Done) ?? [];
        if (done.GetValueOrDefault(Roads) is not { } roads || done.GetValueOrDefault(Lit) is not { } lit)
            return true;
        var typed = new Dictionary<string, string>
        {
            [Roads] = VietnameseNumber.Format(roads),
            [Lit] = VietnameseNumber.Format(lit < roads ? lit + Rational.FromScaled(1, 0) : roads),
        };
        return (
            await services.GetRequiredService<GiveEstimates>().Handle(new(unit.PublicId, campaign.PublicId, typed), cancellationToken)
        ).Ok;
    }
}
