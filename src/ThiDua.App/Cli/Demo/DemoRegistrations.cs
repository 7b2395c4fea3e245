using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Tree;

namespace ThiDua.App.Cli.Demo;

/// <summary>Lets the units of the sample register in the weeks after the launch; the last hamlet has not yet.</summary>
internal sealed class DemoRegistrations(
    Func<string, Func<IServiceProvider, Task<bool>>, Task<bool>> act,
    AssumedClock clock,
    IReadOnlyList<(UnitRow Unit, string UserName, string Who)> officers,
    CancellationToken cancellationToken
)
{
    private const string Office = "vanphong";

    public async Task File(Campaign campaign)
    {
        var drawn = new List<(string Id, int UnitId)>();
        await act(
            Office,
            async s =>
            {
                var rows = await s.GetRequiredService<AppDb>()
                    .Registrations.Where(r => r.CampaignId == campaign.Id)
                    .OrderBy(r => r.Id)
                    .Select(r => new { r.Case.PublicId, r.UnitId })
                    .ToListAsync(cancellationToken);
                drawn.AddRange(rows.Select(r => (r.PublicId, r.UnitId)));
                return true;
            }
        );
        var silent = officers.Last(o => o.Unit.Kind == "hamlet").Unit.Id;
        var launched = DateOnly.FromDateTime(campaign.LaunchedAt.Local().DateTime);
        foreach (var ((id, unit), number) in drawn.Where(d => d.UnitId != silent).Select((d, n) => (d, n)))
        {
            clock.Set(launched.AddDays(3 + (number % 8)), new TimeOnly(8 + (number % 9), number * 7 % 60));
            await Move(officers.FirstOrDefault(o => o.Unit.Id == unit).UserName ?? Office, id, RegistrationCase.File);
        }
        clock.Set(launched.AddDays(14), new TimeOnly(9, 0));
        foreach (var (id, _) in drawn.Where(d => d.UnitId != silent))
            await Move(Office, id, "receive");
    }

    private Task<bool> Move(string who, string id, string name) =>
        act(
            who,
            async s =>
            {
                var outcome = await s.GetRequiredService<MoveCase>().Handle(new MoveInput(id, name), cancellationToken);
                return outcome.Ok ? true : throw new InvalidOperationException(outcome.Errors.FirstOrDefault()?.Message ?? "not found");
            }
        );
}
