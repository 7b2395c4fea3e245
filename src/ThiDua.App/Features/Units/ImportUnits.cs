using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Units;

public sealed record ImportUnitsInput(string File, Stream Content, bool DryRun);

/// <summary>
/// Units from a CSV file with the columns code, name, kind, parent (code; empty for the top) and from (optional, yyyy-mm-dd):
/// all rows or none. A unit that is there already stays as it is; an own page changes names and kinds.
/// </summary>
public sealed class ImportUnits(AppDb db, CreateUnit create, PackShelf packs, Viewer viewer, IStringLocalizer<Imports.Text> text)
{
    private static readonly string[] Code = ["code", "Mã", "Mã đơn vị"], Name = ["name", "Tên", "Tên đơn vị"], Kind = ["kind", "Loại", "Loại đơn vị"],
        Parent = ["parent", "Mã đơn vị cấp trên", "Cấp trên"], From = ["from", "Từ ngày"];

    private sealed record Wanted(int Line, string Code, string Name, string Kind, string Parent, DateOnly From);

    public async Task<ImportResult> Handle(ImportUnitsInput input, CancellationToken stop)
    {
        var errors = new RowErrors(input.File, text);
        if (errors.Open(input.Content, Code, Name, Kind, Parent) is not { } table) return new(0, 0, 0, 0, errors.Found, false);
        return await db.Apply(() => Import(table, errors, input.DryRun, stop), stop, result => result.Applied);
    }

    private async Task<ImportResult> Import(CsvTable table, RowErrors errors, bool dryRun, CancellationToken stop)
    {
        var known = await db.Units.ToDictionaryAsync(u => u.Code, u => u.Id, stop);
        var wanted = Read(table, known.Keys.ToHashSet(StringComparer.Ordinal), errors);
        var fresh = wanted.Where(w => !known.ContainsKey(w.Code)).ToList();
        if (errors.Found.Count == 0) await Create(fresh, known, table, errors, stop);
        var done = errors.Found.Count == 0 && !dryRun;
        return new(table.Rows.Count, errors.Found.Count == 0 ? fresh.Count : 0, 0, wanted.Count - fresh.Count, errors.Found, done);
    }

    private List<Wanted> Read(CsvTable table, HashSet<string> known, RowErrors errors)
    {
        var wanted = new List<Wanted>();
        var lines = table.Rows.GroupBy(r => table.Cell(r, Code)).ToDictionary(g => g.Key, g => g.First().Line);
        foreach (var row in table.Rows)
        {
            var unit = new Wanted(row.Line, table.Cell(row, Code), table.Cell(row, Name), table.Cell(row, Kind), table.Cell(row, Parent), CreateUnit.Always);
            if (unit.Code.Length is 0 or > 40) errors.Add(row.Line, table.NameOf(Code), "code-needed");
            else if (lines[unit.Code] != row.Line) errors.Add(row.Line, table.NameOf(Code), "repeated-row", lines[unit.Code]);
            if (unit.Name.Length is 0 or > 400) errors.Add(row.Line, table.NameOf(Name), "name-needed");
            if (packs.UnitKinds.All(k => k.Code != unit.Kind)) errors.Add(row.Line, table.NameOf(Kind), "unknown-kind", unit.Kind, string.Join(", ", packs.UnitKinds.Select(k => k.Code)));
            if (unit.Parent.Length == 0 ? !viewer.IsOperator : !known.Contains(unit.Parent) && !lines.ContainsKey(unit.Parent)) errors.Add(row.Line, table.NameOf(Parent), "unknown-parent", unit.Parent);
            if (table.Cell(row, From) is { Length: > 0 } typed)
                if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)) unit = unit with { From = day };
                else errors.Add(row.Line, table.NameOf(From), "unknown-day", typed);
            wanted.Add(unit);
        }
        return wanted;
    }

    /// <summary>Parents first, wherever they stand in the file.</summary>
    private async Task Create(List<Wanted> fresh, Dictionary<string, int> known, CsvTable table, RowErrors errors, CancellationToken stop)
    {
        for (var left = fresh.ToList(); left.Count > 0;)
        {
            var ready = left.Where(w => w.Parent.Length == 0 || known.ContainsKey(w.Parent)).ToList();
            foreach (var circular in ready.Count == 0 ? left : []) errors.Add(circular.Line, table.NameOf(Parent), "circular-parent", circular.Parent);
            if (ready.Count == 0) return;
            foreach (var unit in ready)
            {
                int? parent = unit.Parent.Length == 0 ? null : known[unit.Parent];
                if (!await May(parent, stop)) { errors.Add(unit.Line, table.NameOf(Parent), "unknown-parent", unit.Parent); return; }
                var made = await create.Handle(new CreateUnitInput { Code = unit.Code, Name = unit.Name, Kind = unit.Kind, ParentId = parent, From = unit.From }, stop);
                if (made.Value is null) { errors.Add(unit.Line, "", "unit-refused", made.Errors[0].Message); return; }
                known[unit.Code] = made.Value.Id;
            }
            left = [.. left.Except(ready)];
        }
    }

    private async Task<bool> May(int? parent, CancellationToken stop) => viewer.IsOperator
        || (parent is { } id && await db.UnitVersions.Where(v => v.UnitId == id).OrderByDescending(v => v.From).Select(v => v.Path).FirstOrDefaultAsync(stop) is { } path
            && viewer.Can(Permission.ManageUnits, path));
}
