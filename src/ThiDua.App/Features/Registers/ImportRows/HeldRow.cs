using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Features.Registers.ImportRows;

/// <summary>What a row that a file changes holds.</summary>
internal sealed record HeldRow(IReadOnlyDictionary<string, string> Data, int UnitId, bool Cancelled)
{
    private const int LookUpAtOnce = 2_000;

    /// <param name="keys">Public ids; those that are no rows of the register are left out.</param>
    public static async Task<Dictionary<string, HeldRow>> Of(
        AppDb db,
        string register,
        IReadOnlyList<string> keys,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, HeldRow>(StringComparer.Ordinal);
        foreach (var some in keys.Chunk(LookUpAtOnce))
        {
            var rows = await db
                .RegisterRows.AsNoTracking()
                .Where(r => r.Register == register && some.Contains(r.Case.PublicId))
                .Select(r => new
                {
                    r.Case.PublicId,
                    r.Content,
                    r.UnitId,
                    r.Case.State,
                })
                .ToListAsync(cancellationToken);
            foreach (var row in rows)
                found[row.PublicId] = new(RegisterRow.Parse(row.Content), row.UnitId, row.State == RowCase.Cancelled);
        }
        return found;
    }
}
