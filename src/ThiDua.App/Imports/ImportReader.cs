using Microsoft.Extensions.Localization;

namespace ThiDua.App.Imports;

/// <param name="Head">Null when not even the heads could be read.</param>
/// <param name="Intake">Null when columns are missing that its reader has to choose, or the file is no table.</param>
public sealed record ImportRead(RowErrors Errors, TableHead? Head = null, IImportIntake? Intake = null)
{
    public bool Refused { get; init; }
}

/// <summary>Reads a file with a target's columns and has its rows understood.</summary>
public sealed class ImportReader(UploadedTables uploads, IStringLocalizer<Text> text)
{
    /// <param name="trusted">The operator's own files cost the operator's own memory; what is uploaded is read in a child.</param>
    /// <param name="choose">What stands for which column; null to ask.</param>
    /// <param name="progress">Told how many rows were read.</param>
    public async Task<ImportRead> Read(
        IImportTarget target,
        Import import,
        Stream content,
        bool trusted,
        Func<TableHead, Task<ColumnChoice?>> choose,
        CancellationToken cancellationToken,
        Action<int>? progress = null
    )
    {
        var errors = new RowErrors(import.FileName, text);
        var columns = await target.Columns(import.Of, cancellationToken);
        try
        {
            var rows = trusted ? TableFile.Rows(content).ToAsyncEnumerable() : uploads.Rows(content, cancellationToken);
            await using var reading = await TableReading.Begin(rows, cancellationToken);
            var head = TableHead.Find(reading.First, columns);
            if (await choose(head) is not { } choice)
                return new(errors, head);
            foreach (var missing in choice.Missing(columns))
                errors.Add(head.Line, "", "missing-column", missing.Code, string.Join(", ", head.Names));
            if (errors.Count > 0)
                return new(errors, head);
            var intake = target.Begin(new(import.Of, [.. columns.Select(c => NameOf(c, head, choice))]), errors);
            await Take(reading.After(head.Last, cancellationToken), columns, choice, intake, trusted, errors, progress);
            await intake.Understand(cancellationToken);
            ImportMemory.GiveBack(intake.Count);
            return new(errors, head, intake);
        }
        catch (TableRefused refused)
        {
            errors.Add(refused);
            return new(errors) { Refused = true };
        }
    }

    private static async Task Take(
        IAsyncEnumerable<CsvRow> rows,
        IReadOnlyList<ImportColumn> columns,
        ColumnChoice choice,
        IImportIntake intake,
        bool trusted,
        RowErrors errors,
        Action<int>? progress
    )
    {
        var places = columns.Select(c => choice.Places.GetValueOrDefault(c.Code, -1)).ToArray();
        var given = columns.Select(c => choice.Given.GetValueOrDefault(c.Code, "")).ToArray();
        var cells = new string[columns.Count];
        await foreach (var row in rows)
        {
            if (intake.Count >= CsvTable.MostRows && !trusted)
            {
                errors.Add(0, "", "too-many-rows", CsvTable.MostRows);
                return;
            }
            for (var at = 0; at < cells.Length; at++)
                cells[at] = places[at] >= 0 && places[at] < row.Cells.Count ? row.Cells[places[at]].Trim() : given[at];
            intake.Add(row.Line, cells);
            ImportMemory.After(intake.Count);
            if (intake.Count % 1000 == 0)
                progress?.Invoke(intake.Count);
        }
        if (intake.Count == 0)
            errors.Add(0, "", "no-rows");
    }

    private static string NameOf(ImportColumn column, TableHead head, ColumnChoice choice) =>
        choice.Places.TryGetValue(column.Code, out var at) && at < head.Names.Count ? head.Names[at] : column.Code;
}
