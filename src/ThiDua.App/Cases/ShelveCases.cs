using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Cases;

/// <summary>
/// Takes cases out of everybody's work when what they belong to is over, and lays them before people again when it goes on.
/// Their states stay as they are.
/// </summary>
public sealed class ShelveCases(AppDb db)
{
    private const int MostAtOnce = 500;

    /// <summary>Within the transaction of the act that explains it.</summary>
    public async Task Handle(IReadOnlyCollection<int> cases, bool shelved, CancellationToken cancellationToken)
    {
        foreach (var part in cases.Chunk(MostAtOnce))
        {
            foreach (var found in await db.Cases.Where(c => part.Contains(c.Id) && c.Shelved != shelved).ToListAsync(cancellationToken))
                found.Shelved = shelved;
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
