using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Facts;

/// <summary>The keys of indicators by their codes, asked once: a key is given for good.</summary>
public sealed class IndicatorKeys
{
    private readonly ConcurrentDictionary<string, int> known = new(StringComparer.Ordinal);

    /// <returns>Codes by key; what has no key yet is left out.</returns>
    public async Task<Dictionary<int, string>> Of(AppDb db, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var unknown = codes.Where(c => !known.ContainsKey(c)).Distinct().ToList();
        if (unknown.Count > 0)
            foreach (var key in await db.Indicators.AsNoTracking().Where(i => unknown.Contains(i.Code)).ToListAsync(cancellationToken))
                known[key.Code] = key.Id;
        return codes.Distinct().Where(known.ContainsKey).ToDictionary(c => known[c]);
    }
}
