using ThiDua.App.Packs;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units;

/// <summary>Where a unit of a kind may stand. Pure.</summary>
public static class UnitRules
{
    /// <param name="parentKind">Null for the top of a tree, where any kind may stand.</param>
    public static bool MayStand(IEnumerable<UnitKind> kinds, string kind, string? parentKind) =>
        parentKind is null || kinds.FirstOrDefault(k => k.Code == kind)?.Under.Contains(parentKind) == true;

    /// <summary>The kinds under which a unit of this kind may stand.</summary>
    public static IReadOnlyList<string> Parents(IEnumerable<UnitKind> kinds, string kind) =>
        kinds.FirstOrDefault(k => k.Code == kind)?.Under ?? [];

    /// <summary>
    /// Where a unit that was there "from the beginning" stood: under its parent wherever that stood, as few versions as say it.
    /// </summary>
    /// <param name="parent">The parent's versions, without a gap, the last one still in effect.</param>
    public static IReadOnlyList<UnitVersion> Stays(IEnumerable<UnitVersion> parent, DateOnly from)
    {
        var stays = new List<UnitVersion>();
        foreach (var version in parent.Where(v => v.To is null || v.To > from).OrderBy(v => v.From))
            if (stays.Count == 0 || stays[^1].Path != version.Path)
                stays.Add(version);
        return stays;
    }
}
