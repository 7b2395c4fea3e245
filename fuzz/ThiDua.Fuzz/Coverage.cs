using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace ThiDua.Fuzz;

/// <summary>
/// The branches that instrumented code went through, counted in steps as AFL does. Without instrumentation nothing is ever new.
/// </summary>
internal sealed unsafe class Coverage
{
    private const int Size = 65_536;
    private readonly byte* _now = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _seen = new byte[Size];

    public Coverage() => Trace.SharedMem = _now;

    public int Branches { get; private set; }

    public void Reset()
    {
        new Span<byte>(_now, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether the last run did something that no run before it did.</summary>
    public bool IsNew()
    {
        var fresh = false;
        var words = new ReadOnlySpan<ulong>(_now, Size / 8);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] != 0)
            {
                fresh |= Note(i * 8);
            }
        }
        return fresh;
    }

    private bool Note(int from)
    {
        var fresh = false;
        for (var i = from; i < from + 8; i++)
        {
            var step = _now[i] switch
            {
                0 => 0,
                1 => 1,
                2 => 2,
                3 => 4,
                < 8 => 8,
                < 16 => 16,
                < 32 => 32,
                < 128 => 64,
                _ => 128,
            };
            if ((_seen[i] & step) != step)
            {
                Branches += _seen[i] == 0 ? 1 : 0;
                _seen[i] |= (byte)step;
                fresh = true;
            }
        }
        return fresh;
    }
}
