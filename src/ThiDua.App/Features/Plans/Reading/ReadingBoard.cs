using System.Collections.Concurrent;
using ThiDua.Plans.Source;

namespace ThiDua.App.Features.Plans.Reading;

/// <summary>How far the uploads are that are being read now, by the token that the upload's page drew.</summary>
public sealed class ReadingBoard
{
    private readonly ConcurrentDictionary<string, ReadProgress> readings = new(StringComparer.Ordinal);

    /// <summary>The page being read; null before the first and when nothing is read under this token.</summary>
    public ReadProgress? At(string token) => readings.TryGetValue(token, out var at) ? at : null;

    /// <summary>Opens a line on the board; it is wiped when disposed of.</summary>
    public Reading Begin(string token) => new(this, token);

    public sealed class Reading(ReadingBoard board, string token) : IProgress<ReadProgress>, IDisposable
    {
        // Written at once: Progress<T> would post it, and a late page would stand above a later one.
        public void Report(ReadProgress value) => board.readings[token] = value;

        public void Dispose() => board.readings.TryRemove(token, out _);
    }
}
