using System.Buffers.Binary;

namespace ThiDua.Plans.Source;

/// <summary>
/// Looks at the list of entries of a zip archive before anything else does: whoever opens an archive holds all its entries
/// in memory, and 300,000 of them fit into a file of a few megabytes.
/// </summary>
public static class ZipDirectory
{
    private const int EndLength = 22;
    private const int HeaderLength = 46;

    /// <summary>Whether the archive has more entries than <paramref name="limit"/>: counted, and never as declared.</summary>
    public static bool HasMoreThan(int limit, ReadOnlySpan<byte> archive)
    {
        var end = archive.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || archive.Length - end < EndLength)
        {
            return false;
        }
        var at = (long)BinaryPrimitives.ReadUInt32LittleEndian(archive[(end + 16)..]);
        // Where the list is too long for a number of two bytes, another list says where it stands.
        if (BinaryPrimitives.ReadUInt16LittleEndian(archive[(end + 10)..]) == ushort.MaxValue || at == uint.MaxValue)
        {
            return true;
        }
        for (var count = 0; at + HeaderLength <= archive.Length && archive[(int)at..].StartsWith("PK\u0001\u0002"u8); count++)
        {
            if (count == limit)
            {
                return true;
            }
            var header = archive.Slice((int)at, HeaderLength);
            at +=
                HeaderLength
                + BinaryPrimitives.ReadUInt16LittleEndian(header[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }
        return false;
    }
}
