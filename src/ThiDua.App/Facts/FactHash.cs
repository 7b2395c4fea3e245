using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ThiDua.App.Facts;

/// <summary>
/// Hashes of facts: what an act promises and <c>verify</c> works out again. The report they came with is the act's subject.
/// </summary>
public static class FactHash
{
    private const int Width = 4 + 4 + 8 + 4 + 4 + 4 + 1 + 8 + 8 + 1;

    /// <summary>SHA-256 over facts in the order given: that of their ids.</summary>
    public static byte[] Of(IEnumerable<Fact> facts)
    {
        using var running = new Running();
        foreach (var fact in facts)
            running.Add(fact);
        return running.Take();
    }

    /// <summary>The same over facts that come one by one: <c>verify</c> never holds an act's facts.</summary>
    public sealed class Running : IDisposable
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public void Add(Fact fact)
        {
            Span<byte> row = stackalloc byte[Width];
            Write(row, fact);
            hash.AppendData(row);
        }

        /// <returns>The hash of what was added since the last time.</returns>
        public byte[] Take() => hash.GetHashAndReset();

        public void Dispose() => hash.Dispose();
    }

    /// <summary>SHA-256 over what an act brought, home by home and year by year.</summary>
    public static byte[]? OfBatches(IEnumerable<FactBatch> batches)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> row = stackalloc byte[4 + 4 + 8 + 8 + 4];
        var any = false;
        foreach (var batch in batches.OrderBy(b => (b.HomeId, b.Year)))
        {
            BinaryPrimitives.WriteInt32LittleEndian(row, batch.HomeId);
            BinaryPrimitives.WriteInt32LittleEndian(row[4..], batch.Year);
            BinaryPrimitives.WriteInt64LittleEndian(row[8..], batch.FirstId);
            BinaryPrimitives.WriteInt64LittleEndian(row[16..], batch.LastId);
            BinaryPrimitives.WriteInt32LittleEndian(row[24..], batch.Count);
            hash.AppendData(row);
            hash.AppendData(batch.Hash);
            any = true;
        }
        return any ? hash.GetHashAndReset() : null;
    }

    /// <summary>SHA-256 over the keys of the facts that an act approved, in their order; null for none.</summary>
    public static byte[]? OfApprovals(IEnumerable<FactKey> facts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> row = stackalloc byte[4 + 4 + 8];
        var any = false;
        foreach (var fact in facts.OrderBy(f => (f.HomeId, f.Year, f.Id)))
        {
            BinaryPrimitives.WriteInt32LittleEndian(row, fact.HomeId);
            BinaryPrimitives.WriteInt32LittleEndian(row[4..], fact.Year);
            BinaryPrimitives.WriteInt64LittleEndian(row[8..], fact.Id);
            hash.AppendData(row);
            any = true;
        }
        return any ? hash.GetHashAndReset() : null;
    }

    private static void Write(Span<byte> row, Fact fact)
    {
        BinaryPrimitives.WriteInt32LittleEndian(row, fact.HomeId);
        BinaryPrimitives.WriteInt32LittleEndian(row[4..], fact.Year);
        BinaryPrimitives.WriteInt64LittleEndian(row[8..], fact.Id);
        BinaryPrimitives.WriteInt32LittleEndian(row[16..], fact.IndicatorId);
        BinaryPrimitives.WriteInt32LittleEndian(row[20..], fact.UnitId);
        BinaryPrimitives.WriteInt32LittleEndian(row[24..], fact.PeriodId);
        row[28] = (byte)(fact.Value is null ? 0 : 1);
        BinaryPrimitives.WriteInt64LittleEndian(row[29..], fact.Value ?? 0);
        BinaryPrimitives.WriteInt64LittleEndian(row[37..], fact.ReplacesId ?? 0);
        row[45] = (byte)(fact.Approved ? 1 : 0);
    }
}
