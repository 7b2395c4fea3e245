using System.Globalization;
using ThiDua.App.Data;
using ThiDua.App.Imports;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Units;

/// <summary>A unit that stands already, as a parent of others.</summary>
/// <param name="Path">Null for a unit that has ended.</param>
/// <param name="From">Since when it stands in this place.</param>
public sealed record KnownUnit(int Id, string Code, string? Kind, string? Path, int HomeId, DateOnly From);

/// <summary>One row of a file: a unit to be, with what it gets on the way.</summary>
public sealed class UnitLine(int line, string code, string name, string kind, string parent)
{
    public int Line => line;
    public string Code => code;
    public string Name => name;
    public string Kind => kind;
    public string Parent => parent;
    public DateOnly From { get; set; } = CreateUnit.Always;
    public KnownUnit? Known { get; set; }
    public UnitLine? Above { get; set; }
    public bool IsParent { get; set; }
    public int Id { get; set; }
    public int HomeId { get; set; }
    public string Path { get; set; } = "";

    public int? ParentId => Above?.Id ?? Known?.Id;
    public string? ParentKind => Above?.Kind ?? Known?.Kind;

    /// <summary>As <see cref="UnitTables.Units"/> takes it.</summary>
    internal object?[] Unit(UnitLevel level, int importId) =>
        [(long)Id, PublicId.New(), Code, (long)HomeId, IsParent ? 1L : 0L, level < UnitLevel.Commune ? 1L : 0L, (long)importId];

    /// <summary>As <see cref="UnitTables.Versions"/> takes it.</summary>
    internal object?[] Version(int id) =>
        [(long)id, (long)Id, (long?)ParentId, Path, Name, Kind, RawSql.Day(From), NameText.SortKey(Name), SearchText.Fold(Name)];
}

/// <summary>
/// A file of units, every row checked before any is written: code, name, kind, parent (code; empty for the top) and from
/// (optional, yyyy-mm-dd). Pure.
/// </summary>
public sealed class UnitFile(CsvTable table, RowErrors errors, IReadOnlyCollection<UnitKind> kinds)
{
    public static readonly string[] Code = ["code", "Mã", "Mã đơn vị"],
        Name = ["name", "Tên", "Tên đơn vị"],
        Kind = ["kind", "Loại", "Loại đơn vị"],
        Parent = ["parent", "Mã đơn vị cấp trên", "Cấp trên"],
        From = ["from", "Từ ngày"];

    private readonly Dictionary<string, UnitKind> byCode = kinds.ToDictionary(k => k.Code);

    /// <summary>Every code that the file names.</summary>
    public IReadOnlyList<string> Codes =>
        [.. table.Rows.SelectMany(r => new[] { table.Cell(r, Code), table.Cell(r, Parent) }).Where(c => c.Length > 0).Distinct()];

    /// <param name="known">Units of these codes that are there already; a row of such a code says nothing new.</param>
    /// <param name="may">Whether the reader of the file may add below a path; of null, at the top.</param>
    /// <returns>The new units, each after its parent wherever that stands in the file.</returns>
    public IReadOnlyList<UnitLine> Read(IReadOnlyDictionary<string, KnownUnit> known, Func<string?, bool> may)
    {
        var lines = Lines(known);
        var byLine = new Dictionary<string, UnitLine>(StringComparer.Ordinal);
        foreach (var line in lines)
            byLine.TryAdd(line.Code, line);
        foreach (var line in lines)
            Hang(line, byLine, known, may);
        return InOrder(lines);
    }

    private List<UnitLine> Lines(IReadOnlyDictionary<string, KnownUnit> known)
    {
        var (fresh, first) = (new List<UnitLine>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var row in table.Rows)
        {
            var line = new UnitLine(
                row.Line,
                table.Cell(row, Code),
                Data.NameText.Clean(table.Cell(row, Name)),
                table.Cell(row, Kind),
                table.Cell(row, Parent)
            );
            if (line.Code.Length is 0 or > 40)
                errors.Add(row.Line, table.NameOf(Code), "code-needed");
            else if (!first.TryAdd(line.Code, row.Line))
                errors.Add(row.Line, table.NameOf(Code), "repeated-row", first[line.Code]);
            if (line.Name.Length is 0 or > 400)
                errors.Add(row.Line, table.NameOf(Name), "name-needed");
            if (!byCode.ContainsKey(line.Kind))
                errors.Add(row.Line, table.NameOf(Kind), "unknown-kind", line.Kind, string.Join(", ", byCode.Keys));
            if (table.Cell(row, From) is { Length: > 0 } typed)
                if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    line.From = day;
                else
                    errors.Add(row.Line, table.NameOf(From), "unknown-day", typed);
            if (!known.ContainsKey(line.Code))
                fresh.Add(line);
        }
        return fresh;
    }

    private void Hang(
        UnitLine line,
        Dictionary<string, UnitLine> file,
        IReadOnlyDictionary<string, KnownUnit> known,
        Func<string?, bool> may
    )
    {
        var column = table.NameOf(Parent);
        if (line.Parent.Length == 0)
        {
            if (!may(null))
                errors.Add(line.Line, column, "unknown-parent", "");
            return;
        }
        if (known.TryGetValue(line.Parent, out var standing))
            line.Known = standing.Path is { } path && may(path) ? standing : null;
        else if (file.TryGetValue(line.Parent, out var above))
            (line.Above, above.IsParent) = (above, true);
        if (line.ParentKind is null)
            errors.Add(line.Line, column, "unknown-parent", line.Parent);
    }

    /// <summary>Level by level from what stands already; what no level reaches is under itself.</summary>
    private List<UnitLine> InOrder(List<UnitLine> lines)
    {
        var below = lines.Where(l => l.Above is not null).ToLookup(l => l.Above!);
        var ordered = lines.Where(l => l.Above is null).ToList();
        for (var at = 0; at < ordered.Count; at++)
        {
            Stand(ordered[at]);
            Date(ordered[at]);
            ordered.AddRange(below[ordered[at]]);
        }
        if (ordered.Count < lines.Count)
            foreach (var circular in lines.Except(ordered))
                errors.Add(circular.Line, table.NameOf(Parent), "circular-parent", circular.Parent);
        return ordered;
    }

    private void Stand(UnitLine line)
    {
        if (
            line.ParentKind is { } above
            && byCode.TryGetValue(line.Kind, out var kind)
            && byCode.TryGetValue(above, out var parent)
            && !UnitRules.MayStand([kind], kind.Code, above)
        )
            errors.Add(line.Line, table.NameOf(Parent), "kind-not-under", kind.Label.Here(), parent.Label.Here());
    }

    private void Date(UnitLine line)
    {
        var parent = line.Above?.From ?? line.Known?.From ?? CreateUnit.Always;
        if (line.From >= parent)
            return;
        // Without a day of its own it was there as long as its parent.
        if (line.From == CreateUnit.Always)
            line.From = parent;
        else
            errors.Add(line.Line, table.NameOf(From), "before-parent", Shared.Show.Date(parent));
    }
}
