using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Registers.Households;

/// <summary>
/// The groups of a unit's own list of households, from the register that holds them: each a range of order numbers
/// (<c>1-48</c>), no names.
/// </summary>
public sealed class HouseholdNames(AppDb db, PackShelf packs) : INameSource
{
    /// <summary>The fields that a register of groups has: the first and the last order number.</summary>
    public const string First = "first",
        Last = "last";

    public string Kind => FieldKinds.Households;

    public async Task<IReadOnlyList<NamedThing>> Load(FormField field, int unitId, CancellationToken cancellationToken)
    {
        var rows = await db
            .RegisterRows.AsNoTracking()
            .Where(r => r.Register == field.Register && r.UnitId == unitId && r.Case.State != RowCase.Cancelled)
            .OrderBy(r => r.Id)
            .Take(FormNames.Most)
            .Select(r => new { r.Case.Title, r.Content })
            .ToListAsync(cancellationToken);
        var until = packs.All.Select(p => p.Register(field.Register ?? "")).FirstOrDefault(r => r is not null)?.Until;
        return
        [
            .. from row in rows
            let data = RegisterRow.Parse(row.Content)
            where until is null || !data.ContainsKey(until)
            let range = $"{data.GetValueOrDefault(First)}-{data.GetValueOrDefault(Last)}"
            let numbers = HouseholdsKind.Numbers(range)
            where numbers is not null
            orderby numbers.Min
            select new NamedThing(range, row.Title),
        ];
    }

    /// <summary>A row holds how many, and no group.</summary>
    public Task<Dictionary<string, string>> NamesOf(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult(new Dictionary<string, string>());
}
