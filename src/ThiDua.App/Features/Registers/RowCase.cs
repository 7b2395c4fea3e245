using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers.Households;
using ThiDua.App.Features.Registers.Trash;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Registers;

/// <summary>A row's moves: written anew, confirmed, returned, cancelled; whatever changes what it counts is counted at once.</summary>
public sealed class RowCase(
    AppDb db,
    PackShelf packs,
    RegisterCounts counts,
    RowFiles files,
    HouseholdKeys keys,
    TimeProvider clock,
    IStringLocalizer<Text> text
) : ICaseKind
{
    public const string Kind = "row",
        Edit = "edit",
        Cancel = "cancel",
        Cancelled = "cancelled";

    public string Code => Kind;

    public string? ViewPermission => Permission.ViewRegister;

    public IReadOnlyList<string> States => [Cancelled];

    public IReadOnlyList<string> Acts => [Edit, Cancel];

    public string Href(string publicId) => $"/registers/rows/{publicId}";

    public async Task<Outcome> Check(CaseMove move, CancellationToken cancellationToken)
    {
        if (move.Act.Code == Edit && move.Content is not RowContent)
            return Outcome.Refused("", text["EditFromForm"]);
        if (move.Case.State == Cancelled && RowTrash.IsOver(move.Case.MovedAt, clock.Today()))
            return Outcome.Refused("", text["TrashOver", RowTrash.Days, Show.InText(RowTrash.Last(move.Case.MovedAt))]);
        var register = await db
            .RegisterRows.Where(r => r.Id == move.Case.Id)
            .Select(r => r.Register)
            .FirstOrDefaultAsync(cancellationToken);
        return register is not null && packs[move.Case.Pack].Register(register) is null
            ? Outcome.Refused("", text["RegisterGone", register])
            : Outcome.Done;
    }

    public async Task<Outcome> Moved(CaseMove move, CancellationToken cancellationToken)
    {
        var row = await Row(move.Case.Id, cancellationToken);
        var pack = packs[move.Case.Pack];
        if (pack.Register(row.Register) is not { } register)
            return Outcome.Done;
        HashSet<CountedPlace> places = [.. RegisterRules.Places(register, row.UnitId, row.Data)];
        if (move.Content is RowContent content)
        {
            if (content.Ticked is { } ticked)
                content = content with { Households = await keys.Of(row.UnitId, ticked, cancellationToken) };
            row.Write(content, move.Record);
            move.Case.Name(content.Title);
            if (await files.Add(row, content, move.Record, cancellationToken) is { Count: > 0 } refused)
                return new() { Errors = refused };
            places.UnionWith(RegisterRules.Places(register, row.UnitId, row.Data));
        }
        if (register.Due is not null && move.Flow.State(move.Case.State) is { Final: false, Clock.Days: null } state)
            move.Case.Await(DueOf(register, state, row.Data));
        var outcome = await counts.Recount(pack, register, places, move.Record, cancellationToken, row.ImportId);
        return outcome.Ok ? Outcome.Done : Outcome.Refused("", text["CountTooLarge"]);
    }

    /// <summary>Where many move at once they have been read together.</summary>
    private async Task<RegisterRow> Row(int id, CancellationToken cancellationToken)
    {
        if (await db.RegisterRows.FindAsync([id], cancellationToken) is { } row)
        {
            var entry = db.Entry(row);
            var (values, households, links) = (
                entry.Collection(r => r.Values),
                entry.Collection(r => r.Households),
                entry.Collection(r => r.Links)
            );
            if (values.IsLoaded && households.IsLoaded && links.IsLoaded)
                return row;
        }
        return await db
            .RegisterRows.Include(r => r.Values)
            .Include(r => r.Households)
            .Include(r => r.Links)
            .AsSplitQuery()
            .FirstAsync(r => r.Id == id, cancellationToken);
    }

    /// <summary>The day that the row itself names.</summary>
    public static CaseDue DueOf(RegisterDefinition register, FlowState state, IReadOnlyDictionary<string, string> data) =>
        DateKind.Day(data.GetValueOrDefault(register.Due ?? "")) is { } day
            ? new(day, day.AddDays(-(state.Clock?.RemindBefore ?? []).DefaultIfEmpty(0).Max()))
            : CaseDue.Never;

    public async Task<bool> EnteredBy(Case found, int accountId, CancellationToken cancellationToken) =>
        await db.Set<RowVersion>().AnyAsync(v => v.RowId == found.Id && v.Record!.AccountId == accountId, cancellationToken);

    public async Task<IReadOnlyDictionary<int, string>> Remarks(IReadOnlyList<CaseRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var found = await db
            .RegisterRows.AsNoTracking()
            .Where(r => ids.Contains(r.Id))
            .Select(r => new
            {
                r.Id,
                r.Register,
                r.Date,
                r.Case.Pack,
            })
            .ToListAsync(cancellationToken);
        return found.ToDictionary(
            r => r.Id,
            r => $"{packs[r.Pack].Register(r.Register)?.Title.Here() ?? r.Register} · {Show.Date(r.Date)}"
        );
    }
}
