using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers.Households;
using ThiDua.App.Forms;

namespace ThiDua.App.Features.Registers;

/// <summary>
/// Turns order numbers of households into keys and, for a form that is opened again, keys into numbers. The secret is the unit's own
/// and sealed under the installation's keys, which are no part of the database.
/// </summary>
public sealed class HouseholdKeys(AppDb db, IDataProtectionProvider protection)
{
    private const int SecretBytes = 32;

    private IDataProtector Seal => protection.CreateProtector("thidua.households");

    /// <summary>The keys of these households, the unit's secret made where there is none; saved with what is tracked.</summary>
    public async Task<IReadOnlySet<long>> Of(int unitId, IEnumerable<int> numbers, CancellationToken cancellationToken)
    {
        var held = await Held(unitId, cancellationToken);
        if (held is null)
            db.Add(held = new() { UnitId = unitId });
        held.Sealed ??= Convert.ToBase64String(Seal.Protect(RandomNumberGenerator.GetBytes(SecretBytes)));
        var secret = Open(held.Sealed);
        return numbers.Select(n => Key(secret, n)).ToHashSet();
    }

    /// <summary>Which of the unit's households a row reached; empty once the keys were dropped.</summary>
    /// <param name="groups">Of the field: the unit's own list.</param>
    public async Task<IReadOnlyList<int>> Numbers(
        int unitId,
        int rowId,
        IEnumerable<NamedThing> groups,
        CancellationToken cancellationToken
    )
    {
        var keys = await db.RowHouseholds.Where(h => h.RowId == rowId).Select(h => h.Key).ToHashSetAsync(cancellationToken);
        if (keys.Count == 0 || (await Held(unitId, cancellationToken))?.Sealed is not { } held)
            return [];
        var secret = Open(held);
        return [.. groups.SelectMany(g => HouseholdsKind.Numbers(g.Key) ?? []).Distinct().Where(n => keys.Contains(Key(secret, n)))];
    }

    /// <summary>The campaign is over and its counts stand as facts: nothing tells any more which households they were.</summary>
    /// <param name="to">The campaign's last day.</param>
    public async Task Drop(IReadOnlyCollection<int> units, DateOnly to, CancellationToken cancellationToken)
    {
        await db
            .RowHouseholds.Where(h => db.Set<RegisterRow>().Any(r => r.Id == h.RowId && r.Date <= to && units.Contains(r.UnitId)))
            .ExecuteDeleteAsync(cancellationToken);
        foreach (var held in await db.Set<HouseholdSecret>().Where(s => units.Contains(s.UnitId)).ToListAsync(cancellationToken))
            held.DroppedTo = to;
        await db.SaveChangesAsync(cancellationToken);
        // What was ticked since then still needs its secret.
        var free = await db.Set<HouseholdSecret>()
            .Where(s => units.Contains(s.UnitId) && s.Sealed != null)
            .Where(s => !db.Set<RowHousehold>().Any(h => db.Set<RegisterRow>().Any(r => r.Id == h.RowId && r.UnitId == s.UnitId)))
            .ToListAsync(cancellationToken);
        free.ForEach(s => s.Sealed = null);
    }

    private async Task<HouseholdSecret?> Held(int unitId, CancellationToken cancellationToken) =>
        await db.Set<HouseholdSecret>().FindAsync([unitId], cancellationToken);

    private byte[] Open(string held) => Seal.Unprotect(Convert.FromBase64String(held));

    private static long Key(byte[] secret, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)],
            hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        HMACSHA256.HashData(secret, bytes, hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
