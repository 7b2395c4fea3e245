using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns;

/// <summary>From names of the plan to units of the tree, once every unit that was to be created is there.</summary>
internal sealed class UnitPlaces(DraftContent content, Pack pack, IReadOnlyList<UnitRow> tree, UnitRow owner)
{
    private readonly Dictionary<string, IReadOnlyList<int>> known = [];

    public IReadOnlyList<int> Of(IEnumerable<string> names) => [.. names.SelectMany(Of).Distinct()];

    private IReadOnlyList<int> Of(string name)
    {
        if (content.Unit(name) is not { } row)
            return [];
        return known.TryGetValue(row.Key, out var ids) ? ids : known[row.Key] = [.. Units(row).Select(u => u.Id)];
    }

    private IEnumerable<UnitRow> Units(DraftUnit row) =>
        row.Choice switch
        {
            UnitChoice.Match => tree.Where(u => row.Matched.Contains(u.PublicId)),
            UnitChoice.Create => tree.Where(u =>
                u.Kind == row.Kind && row.NewNames.Any(n => DraftUnit.KeyOf(n) == DraftUnit.KeyOf(u.Name))
            ),
            UnitChoice.AllOfKind => Below(row.Kind!),
            UnitChoice.Group => pack.UnitKind(row.Kind!)!.Means.SelectMany(Below),
            _ => [],
        };

    private IEnumerable<UnitRow> Below(string kind) => tree.Where(u => u.Kind == kind && u.Id != owner.Id);
}
