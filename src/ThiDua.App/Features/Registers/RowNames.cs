using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers;

/// <summary>Rows of another register to choose from: those of the same commune, the newest first.</summary>
public sealed class RowNames(AppDb db, RegisterQueries registers, Viewer viewer, TimeProvider clock) : INameSource
{
    public string Kind => FieldKinds.Row;

    public async Task<Dictionary<string, string>> NamesOf(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var rows = await db
            .RegisterRows.AsNoTracking()
            .Where(r => keys.Contains(r.Case.PublicId))
            .Select(r => new
            {
                r.Case.PublicId,
                r.Case.Title,
                r.Date,
            })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(r => r.PublicId, r => Name(r.Title, r.Date));
    }

    /// <summary>Of the same commune: what the viewer may see, and what all of its units may name.</summary>
    public async Task<IReadOnlyList<NamedThing>> Load(FormField field, int unitId, CancellationToken cancellationToken)
    {
        var commune = await UnitScope.Of(db, unitId, clock.Today(), cancellationToken);
        var units = await db
            .UnitVersions.AsNoTracking()
            .Where(v => v.To == null)
            .Below(commune)
            .Select(v => new { v.UnitId, v.Path })
            .ToListAsync(cancellationToken);
        var shared = registers.Find(field.Register ?? "")?.Register.Shared == true;
        var seen = units.Where(u => shared || viewer.Can(Permission.ViewRegister, u.Path)).Select(u => u.UnitId).ToList();
        var rows = await db
            .RegisterRows.AsNoTracking()
            .Where(r => r.Register == field.Register && seen.Contains(r.UnitId) && r.Case.State != RowCase.Cancelled)
            .OrderByDescending(r => r.Date)
            .ThenByDescending(r => r.Id)
            .Take(FormNames.Most)
            .Select(r => new
            {
                r.Case.PublicId,
                r.Case.Title,
                r.Date,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new NamedThing(r.PublicId, Name(r.Title, r.Date)))];
    }

    private static string Name(string title, DateOnly date) => $"{title} · {Show.Date(date)}";
}
