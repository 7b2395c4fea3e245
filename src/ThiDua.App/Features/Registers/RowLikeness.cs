using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers.Households;

namespace ThiDua.App.Features.Registers;

/// <summary>Whether what is typed for a row is what it holds, or what it held first.</summary>
public sealed class RowLikeness(AppDb db, RegisterQueries registers, HouseholdKeys keys)
{
    /// <summary>What the request brought that made the row. Files are not looked at.</summary>
    public async Task<bool> WasFirst(RegisterRow row, RowContent content, CancellationToken cancellationToken)
    {
        var first = await db.Set<RowVersion>()
            .Where(v => v.RowId == row.Id)
            .OrderBy(v => v.Id)
            .Select(v => v.Content)
            .FirstAsync(cancellationToken);
        return Same(RegisterRow.Parse(first), content.Values)
            && (row.Case.Version > 0 || await SameHouseholds(row, content, cancellationToken));
    }

    /// <summary>Nothing is said that the row does not say already, and it waits for no mending.</summary>
    public async Task<bool> SaysNothingNew(RegisterRow row, RowContent content, CancellationToken cancellationToken)
    {
        var flow = registers.Find(row.Register)?.Pack.Flow(row.Case.Flow);
        var stays = flow?.State(row.Case.State) is { } state && (!state.Editable || flow.Act(RowCase.Edit)?.To == state.Code);
        return stays
            && content is { Files.Count: 0, Waiting: null }
            && Same(row.Data, content.Values)
            && Same(row.Explained, content.Comments)
            && await SameHouseholds(row, content, cancellationToken);
    }

    private static bool Same(IReadOnlyDictionary<string, string> held, IReadOnlyDictionary<string, string> said) =>
        held.Count == said.Count && !held.Except(said).Any();

    private async Task<bool> SameHouseholds(RegisterRow row, RowContent content, CancellationToken cancellationToken)
    {
        if (content.Ticked is not { } ticked)
            return true;
        var held = await db.RowHouseholds.Where(h => h.RowId == row.Id).Select(h => h.Key).ToListAsync(cancellationToken);
        return held.Count == ticked.Count && (ticked.Count == 0 || (await keys.Of(row.UnitId, ticked, cancellationToken)).SetEquals(held));
    }
}
