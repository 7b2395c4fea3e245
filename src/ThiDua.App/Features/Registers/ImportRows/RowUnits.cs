using ThiDua.App.Data;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers.ImportRows;

/// <summary>What a file calls units: by code, by public id, or by name without marks; the only one there is needs no name.</summary>
internal sealed class RowUnits(IReadOnlyList<UnitRow> all)
{
    private readonly ILookup<string, UnitRow> byName = all.ToLookup(u => SearchText.Fold(u.Name), StringComparer.Ordinal);
    private readonly Dictionary<string, UnitRow> byCode = all.ToDictionary(u => u.Code, StringComparer.Ordinal);

    /// <param name="of">The unit of the row that is changed.</param>
    public UnitRow? Find(string typed, int? of)
    {
        if (of is { } id)
            return all.FirstOrDefault(u => u.Id == id);
        if (typed.Length == 0)
            return all.Count == 1 ? all[0] : null;
        if (byCode.TryGetValue(typed, out var unit))
            return unit;
        return byName[SearchText.Fold(typed)].ToList() is [var only] ? only : null;
    }
}
