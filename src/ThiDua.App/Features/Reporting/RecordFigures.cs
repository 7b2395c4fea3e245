using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Reporting.ImportFigures;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Reporting;

/// <param name="Unit">Code of the unit.</param>
/// <param name="Period"><c>202408</c>, <c>2024Q3</c>, <c>2024</c>.</param>
/// <param name="Value">In natural units.</param>
public sealed record FigureInput(string? Unit, string? Indicator, string? Period, decimal? Value);

/// <param name="Key">What the client calls this request; sent again it is answered as before and done once.</param>
public sealed record RecordFiguresInput(IReadOnlyList<FigureInput> Facts, string? Key);

/// <summary>Figures from another system, all of them or none: the same checks as the form and the file.</summary>
public sealed class RecordFigures(
    AppDb db,
    PackShelf packs,
    FactStore facts,
    RequestKeys requests,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<ThiDua.App.Imports.Text> text
)
{
    public const int Most = 20_000;

    public sealed record Problem(int Row, string Column, string Code, string Message);

    /// <param name="Pending">Those that touch what is approved: kept, and counted when the period is reopened.</param>
    public sealed record Answer(int Rows, int New, int Changed, int Same, int Pending, bool Applied, IReadOnlyList<Problem> Errors);

    public async Task<Answer> Handle(RecordFiguresInput input, CancellationToken cancellationToken)
    {
        if (await requests.Before<Answer>(input.Key, cancellationToken) is { } answered)
            return answered;
        var errors = new RowErrors("facts", text);
        var rows = await Understand(input.Facts, errors, cancellationToken);
        if (errors.Count == 0)
            foreach (var (row, finding) in await new HeldFigures(db, packs).Check(rows, doubts: false, cancellationToken))
                errors.Add(row.Line, "value", finding);
        if (errors.Count > 0)
            return Refused(input, errors);
        try
        {
            return await Write(input, rows, errors, cancellationToken);
        }
        catch (DbUpdateException) when (input.Key is not null)
        {
            // The same request came twice at once: the other one was done.
            return await requests.Before<Answer>(input.Key, cancellationToken)
                ?? throw new InvalidOperationException("The figures could not be saved.");
        }
    }

    private async Task<IReadOnlyList<FigureRow>> Understand(
        IReadOnlyList<FigureInput> given,
        RowErrors errors,
        CancellationToken cancellationToken
    )
    {
        if (given.Count is 0 or > Most)
            errors.Add(0, "", given.Count == 0 ? "no-rows" : "too-many-rows", Most);
        var file = new FigureFile(packs, new(packs, viewer), clock.Today(), errors, new("unit", "indicator", "period", "value"));
        foreach (var (at, figure) in given.Take(Most).Index())
            file.Add(
                at + 1,
                figure.Unit ?? "",
                figure.Indicator ?? "",
                figure.Period ?? "",
                figure.Value?.ToString(CultureInfo.InvariantCulture).Replace('.', ',') ?? ""
            );
        return await file.Understand(db, cancellationToken);
    }

    private async Task<Answer> Write(
        RecordFiguresInput input,
        IReadOnlyList<FigureRow> rows,
        RowErrors errors,
        CancellationToken cancellationToken
    )
    {
        var places = await facts.Places(rows.Select(r => r.Unit.Id), cancellationToken);
        var locked = await ReportingQueries.Locked(db, rows.Select(r => r.Unit.Id), cancellationToken);
        return await db.Apply(
            async () =>
            {
                var act = viewer.Record("figures.record", "figures", rows[0].Unit.Text, rows[0].Unit.Id);
                var outcome = await facts.Record(
                    [.. rows.Select(r => new FactEntry(r.Unit.Id, r.Indicator.Code, r.Period, r.Value))],
                    act,
                    new(IsLocked: e => locked.Contains((e.UnitId, e.Period.Id))),
                    cancellationToken,
                    places
                );
                foreach (var refused in outcome.Refused)
                    errors.Add(rows.First(r => IsOf(r, refused.Entry)).Line, "value", $"fact-{refused.Error}");
                if (!outcome.Ok)
                    return Refused(input, errors);
                var answer = new Answer(input.Facts.Count, outcome.New, outcome.Changed, outcome.Same, outcome.Pending.Count, true, []);
                requests.Remember(input.Key, answer);
                await db.SaveChangesAsync(cancellationToken);
                return answer;
            },
            cancellationToken,
            answer => answer.Applied
        );
    }

    private static bool IsOf(FigureRow row, FactEntry entry) =>
        row.Unit.Id == entry.UnitId && row.Indicator.Code == entry.Indicator && row.Period == entry.Period;

    private static Answer Refused(RecordFiguresInput input, RowErrors errors) =>
        new(input.Facts.Count, 0, 0, 0, 0, false, [.. errors.Found.Select(e => new Problem(e.Row, e.Column, e.Code, e.Message))]);
}
