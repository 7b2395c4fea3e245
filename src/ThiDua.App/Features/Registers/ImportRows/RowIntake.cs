using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Forms;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Registers.ImportRows;

/// <summary>One file of rows on its way in.</summary>
internal sealed class RowIntake(RowImport work, Pack pack, RegisterDefinition register, IReadOnlyList<string> columns, RowErrors errors)
    : IImportIntake
{
    private const int MostInOneBatch = 2_500;

    private readonly WordPool words = new();
    private readonly IReadOnlyList<FormField> fields = [.. RowImport.Fields(register)];
    private readonly List<RowLine> lines = [];

    // Written unit by unit, so that each unit's rows are counted in one batch; looked at in the order of the file.
    private List<RowLine> byUnit = [];
    private List<(int Number, string[] Cells)> given = [];
    private RowReading? reading;
    private HashSet<(int Unit, int Period)> locked = [];

    public int Count { get; private set; }
    public int Blank { get; private set; }
    public int Batches => (lines.Count + MostInOneBatch - 1) / MostInOneBatch;
    private RowReading Reading => reading ?? throw new InvalidOperationException("The file is not understood yet.");

    public void Add(int line, IReadOnlyList<string> cells)
    {
        Count++;
        // A line of totals or signatures under a table brings no field.
        if (cells.Skip(1).Take(fields.Count).All(c => c.Length == 0))
            Blank++;
        else
            given.Add((line, [.. cells.Select(c => words.Of(Unquoted(c)))]));
    }

    /// <summary>A text that would have begun a formula was exported behind a quote mark.</summary>
    private static string Unquoted(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell;

    public async Task Understand(CancellationToken cancellationToken)
    {
        var units = new RowUnits(await work.Units(register, cancellationToken));
        var held = await HeldRow.Of(
            work.Db,
            register.Code,
            [.. given.Select(g => g.Cells[^1]).Where(k => k.Length > 0).Distinct()],
            cancellationToken
        );
        var filled = Enumerable.Range(0, fields.Count).Where(at => given.Any(g => g.Cells[at + 1].Length > 0)).ToHashSet();
        (reading, var alike) = (new(work, register, held, filled), new RowsAlike(register, fields));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, (number, cells)) in given.Index())
        {
            ImportMemory.After(at + 1);
            var key = cells[^1].Length > 0 ? cells[^1] : null;
            if (key is not null && !held.ContainsKey(key))
                errors.Add(number, columns[^1], "unknown-row", key);
            else if (key is not null && !seen.TryAdd(key, number))
                errors.Add(number, columns[^1], "repeated-row", seen[key]);
            else if (key is not null && held[key].Cancelled)
                Blank++;
            else if (units.Find(cells[0], key is null ? null : held[key].UnitId) is { } unit)
                await Check(new(number, unit, cells, key), alike, cancellationToken);
            else
                errors.Add(number, columns[0], "unknown-unit", cells[0]);
        }
        given = [];
        byUnit = [.. lines.OrderBy(l => l.Unit.Id)];
        foreach (var (field, line) in await alike.Taken(work.Db, seen.Keys.ToHashSet(StringComparer.Ordinal), cancellationToken))
            errors.Add(line, Column(field.Code), "row-taken");
    }

    public async Task<IReadOnlyList<UnderstoodRow>> Weigh(int batch, CancellationToken cancellationToken)
    {
        locked = await Locked(Batch(lines, batch), cancellationToken);
        return [.. Batch(lines, batch).Select(l => Show(Reading.Read(l)))];
    }

    public async Task Prepare(int batch, CancellationToken cancellationToken) =>
        locked = await Locked(Batch(byUnit, batch), cancellationToken);

    public async Task<ImportCounts> Write(int batch, Import import, Act act, CancellationToken cancellationToken)
    {
        var (fresh, changed, same) = (new List<ReadRow>(), new List<ReadRow>(), 0);
        foreach (var row in Batch(byUnit, batch).Select(Reading.Read))
            if (row.Line.Key is null)
                fresh.Add(row);
            else if (Reading.IsSame(row))
                same++;
            else
                changed.Add(row);
        work.Counts.Gather();
        var made = fresh.ConvertAll(r => work.Save.Make(pack, register, r.Line.Unit.Id, Content(r, import.Id), act));
        var moved = await Change(changed, import, act, cancellationToken);
        List<CountedPlace> places = [.. made.SelectMany(m => RegisterRules.Places(register, m.UnitId, m.Data)), .. work.Counts.Release()];
        if (!moved.Ok)
        {
            foreach (var error in moved.Errors.DefaultIfEmpty(new("", work.Text["NotMovable"])))
                errors.Add(new RowError(import.FileName, 0, "", "row-changed", error.Message));
            return default;
        }
        var outcome = await work.Counts.Recount(pack, register, places, act, cancellationToken, import.Id, made);
        foreach (var refused in outcome.Refused)
            errors.Add(0, "", $"fact-{refused.Error.Code()}", "");
        if (errors.Count > 0)
            return default;
        await ManyRows.Write(work.Db, made, act, cancellationToken);
        var waiting = outcome.Pending.Select(p => (p.UnitId, p.Period.Id)).ToHashSet();
        var pending = fresh.Concat(changed).Count(r => Waits(r, waiting));
        return new(fresh.Count(r => !Waits(r, waiting)), changed.Count(r => !Waits(r, waiting)), same, pending);
    }

    private async Task<Shared.Outcome> Change(List<ReadRow> changed, Import import, Act act, CancellationToken cancellationToken)
    {
        var keys = changed.ToDictionary(r => r.Line.Key!, StringComparer.Ordinal);
        var rows = await work
            .Db.RegisterRows.Include(r => r.Case)
            .Include(r => r.Values)
            .Include(r => r.Households)
            .Include(r => r.Links)
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

    private async Task Check(RowLine line, RowsAlike alike, CancellationToken cancellationToken)
    {
        await Reading.Know(line.Unit, cancellationToken);
        var row = Reading.Read(line);
        foreach (var error in row.Entry.Errors)
            errors.Add(new RowError("", line.Number, Column(error.Field), error.Code ?? "wrong", error.Message));
        foreach (var (field, first) in alike.Add(row))
            errors.Add(line.Number, Column(field.Code), "repeated-row", first);
        lines.Add(line);
    }

    private string Column(string field) => fields.ToList().FindIndex(f => f.Code == field) is >= 0 and var at ? columns[at + 1] : "";

    private static IEnumerable<RowLine> Batch(List<RowLine> lines, int batch) => lines.Skip(batch * MostInOneBatch).Take(MostInOneBatch);

    private Task<HashSet<(int, int)>> Locked(IEnumerable<RowLine> some, CancellationToken cancellationToken) =>
        ReportingQueries.Locked(work.Db, some.Select(l => l.Unit.Id).Distinct(), cancellationToken);

    private RowContent Content(ReadRow row, int importId)
    {
        var said = work.Text["LookedInFile"].Value;
        var comments = row.Entry.Questions.ToDictionary(q => q.Field, _ => said);
        return RowContent.Of(register, row.Entry, comments, Reading.NamesOf(row.Line.Unit), importId);
    }

    private bool Waits(ReadRow row, HashSet<(int Unit, int Period)> closed)
    {
        if (closed.Count == 0)
            return false;
        var date = DateKind.Day(row.Entry.Values[register.Date])!.Value;
        return register.Feeds.Any(f =>
            RegisterRules.PeriodOf(pack.Indicator(f.Indicator)!, date) is var period
            && f.Counts(period)
            && closed.Contains((row.Line.Unit.Id, period.Id))
        );
    }

    private UnderstoodRow Show(ReadRow row)
    {
        var (known, before) = (Reading.NamesOf(row.Line.Unit), Reading.Held(row.Line)?.Data);
        string? Shown(FormField f, IReadOnlyDictionary<string, string>? data) =>
            data?.GetValueOrDefault(f.Code) is { } value ? FieldKinds.Of(f).Show(f, value, known) : null;
        var state =
            before is not null && Reading.IsSame(row) ? RowState.Same
            : Waits(row, locked) ? RowState.Pending
            : before is null ? RowState.New
            : RowState.Changed;
        return new(
            row.Line.Number,
            $"{row.Line.Unit.Name} · {Shown(register.Form.Field(register.Name)!, row.Entry.Values)}",
            [
                .. fields
                    .Where(f => work.MaySee(f, row.Line.Unit) && Shown(f, row.Entry.Values) != Shown(f, before))
                    .Select(f => new UnderstoodValue(f.Label.Here(), "", Shown(f, row.Entry.Values) ?? "–", Shown(f, before))),
            ],
            state,
            [.. row.Entry.Questions.Select(q => $"{q.Label}: {q.Message}")]
        );
    }
}
