using ThiDua.App.Data;
using ThiDua.App.Imports;

namespace ThiDua.App.Features.Maps.ImportShapes;

/// <param name="Search">Its name, folded.</param>
public sealed record NamedUnit(int Id, string Code, string Search, int? ParentId, string Path);

/// <summary>Which unit a feature means: by its code, else by its name, in the unit that it names above. Pure.</summary>
public sealed class AreaUnits(IReadOnlyList<NamedUnit> known, RowErrors errors)
{
    private readonly Dictionary<int, int> taken = [];

    public NamedUnit? Of(AreaLine line)
    {
        if (line.Code is null && line.Names.Count == 0)
            return null;
        var found = Candidates(line);
        if (found is not [var unit])
        {
            errors.Add(line.Number, "code", found.Count == 0 ? "shapes-unknown-unit" : "shapes-several-units", line.Says, found.Count);
            return null;
        }
        if (taken.TryAdd(unit.Id, line.Number))
            return unit;
        errors.Add(line.Number, "code", "repeated-row", taken[unit.Id]);
        return null;
    }

    private List<NamedUnit> Candidates(AreaLine line)
    {
        if (known.FirstOrDefault(u => u.Code == line.Code) is { } byCode)
            return [byCode];
        foreach (var name in line.Names.Select(SearchText.Fold))
        {
            var named = known.Where(u => u.Search == name && Below(u, line.Parent)).ToList();
            if (named.Count > 0)
                return named;
        }
        return [];
    }

    private bool Below(NamedUnit unit, string? parent) =>
        parent is null || known.FirstOrDefault(u => u.Code == parent) is { } above && unit.ParentId == above.Id;
}
