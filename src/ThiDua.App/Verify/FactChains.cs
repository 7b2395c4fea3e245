using System.Runtime.InteropServices;
using ThiDua.App.Facts;

namespace ThiDua.App.Verify;

/// <summary>What a chain of facts makes of one figure.</summary>
internal readonly record struct ChainEnd(long FactId, long? Value, long? ApprovedFactId, long? ApprovedValue)
{
    public override string ToString() => $"{Words(Value)} (fact {FactId}), approved {Words(ApprovedValue)} (fact {Words(ApprovedFactId)})";

    private static string Words(long? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–";
}

/// <summary>
/// The facts of one home and year as chains: one for each unit, indicator and period. Ids come from blocks of several
/// nodes, so a correction may have a lower id than what it corrects: only what replaces what tells the order.
/// </summary>
internal sealed class FactChains
{
    /// <param name="Replaces">0 for none: ids begin at 1. Written so because there are millions of them.</param>
    private readonly record struct Link(long Id, long Replaces, long Amount, bool HasValue, bool Approved)
    {
        public long? Value => HasValue ? Amount : null;
    }

    private readonly Dictionary<(int Unit, int Indicator, int Period), Link> first = [];
    private readonly Dictionary<(int Unit, int Indicator, int Period), List<Link>> more = [];

    public void Add(Fact fact, bool approved)
    {
        var key = (fact.UnitId, fact.IndicatorId, fact.PeriodId);
        var link = new Link(fact.Id, fact.ReplacesId ?? 0, fact.Value ?? 0, fact.Value is not null, approved);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(first, key, out var exists);
        if (!exists)
            known = link;
        else if (more.TryGetValue(key, out var links))
            links.Add(link);
        else
            more[key] = [link];
    }

    /// <summary>Takes a figure's chain away.</summary>
    /// <returns>Null when there are no such facts.</returns>
    /// <exception cref="FormatException">The facts are no chain.</exception>
    public ChainEnd? Take((int Unit, int Indicator, int Period) key)
    {
        if (!first.Remove(key, out var link))
            return null;
        return more.Remove(key, out var links) ? End([link, .. links]) : End([link]);
    }

    /// <summary>The chains that no figure was taken for.</summary>
    public IEnumerable<(int Unit, int Indicator, int Period)> Left => first.Keys;

    private static ChainEnd End(List<Link> links)
    {
        var begins = links.Where(l => l.Replaces == 0).ToList();
        var next = links.Where(l => l.Replaces != 0).ToDictionary(l => l.Replaces);
        if (begins is not [{ HasValue: true } at])
            throw new FormatException("no beginning");
        var end = new ChainEnd(0, null, null, null);
        for (var seen = 1; ; seen++)
        {
            end = new(at.Id, at.Value, at.Approved ? at.Id : end.ApprovedFactId, at.Approved ? at.Value : end.ApprovedValue);
            if (next.TryGetValue(at.Id, out at))
                continue;
            return seen == links.Count ? end : throw new FormatException("a correction of another figure's fact");
        }
    }
}
