using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Facts;

namespace ThiDua.App.Features.Documents;

/// <summary>
/// A moment that a paper can name: every total above the commune is swept and every act numbered, and nothing was
/// committed while the figures were read.
/// </summary>
public sealed class PaperMoment(AppDb db, TotalSweep sweep, Sealer sealer)
{
    private const int Tries = 5;

    /// <returns>What was read, and the number of the last act that it holds.</returns>
    public async Task<(T Value, long ActNumber)> Read<T>(Func<Task<T>> read, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await sweep.Drain(cancellationToken);
            var before = await Number(cancellationToken);
            var value = await read();
            // Under a steady load the last try stands: it holds at least what its number says.
            if (await Number(cancellationToken) == before || tries == Tries)
                return (value, before);
        }
    }

    private async Task<long> Number(CancellationToken cancellationToken)
    {
        await sealer.Drain(cancellationToken);
        return await db.Seals.MaxAsync(s => (long?)s.Number, cancellationToken) ?? 0;
    }
}
