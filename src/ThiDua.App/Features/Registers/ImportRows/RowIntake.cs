using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Forms;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Registers.ImportRows;

/// <summary>One file of rows on its way in.</summary>
internal sealed class RowIntake(RowImport work, Pack pack, RegisterDefinition register, IReadOnlyList<string> columns, RowErrors errors)
    : IImportIntake
{
    private const int MostInOneBatch = 5_000,
        LookUpAtOnce = 2_000;

    private sealed record Line(int Number, UnitRow Unit, FormEntry Entry, string? Key);

    private readonly IReadOnlyList<FormField> fields = [.. RowImport.Fields(register)];
    private readonly List<(int Line, string[] Cells)> given = [];
    private readonly Dictionary<int, FormNames> names = [];
    private List<Line> lines = [];
    private Dictionary<string, (IReadOnlyDictionary<string, string> Data, int UnitId, bool Cancelled)> held = [];
    private HashSet<int> filled = [];
    private HashSet<(int Unit, int Period)> locked = [];

    public int Count { get; private set; }
    public int Blank { get; private set; }
    public int Batches => (lines.Count + MostInOneBatch - 1) / MostInOneBatch;

    public void Add(int line, IReadOnlyList<string> cells)
    {
        Count++;
        // A line of totals or signatures under a table brings no field.
        if (cells.Skip(1).Take(fields.Count).All(c => c.Length == 0))
            Blank++;
        else
            given.Add((line, [.. cells.Select(Unquoted)]));
    }

    /// <summary>A text that would have begun a formula was exported behind a quote mark.</summary>
    private static string Unquoted(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell;

    public async Task Understand(CancellationToken cancellationToken)
    {
        var units = new RowUnits(await work.Units(register, cancellationToken));
        // A column that no row fills says nothing about rows that are there.
        filled = [.. Enumerable.Range(0, fields.Count).Where(at => given.Any(g => g.Cells[at + 1].Length > 0))];
        held = await Held([.. given.Select(g => g.Cells[^1]).Where(k => k.Length > 0).Distinct()], cancellationToken);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (number, cells) in given)
        {
            var key = cells[^1].Length > 0 ? cells[^1] : null;
            if (key is not null && !held.ContainsKey(key))
                errors.Add(number, columns[^1], "unknown-row", key);
            else if (key is not null && !seen.TryAdd(key, number))
                errors.Add(number, columns[^1], "repeated-row", seen[key]);
            else if (key is not null && held[key].Cancelled)
                Blank++;
            else if (units.Find(cells[0], key is null ? null : held[key].UnitId) is { } unit)
                await Read(number, unit, cells, key, cancellationToken);
            else
                errors.Add(number, columns[0], "unknown-unit", cells[0]);
        }
        Unique();
        await Taken(cancellationToken);
    }

    public async Task<IReadOnlyList<UnderstoodRow>> Weigh(int batch, CancellationToken cancellationToken)
    {
        await Prepare(batch, cancellationToken);
        return [.. Of(batch).Select(Show)];
    }

    public async Task Prepare(int batch, CancellationToken cancellationToken) =>
        locked = await ReportingQueries.Locked(work.Db, Of(batch).Select(l => l.Unit.Id), cancellationToken);

    public async Task<ImportCounts> Write(int batch, Import import, Act act, CancellationToken cancellationToken)
    {
        var (fresh, changed, same) = (new List<Line>(), new List<Line>(), 0);
        foreach (var line in Of(batch))
            if (line.Key is null)
                fresh.Add(line);
            else if (IsSame(line))
                same++;
            else
                changed.Add(line);
        work.Counts.Gather();
        var places = new List<CountedPlace>();
        foreach (var line in fresh)
            places.Add(new(line.Unit.Id, work.Save.Add(pack, register, line.Unit.Id, Content(line, import.Id), act).Date));
        var moved = await Change(changed, import, act, cancellationToken);
        places.AddRange(work.Counts.Release());
        if (!moved.Ok)
        {
            foreach (var error in moved.Errors.DefaultIfEmpty(new("", work.Text["NotMovable"])))
                errors.Add(new RowError(import.FileName, 0, "", "row-changed", error.Message));
            return default;
        }
        var outcome = await work.Counts.Recount(pack, register, places, act, cancellationToken, import.Id);
        foreach (var refused in outcome.Refused)
            errors.Add(0, "", $"fact-{refused.Error.Code()}", "");
        var waiting = outcome.Pending.Select(p => (p.UnitId, p.Period.Id)).ToHashSet();
        var pending = fresh.Concat(changed).Count(l => Waits(l, waiting));
        return new(fresh.Count(l => !Waits(l, waiting)), changed.Count(l => !Waits(l, waiting)), same, pending);
    }

    private async Task<Shared.Outcome> Change(List<Line> changed, Import import, Act act, CancellationToken cancellationToken)
    {
        var keys = changed.ToDictionary(l => l.Key!, StringComparer.Ordinal);
        var rows = await work
            .Db.RegisterRows.Include(r => r.Case)
            .Include(r => r.Values)
            .AsSplitQuery()
            .Where(r => keys.Keys.Contains(r.Case.PublicId))
            .ToListAsync(cancellationToken);
        return await work.Move.Together(
            [.. rows.Select(r => (r.Case, (object?)Content(keys[r.Case.PublicId], import.Id)))],
            RowCase.Edit,
            null,
            act,
            cancellationToken
        );
    }

    private async Task Read(int number, UnitRow unit, string[] cells, string? key, CancellationToken cancellationToken)
    {
        if (!names.TryGetValue(unit.Id, out var known))
            names[unit.Id] = known = await work.Names(register, unit.Id, cancellationToken);
        var before = key is null ? null : held[key].Data;
        var typed = fields
            .Select((f, at) => (f.Code, Cell: Typed(f, at, cells[at + 1], before, known)))
            .ToDictionary(f => f.Code, f => f.Cell);
        var entry = work.Read(register, unit, typed, known, before);
        foreach (var error in entry.Errors)
            errors.Add(new RowError("", number, Column(error.Field), error.Code ?? "wrong", error.Message));
        lines.Add(new(number, unit, entry, key));
    }

    private string Typed(FormField field, int at, string cell, IReadOnlyDictionary<string, string>? before, FormNames known)
    {
        if (before is null)
            return cell;
        var holds = before.GetValueOrDefault(field.Code);
        if (!filled.Contains(at))
            return holds is null ? "" : FieldKinds.Of(field).Typed(field, holds, known);
        // A name that several have means the one that the row names already.
        return holds is not null && known.Of(field).Count > 0 && SearchText.Fold(known.Name(field, holds)) == SearchText.Fold(cell)
            ? holds
            : cell;
    }

    private string Column(string field)
    {
        var at = fields.ToList().FindIndex(f => f.Code == field);
        return at < 0 ? "" : columns[at + 1];
    }

    private void Unique()
    {
        foreach (var field in fields.Where(f => f.Unique))
        foreach (
            var same in lines
                .Where(l => l.Entry.Values.ContainsKey(field.Code))
                .GroupBy(l => (l.Unit.Id, SearchText.Fold(l.Entry.Values[field.Code])))
        )
        foreach (var line in same.Skip(1))
            errors.Add(line.Number, Column(field.Code), "repeated-row", same.First().Number);
    }

    /// <summary>The same against the rows that are there.</summary>
    private async Task Taken(CancellationToken cancellationToken)
    {
        var unique = fields.Where(f => f.Unique).ToList();
        if (unique.Count == 0)
            return;
        var units = lines.Select(l => l.Unit.Id).Distinct().ToList();
        var standing = await work
            .Db.RegisterRows.AsNoTracking()
            .Where(r => r.Register == register.Code && units.Contains(r.UnitId) && r.Case.State != RowCase.Cancelled)
            .Select(r => new
            {
                r.Case.PublicId,
                r.UnitId,
                r.Content,
            })
            .ToListAsync(cancellationToken);
        var changed = lines.Select(l => l.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var field in unique)
        {
            var taken = standing
                .Where(r => !changed.Contains(r.PublicId))
                .Select(r => (r.UnitId, SearchText.Fold(RegisterRow.Parse(r.Content).GetValueOrDefault(field.Code))))
                .ToHashSet();
            foreach (var line in lines.Where(l => l.Entry.Values.ContainsKey(field.Code)))
                if (taken.Contains((line.Unit.Id, SearchText.Fold(line.Entry.Values[field.Code]))))
                    errors.Add(line.Number, Column(field.Code), "row-taken");
        }
    }

    private List<Line> Of(int batch) => [.. lines.Skip(batch * MostInOneBatch).Take(MostInOneBatch)];

    private async Task<Dictionary<string, (IReadOnlyDictionary<string, string>, int, bool)>> Held(
        List<string> keys,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, (IReadOnlyDictionary<string, string>, int, bool)>(StringComparer.Ordinal);
        foreach (var some in keys.Chunk(LookUpAtOnce))
        {
            var rows = await work
                .Db.RegisterRows.AsNoTracking()
                .Where(r => r.Register == register.Code && some.Contains(r.Case.PublicId))
                .Select(r => new
                {
                    r.Case.PublicId,
                    r.Content,
                    r.UnitId,
                    r.Case.State,
                })
                .ToListAsync(cancellationToken);
            foreach (var row in rows)
                found[row.PublicId] = (RegisterRow.Parse(row.Content), row.UnitId, row.State == RowCase.Cancelled);
        }
        return found;
    }

    private bool IsSame(Line line) =>
        held[line.Key!].Data is var data && data.Count == line.Entry.Values.Count && !data.Except(line.Entry.Values).Any();

    private RowContent Content(Line line, int importId)
    {
        var said = work.Text["LookedInFile"].Value;
        return RowContent.Of(
            register,
            line.Entry,
            line.Entry.Questions.ToDictionary(q => q.Field, _ => said),
            names[line.Unit.Id],
            importId
        );
    }

    private bool Waits(Line line, HashSet<(int Unit, int Period)> closed)
    {
        var date = DateKind.Day(line.Entry.Values[register.Date])!.Value;
        return register.Feeds.Any(f =>
            RegisterRules.PeriodOf(pack.Indicator(f.Indicator)!, date) is var period
            && f.Counts(period)
            && closed.Contains((line.Unit.Id, period.Id))
        );
    }

    private UnderstoodRow Show(Line line)
    {
        var known = names[line.Unit.Id];
        string? Shown(FormField f, IReadOnlyDictionary<string, string>? data) =>
            data?.GetValueOrDefault(f.Code) is { } value ? FieldKinds.Of(f).Show(f, value, known) : null;
        var before = line.Key is null ? null : held[line.Key].Data;
        var title = Shown(register.Form.Field(register.Name)!, line.Entry.Values);
        var state =
            line.Key is not null && IsSame(line) ? RowState.Same
            : Waits(line, locked) ? RowState.Pending
            : line.Key is null ? RowState.New
            : RowState.Changed;
        return new(
            line.Number,
            $"{line.Unit.Name} · {title}",
            [
                .. fields
                    .Where(f => work.MaySee(f, line.Unit) && Shown(f, line.Entry.Values) != Shown(f, before))
                    .Select(f => new UnderstoodValue(f.Label.Here(), "", Shown(f, line.Entry.Values) ?? "–", Shown(f, before))),
            ],
            state,
            [.. line.Entry.Questions.Select(q => $"{q.Label}: {q.Message}")]
        );
    }
}

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
