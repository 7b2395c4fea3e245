using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers.Households;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Registers.Counting;

/// <summary>The rows that some figures are counted from, as they will be when what is tracked is saved.</summary>
internal sealed class CountedRows
{
    private readonly Dictionary<(int Unit, string Register), List<CountedRow>> rows;
    private readonly Dictionary<string, (CountedRow Row, RegisterDefinition Register)> byId;

    private CountedRows(Pack pack, IEnumerable<CountedRow> all)
    {
        var known = all.ToList();
        rows = known.GroupBy(r => (r.UnitId, r.Register)).ToDictionary(g => g.Key, g => g.ToList());
        byId = known.Where(r => r.Id.Length > 0).DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => (r, pack.Register(r.Register)!));
    }

    public IReadOnlyList<CountedRow> Of(int unitId, RegisterDefinition register) => rows.GetValueOrDefault((unitId, register.Code)) ?? [];

    /// <summary>A row of another unit is not looked at, and does not stand.</summary>
    public bool Stands(string id, DateOnly day) => byId.TryGetValue(id, out var found) && found.Row.Stands(found.Register, day);

    /// <param name="within">Only rows dated in it; null for all of the units, where rows hold on.</param>
    /// <param name="beside">Rows that are written after it, tracked by nobody.</param>
    public static async Task<CountedRows> Load(
        AppDb db,
        Pack pack,
        IReadOnlySet<string> registers,
        IReadOnlyCollection<int> units,
        DateRange? within,
        IReadOnlyList<RegisterRow>? beside,
        CancellationToken cancellationToken
    )
    {
        var asked = db.RegisterRows.AsNoTracking().Where(r => registers.Contains(r.Register) && units.Contains(r.UnitId));
        if (within is { } range)
            asked = asked.Where(r => r.Date >= range.First && r.Date <= range.Last);
        var found = await asked
            .OrderBy(r => r.Id)
            .Select(r => new
            {
                r.Id,
                r.Case.PublicId,
                r.Register,
                r.UnitId,
                r.Date,
                r.Case.Flow,
                r.Case.State,
                r.Content,
            })
            .ToListAsync(cancellationToken);
        var tracked = db.ChangeTracker.Entries<RegisterRow>().Select(e => e.Entity).ToList();
        var ids = tracked.Select(t => t.Id).ToHashSet();
        bool Counts(string flow, string state) => pack.Flow(flow)?.State(state)?.Counts ?? false;
        return new(
            pack,
            [
                .. found
                    .Where(f => !ids.Contains(f.Id) && Counts(f.Flow, f.State))
                    .Select(f => new CountedRow(f.PublicId, f.Register, f.UnitId, f.Date, RegisterRow.Parse(f.Content))),
                .. tracked
                    .Concat(beside ?? [])
                    .Where(t => registers.Contains(t.Register) && Counts(t.Case.Flow, t.Case.State))
                    .Select(t => new CountedRow(t.Case.PublicId, t.Register, t.UnitId, t.Date, t.Data)),
            ]
        );
    }
}
