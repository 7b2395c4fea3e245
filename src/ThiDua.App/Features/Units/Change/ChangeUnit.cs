using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Units.Change;

/// <param name="From">First day of the new name and kind; what was before stays as it was.</param>
public sealed record ChangeUnitInput(int UnitId, string Name, string Kind, DateOnly From, string? Reason);

/// <summary>Gives a unit a new name or kind from a day on: a commune becomes a ward and keeps its history.</summary>
public sealed class ChangeUnit(AppDb db, UnitTree tree, TreeTotals totals, Viewer viewer, IStringLocalizer<Text> text)
{
    public async Task<Outcome> Handle(ChangeUnitInput input, CancellationToken stop)
    {
        var name = NameText.Clean(input.Name);
        if (name.Length == 0) return Outcome.Refused(nameof(input.Name), text["NameNeeded"]);
        var unit = await db.Units.Include(u => u.Versions).FirstOrDefaultAsync(u => u.Id == input.UnitId, stop);
        if (unit?.Versions.MaxBy(v => v.From) is not { To: null } last) return Outcome.NotFound;
        if (input.From <= last.From) return Outcome.Refused(nameof(input.From), text["AfterLast", Show.Date(last.From)]);
        return await db.Apply(async () =>
        {
            await totals.Recount([unit.Id], async () =>
            {
                viewer.Record("unit.change", "unit", unit.PublicId, unit.Id, input.Reason);
                await tree.Rename(unit, last, name, input.Kind, input.From, stop);
                await db.SaveChangesAsync(stop);
            }, stop);
            return Outcome.Done;
        }, stop);
    }
}
