using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <param name="Approved">The figures are official at once (a past year's); only the operator of the system may say so.</param>
public sealed record FigureIntakeSetting(RowErrors Errors, FigureColumns Columns, bool Approved);

/// <summary>One file of figures on its way in.</summary>
public sealed class FigureIntake(
    FigureIntakeSetting setting,
    FigureFile file,
    HeldFigures held,
    FactStore facts,
    AppDb db,
    IStringLocalizer<Text> text,
    IStringLocalizer<ThiDua.App.Imports.Text> words
) : IImportIntake
{
    private const int MostInOneBatch = 10_000;

    private readonly RowErrors errors = setting.Errors;
    private List<ArraySegment<FigureRow>> batches = [];
    private Dictionary<int, List<string>> doubts = [];
    private UnitPlaces? places;
    private HashSet<(int Unit, int Period)> locked = [];

    public int Count => file.Count + Blank;
    public int Blank { get; private set; }
    public int Batches => batches.Count;

    /// <summary>A template that is filled in in part keeps what it leaves empty; so does a line of signatures under a table.</summary>
    public void Add(int line, IReadOnlyList<string> cells)
    {
        if (cells[3].Length == 0)
            Blank++;
        else
            file.Add(line, cells[0], cells[1], cells[2], cells[3]);
    }

    public async Task Understand(CancellationToken cancellationToken)
    {
        var rows = await file.Understand(db, cancellationToken);
        if (errors.Count > 0)
            return;
        batches = [.. Split(rows)];
        foreach (var batch in batches)
        foreach (var (row, finding) in await held.Check(batch, doubts: false, cancellationToken))
            errors.Add(row.Line, setting.Columns.Value, finding);
    }

    public async Task<IReadOnlyList<UnderstoodRow>> Weigh(int batch, CancellationToken cancellationToken)
    {
        var rows = batches[batch];
        await Prepare(batch, cancellationToken);
        doubts = (await held.Check(rows, doubts: true, cancellationToken))
            .Where(f => !f.Finding.Error)
            .GroupBy(f => f.Row.Line)
            .ToDictionary(g => g.Key, g => g.Select(f => words["unlike-before"].Value).ToList());
        var weighed = await facts.Weigh([.. rows.Select(Entry)], Source(null), cancellationToken);
        foreach (var (row, fact) in rows.Zip(weighed))
            if (fact.Error is { } error)
                Refuse(row, error);
        return [.. rows.Zip(weighed).Where(r => r.Second.Fate != Fate.Refused).Select(r => Show(r.First, r.Second))];
    }

    public async Task Prepare(int batch, CancellationToken cancellationToken)
    {
        var units = batches[batch].Select(r => r.Unit.Id).Distinct().ToList();
        places = await facts.Places(units, cancellationToken);
        locked = await ReportingQueries.Locked(db, units, cancellationToken);
    }

    public async Task<ImportCounts> Write(int batch, Import import, Act act, CancellationToken cancellationToken)
    {
        var rows = batches[batch];
        var outcome = await facts.Record([.. rows.Select(Entry)], act, Source(() => import.Id), cancellationToken, places);
        foreach (var refused in outcome.Refused)
            Refuse(rows.First(r => Entry(r) == refused.Entry), refused.Error);
        return new(outcome.New, outcome.Changed, outcome.Same, outcome.Pending.Count);
    }

    private FactSource Source(Func<int>? import) =>
        new(ImportId: import, Approved: setting.Approved, IsLocked: e => locked.Contains((e.UnitId, e.Period.Id)));

    private void Refuse(FigureRow row, FactError error) =>
        errors.Add(row.Line, setting.Columns.Value, $"fact-{error.Code()}", VietnameseNumber.Format(Measures.Entry.Limit));

    private static FactEntry Entry(FigureRow row) => new(row.Unit.Id, row.Indicator.Code, row.Period, row.Value);

    private UnderstoodRow Show(FigureRow row, WeighedFact fact)
    {
        var what = $"{row.Unit.Name} · {row.Indicator.Name.Here()} · {text.Name(row.Period)}";
        var questions = doubts.GetValueOrDefault(row.Line) ?? [];
        // With decimals possible, a dot may have been meant as their comma.
        if (row is { Dotted: true, Indicator.Scale: > 0 })
            questions = [.. questions, words["dot-as-thousands", Plain(row.Value, row)]];
        return new(
            row.Line,
            what,
            [
                new(
                    "",
                    row.Dotted ? VietnameseNumber.FormatScaled(row.Value, row.Indicator.Scale) : "",
                    WithMeasure(row.Value, row),
                    fact.Holds?.Value is { } holds ? WithMeasure(holds, row) : null
                ),
            ],
            Enum.Parse<RowState>(fact.Fate.ToString()),
            questions
        );
    }

    private static string WithMeasure(long value, FigureRow row) => $"{Plain(value, row)} {row.Indicator.Measure.Here()}".TrimEnd();

    /// <summary>Without dots, so that "3.000" is seen to be 3000.</summary>
    private static string Plain(long value, FigureRow row) =>
        VietnameseNumber.FormatScaled(value, row.Indicator.Scale).Replace(".", "", StringComparison.Ordinal);

    /// <summary>Whole units, as many as fit.</summary>
    private static IEnumerable<ArraySegment<FigureRow>> Split(FigureRow[] rows)
    {
        var start = 0;
        for (var at = 0; at < rows.Length; )
        {
            var end = at;
            while (end < rows.Length && rows[end].Unit.Id == rows[at].Unit.Id)
                end++;
            if (at > start && end - start > MostInOneBatch)
            {
                yield return new(rows, start, at - start);
                start = at;
            }
            at = end;
        }
        if (rows.Length > start)
            yield return new(rows, start, rows.Length - start);
    }
}
