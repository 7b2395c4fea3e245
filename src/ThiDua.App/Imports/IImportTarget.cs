using ThiDua.App.Audit;

namespace ThiDua.App.Imports;

/// <summary>
/// One sort of rows that files bring: which columns it takes, what a row means, how it is written and taken back. All else (upload,
/// child, columns, dry run, jobs, pages, undo) is there once, for every target. Registered by its feature as a service.
/// </summary>
public interface IImportTarget
{
    /// <summary>Stable: <see cref="Import.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>Of the act that brings a batch.</summary>
    string Verb { get; }

    /// <summary>Address of the page of one import.</summary>
    string Href(Import import);

    /// <param name="of">Where the target takes several sorts of rows (registers), which.</param>
    /// <returns>In the language of the reader; empty when there is no such sort, or the viewer may not bring it.</returns>
    Task<IReadOnlyList<ImportColumn>> Columns(string? of, CancellationToken cancellationToken);

    IImportIntake Begin(ImportSource source, RowErrors errors);

    /// <summary>Takes back all that the import brought, or nothing and says why. Whose import it is was asked before.</summary>
    /// <param name="progress">Told how many rows are taken back, and of how many.</param>
    Task<ImportResult> Undo(Import import, RowErrors errors, Action<int, int> progress, CancellationToken cancellationToken);
}

/// <param name="Of">See <see cref="Import.Of"/>.</param>
/// <param name="Columns">The names of the columns as the file writes them, in the order of the target's; of one that it lacks,
/// the target's own.</param>
public sealed record ImportSource(string? Of, IReadOnlyList<string> Columns);

/// <summary>A column that a target takes.</summary>
/// <param name="Code">Stable: <c>indicator</c>.</param>
/// <param name="Label">As people call it.</param>
/// <param name="Names">Other names in files; compared without marks and case.</param>
/// <param name="MayBeGiven">A file without it can be given one value for all rows: the period.</param>
public sealed record ImportColumn(string Code, string Label, IReadOnlyList<string> Names, bool Required = true, bool MayBeGiven = false)
{
    public IEnumerable<string> AllNames => [Code, .. Names, Label];
}

/// <summary>
/// One file on its way in: rows are added as they are read, understood together, then looked at or written batch by batch.
/// </summary>
public interface IImportIntake
{
    /// <summary>Rows added so far.</summary>
    int Count { get; }

    /// <summary>Rows that say nothing (no value): they change nothing.</summary>
    int Blank { get; }

    /// <param name="cells">In the order of the target's columns, trimmed; empty where there is none.</param>
    void Add(int line, IReadOnlyList<string> cells);

    /// <summary>Looks up what the rows name and holds them against every check; each mistake is among the errors.</summary>
    Task Understand(CancellationToken cancellationToken);

    /// <summary>Each of at most 20,000 rows, once everything is understood.</summary>
    int Batches { get; }

    /// <summary>The rows of a batch beside what holds now. Writes nothing.</summary>
    Task<IReadOnlyList<UnderstoodRow>> Weigh(int batch, CancellationToken cancellationToken);

    /// <summary>Reads what <see cref="Write"/> needs: nobody waits for the writer meanwhile.</summary>
    Task Prepare(int batch, CancellationToken cancellationToken);

    /// <summary>Writes a batch within a transaction. What is wrong by now is among the errors, and nothing of it is kept.</summary>
    /// <param name="import">Has its id.</param>
    /// <param name="act">Explains the batch; not saved yet.</param>
    Task<ImportCounts> Write(int batch, Import import, Act act, CancellationToken cancellationToken);
}

public readonly record struct ImportCounts(int New, int Changed, int Same, int Pending);

public enum RowState
{
    New,
    Changed,
    Same,

    /// <summary>It touches what is approved: kept, and counted when that is reopened.</summary>
    Pending,
}

/// <summary>A row as it is understood.</summary>
/// <param name="What">What it is about, in words: "Ấp 1 · Số hộ · tháng 8/2024".</param>
/// <param name="Questions">What its reader should look at before it is taken.</param>
public sealed record UnderstoodRow(
    int Line,
    string What,
    IReadOnlyList<UnderstoodValue> Values,
    RowState State,
    IReadOnlyList<string> Questions
);

/// <param name="Label">Name of the value where a row has several; else empty.</param>
/// <param name="Typed">As the file writes it.</param>
/// <param name="Value">As it is understood: "3000 hộ".</param>
/// <param name="Holds">What holds now; null for nothing.</param>
public sealed record UnderstoodValue(string Label, string Typed, string Value, string? Holds);
