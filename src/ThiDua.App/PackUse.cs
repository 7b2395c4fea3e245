using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;

namespace ThiDua.App;

/// <summary>
/// What the system holds and a changed pack no longer knows: cases in a state, figures of an indicator, units of a kind. A register
/// may go (its rows are still read), these may not.
/// </summary>
internal static class PackUse
{
    public static async Task<IReadOnlyList<PackTrouble>> Lacking(
        AppDb db,
        IReadOnlyList<Pack> now,
        IReadOnlyList<Pack> next,
        CancellationToken cancellationToken
    )
    {
        var all = new List<PackTrouble>();
        foreach (var pack in now)
        {
            all.AddRange(await States(db, pack, next.FirstOrDefault(p => p.Code == pack.Code), cancellationToken));
            all.AddRange(await Indicators(db, pack, next, cancellationToken));
            all.AddRange(await Kinds(db, pack, next, cancellationToken));
        }
        return all;
    }

    private static async Task<List<PackTrouble>> States(AppDb db, Pack pack, Pack? next, CancellationToken cancellationToken)
    {
        var found = new List<PackTrouble>();
        foreach (var flow in pack.Flows)
        foreach (var state in flow.States.Where(s => next?.Flow(flow.Code)?.State(s.Code) is null))
            if (await db.Cases.AnyAsync(c => c.Flow == flow.Code && c.State == state.Code && c.Pack == pack.Code, cancellationToken))
                found.Add(
                    PackTrouble.Of(
                        pack.Code,
                        $"flows/{flow.Code}.yaml",
                        $"Đang có việc ở trạng thái \"{state.Code}\" ({state.Label.Vi}) mà bộ mẫu mới không còn.",
                        $"There are cases in the state \"{state.Code}\" ({state.Label.En}), which the changed pack lacks."
                    )
                );
        return found;
    }

    private static async Task<IEnumerable<PackTrouble>> Indicators(
        AppDb db,
        Pack pack,
        IReadOnlyList<Pack> next,
        CancellationToken cancellationToken
    )
    {
        var gone = pack.Indicators.Select(i => i.Code).Where(c => next.All(p => p.Indicator(c) is null)).ToList();
        if (gone.Count == 0)
            return [];
        var counted = await db
            .Indicators.Where(i => gone.Contains(i.Code) && db.Figures.Any(f => f.IndicatorId == i.Id))
            .Select(i => i.Code)
            .ToListAsync(cancellationToken);
        var aimed = await db.Set<CampaignTarget>()
            .Where(t => t.Indicator != null && gone.Contains(t.Indicator))
            .Select(t => t.Indicator!)
            .Distinct()
            .ToListAsync(cancellationToken);
        return counted
            .Union(aimed)
            .Select(c =>
                PackTrouble.Of(
                    pack.Code,
                    "indicators.yaml",
                    $"Chỉ số \"{c}\" đã có số liệu hoặc chỉ tiêu nên không bỏ, không đổi mã được.",
                    $"The indicator \"{c}\" has figures or targets: it can neither go nor change its code."
                )
            );
    }

    private static async Task<IEnumerable<PackTrouble>> Kinds(
        AppDb db,
        Pack pack,
        IReadOnlyList<Pack> next,
        CancellationToken cancellationToken
    )
    {
        var gone = pack.UnitKinds.Select(k => k.Code).Where(c => next.All(p => p.UnitKind(c) is null)).ToList();
        if (gone.Count == 0)
            return [];
        var held = await db.UnitVersions.Where(v => gone.Contains(v.Kind)).Select(v => v.Kind).Distinct().ToListAsync(cancellationToken);
        return held.Select(c =>
            PackTrouble.Of(
                pack.Code,
                "units.yaml",
                $"Đang có đơn vị thuộc loại \"{c}\" mà bộ mẫu mới không còn.",
                $"There are units of the kind \"{c}\", which the changed pack lacks."
            )
        );
    }
}
