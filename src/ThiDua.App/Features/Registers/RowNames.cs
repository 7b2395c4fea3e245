using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers;

/// <summary>Rows of another register to choose from: those of the same commune, the newest first.</summary>
public sealed class RowNames(AppDb db, TimeProvider clock) : INameSource
{
    public string Kind => FieldKinds.Row;

    public Task<Dictionary<string, string>> NamesOf(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        db
            .Cases.AsNoTracking()
            .Where(c => c.Kind == RowCase.Kind && keys.Contains(c.PublicId))
            .ToDictionaryAsync(c => c.PublicId, c => c.Title, cancellationToken);

    public async Task<IReadOnlyList<NamedThing>> Load(FormField field, int unitId, CancellationToken cancellationToken)
    {
        var commune = await UnitScope.Of(db, unitId, clock.Today(), cancellationToken);
        var units = db.UnitVersions.Where(v => v.To == null).Below(commune).Select(v => v.UnitId);
        return await db
            .RegisterRows.AsNoTracking()
            .Where(r => r.Register == field.Register && units.Contains(r.UnitId) && r.Case.State != RowCase.Cancelled)
            .OrderByDescending(r => r.Date)
            .ThenByDescending(r => r.Id)
            .Take(FormNames.Most)
            .Select(r => new NamedThing(r.Case.PublicId, r.Case.Title))
            .ToListAsync(cancellationToken);
    }
}
