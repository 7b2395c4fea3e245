using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Tree;

namespace ThiDua.App.Cli.Demo;

/// <summary>
/// Lets the sample's units do what the plan asks of them: past spans are done and confirmed, the present one is under way.
/// </summary>
internal sealed class DemoTasks(
    Func<string, Func<IServiceProvider, Task<bool>>, Task<bool>> act,
    AssumedClock clock,
    IReadOnlyList<(UnitRow Unit, string UserName, string Who)> officers,
    CancellationToken stop
)
{
    private const string Office = "vanphong",
        Leader = "phochutich";

    private sealed record Item(string Id, int UnitId, DateOnly From, DateOnly To);

    public async Task Do(DateOnly today)
    {
        var items = new List<Item>();
        await act(
            Office,
            async s =>
            {
                await s.GetRequiredService<BeginTasks>().Handle(stop);
                items.AddRange(
                    await s.GetRequiredService<AppDb>()
                        .TaskItems.OrderBy(t => t.To)
                        .ThenBy(t => t.Id)
                        .Select(t => new Item(t.Case.PublicId, t.Case.UnitId, t.From, t.To))
                        .ToListAsync(stop)
                );
                return true;
            }
        );
        foreach (var (item, number) in items.Where(i => i.To < today).Select((i, n) => (i, n)))
        {
            var doer = officers.FirstOrDefault(o => o.Unit.Id == item.UnitId).UserName ?? Office;
            clock.Set(item.To < today.AddDays(-2) ? item.To : today.AddDays(-2), new TimeOnly(8 + (number % 9), number * 11 % 60));
            await Move(doer, item.Id, "report", number % 4 == 0 ? "Đã tổ chức, có biên bản kèm theo." : null);
            // The last ones still wait to be confirmed.
            if (item.To < today.AddDays(-20))
                await Move(doer == Office ? Leader : Office, item.Id, "confirm", null);
        }
        clock.Set(today, new TimeOnly(7, 30));
        foreach (
            var item in items
                .Where(i => i.To >= today && officers.Any(o => o.Unit.Id == i.UnitId))
                .GroupBy(i => i.UnitId)
                .Select(g => g.First())
        )
        {
            var doer = officers.First(o => o.Unit.Id == item.UnitId).UserName;
            await Move(doer, item.Id, "start", null);
            await act(
                doer,
                async s =>
                    (
                        await s.GetRequiredService<NoteTask>()
                            .Handle(new(item.Id, "Đã bàn trong chi bộ, phân công người làm và hẹn ngày họp dân."), stop)
                    ).Ok
            );
        }
    }

    private Task<bool> Move(string who, string item, string step, string? reason) =>
        act(
            who,
            async s =>
            {
                var outcome = await s.GetRequiredService<MoveCase>().Handle(new MoveInput(item, step, reason), stop);
                return outcome.Ok
                    ? true
                    : throw new InvalidOperationException(
                        $"{who} {step} {item}: {outcome.Errors.FirstOrDefault()?.Message ?? "not found"}"
                    );
            }
        );
}
