using System.Text;

namespace ThiDua.Fuzz;

/// <summary>Makes new inputs of old ones: flips, cuts, copies, splices, and words of the syntax.</summary>
internal sealed class Mutator(int seed, string[] words)
{
    private const int MaxLength = 4096;
    private readonly Random _random = new(seed);
    private readonly byte[][] _words =
    [
        .. words.Select(w => w.Any(c => c is > '\u007F' and < '\u0100') ? Encoding.Latin1.GetBytes(w) : Encoding.UTF8.GetBytes(w)),
    ];

    public int Pick(int count)
    {
        // Later finds are deeper: half of the picks come from the last fifth.
        var from = _random.Next(2) == 0 ? count * 4 / 5 : 0;
        return _random.Next(from, count);
    }

    public byte[] Mutate(byte[] input, byte[] other)
    {
        var bytes = new List<byte>(input);
        var times = 1 << _random.Next(4);
        for (var i = 0; i < times; i++)
        {
            Once(bytes, other);
        }
        if (bytes.Count > MaxLength)
        {
            bytes.RemoveRange(MaxLength, bytes.Count - MaxLength);
        }
        return [.. bytes];
    }

    private void Once(List<byte> bytes, byte[] other)
    {
        var at = _random.Next(bytes.Count + 1);
        var n = Math.Min(_random.Next(1, 64), bytes.Count - at);
        switch (_random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 2 when n > 0:
                bytes.RemoveRange(at, n);
                break;
            case 3 when n > 0:
                bytes.InsertRange(_random.Next(bytes.Count + 1), bytes.GetRange(at, n));
                break;
            case 4 when other.Length > 0:
                var from = _random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + _random.Next(1, 400))]);
                break;
            case 5 when n > 0:
                var word = _words[_random.Next(_words.Length)];
                bytes.RemoveRange(at, n);
                bytes.InsertRange(at, word);
                break;
            default:
                bytes.InsertRange(at, _words[_random.Next(_words.Length)]);
                break;
        }
    }
}
