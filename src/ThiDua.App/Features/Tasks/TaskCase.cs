using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Tasks;

/// <param name="Unit">Public id of the unit that takes the task over.</param>
public sealed record HandOver(string Unit);

/// <summary>A task's moves; handing it over moves the case to another unit of the campaign.</summary>
public sealed class TaskCase(AppDb db, TimeProvider clock, IStringLocalizer<Text> text) : ICaseKind
{
    public const string Kind = "task",
        Open = "open",
        GiveUp = "give-up",
        Unable = "unable",
        Undone = "undone",
        Dropped = "dropped",
        Done = "done",
        HandOverAct = "hand-over";

    public string Code => Kind;

    public IReadOnlyList<string> States => [Open, "doing", "reported", Unable, Done, Undone, Dropped];

    public IReadOnlyList<string> Acts => [HandOverAct, GiveUp];

    public string Href(string publicId) => $"/tasks/{publicId}";

    public string? ViewPermission => Permission.ViewProgress;

    public async Task<Outcome> Check(CaseMove move, CancellationToken cancellationToken)
    {
        if (move.Act.Code != HandOverAct)
            return Outcome.Done;
        return await Taker(move, cancellationToken) is { } unit && unit.Id != move.Case.UnitId
            ? Outcome.Done
            : Outcome.Refused("unit", text["ChooseUnit"]);
    }

    public async Task<Outcome> Moved(CaseMove move, CancellationToken cancellationToken)
    {
        if (move.Act.Code == HandOverAct)
            move.Case.UnitId = (await Taker(move, cancellationToken))!.Id;
        return Outcome.Done;
    }

    public async Task<CaseDue> Due(Case found, CancellationToken cancellationToken) =>
        new(await db.TaskItems.Where(t => t.Id == found.Id).Select(t => t.To).SingleAsync(cancellationToken));

    public string? Detail(CaseMove move) =>
        move.Content is HandOver given ? JsonSerializer.Serialize(new { from = move.Case.UnitId, to = given.Unit }) : null;

    public async Task<IReadOnlyDictionary<int, string>> Remarks(IReadOnlyList<CaseRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var found = await db
            .TaskItems.AsNoTracking()
            .Where(t => ids.Contains(t.Id))
            .Select(t => new
            {
                t.Id,
                t.From,
                t.To,
                t.Task!.Every,
            })
            .ToListAsync(cancellationToken);
        return found
            .Where(t => t.Every is not null)
            .ToDictionary(t => t.Id, t => string.Format(CultureInfo.InvariantCulture, "{0} – {1}", Show.Date(t.From), Show.Date(t.To)));
    }

    /// <summary>A unit of the same campaign that is there today.</summary>
    private async Task<UnitRow?> Taker(CaseMove move, CancellationToken cancellationToken)
    {
        if (move.Content is not HandOver given)
            return null;
        var campaign = await db
            .TaskItems.Where(t => t.Id == move.Case.Id)
            .Join(db.Set<Campaigns.Campaign>(), t => t.Task!.CampaignId, c => c.Id, (_, c) => c.UnitId)
            .SingleAsync(cancellationToken);
        var unit = await UnitQueries.Find(db, given.Unit, clock.Today(), cancellationToken);
        return unit?.Path.Contains($"/{campaign}/", StringComparison.Ordinal) == true ? unit : null;
    }
}
