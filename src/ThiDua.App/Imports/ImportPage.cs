using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Jobs;

namespace ThiDua.App.Imports;

/// <summary>
/// The page of one target: take a file, choose its columns, look, apply, take back. A feature's page derives from it, names the
/// right, and shows <c>/Imports/_Import.cshtml</c>.
/// </summary>
public abstract class ImportPage(ImportDesk desk, JobDesk jobs, IStringLocalizer<Text> words) : PageModel
{
    public const string Accepted = ".csv,.txt,.tsv,.xlsx";

    // Most files are looked at sooner, and their uploader never sees the page that waits.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    [FromRoute]
    public string? Id { get; set; }

    /// <summary>Of the target.</summary>
    protected abstract string Kind { get; }

    /// <summary>See <see cref="Import.Of"/>.</summary>
    protected virtual string? Of => null;

    protected abstract string Right { get; }

    /// <summary>Whether there is such a sort of rows.</summary>
    protected virtual bool IsThere => true;

    /// <summary>Where a file is uploaded.</summary>
    public abstract string Address { get; }

    public string Here => Import is null ? Address : $"{Address}/{Import.PublicId}";
    public Import? Import { get; private set; }
    public TableHead? Head { get; private set; }
    public ImportCheck? Check { get; private set; }
    public IReadOnlyList<ImportColumn> Columns { get; private set; } = [];
    public ColumnChoice? Choice { get; private set; }
    public string? Problem { get; protected set; }

    /// <summary>It was applied, and is being taken back or could not be.</summary>
    public bool Undoes => Import?.IsUndone == true;

    /// <summary>A job has it: the page looks again by itself.</summary>
    public bool Works => Import?.Draft?.Job is { IsOver: false };

    public bool Failed => Import?.Draft?.Job?.State is JobState.Failed or JobState.Dropped;

    public bool AsksColumns => Head is not null && (Check is null || Request.Query.ContainsKey("columns"));

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        return IsThere && (Id is null || await Load(cancellationToken)) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnGetErrors(CancellationToken cancellationToken) =>
        await Load(cancellationToken) && Check is not null
            ? File(ImportErrorsCsv.Write(Check.Errors, words), "text/csv; charset=utf-8", "loi.csv")
            : NotFound();

    public async Task<IActionResult> OnPost(IFormFile? file, CancellationToken cancellationToken)
    {
        if (!IsThere)
            return NotFound();
        if (file is null || file.Length == 0)
            return await Again("choose-file", cancellationToken);
        await using var content = file.OpenReadStream();
        var taken = await desk.Take(new(Kind, Of, Right, file.FileName, content), cancellationToken);
        return taken is null ? await Again("file-too-large", cancellationToken) : await Wait(taken, cancellationToken);
    }

    public async Task<IActionResult> OnPostColumns(CancellationToken cancellationToken)
    {
        if (!await Load(cancellationToken) || Head is null)
            return NotFound();
        Choice = Chosen();
        if (Works || Choice.Missing(Columns).ToList() is { Count: > 0 })
            return await Again("columns-missing", cancellationToken, load: false);
        await desk.Choose(Import!, Choice, cancellationToken);
        return await Wait(Import!, cancellationToken);
    }

    public async Task<IActionResult> OnPostApply(bool looked, CancellationToken cancellationToken)
    {
        if (!await Load(cancellationToken))
            return NotFound();
        if (Works || Check is not { Ok: true })
            return LocalRedirect(Here);
        if (Check.Questions > 0 && !looked)
            return await Again("look-first", cancellationToken, load: false);
        await desk.Accept(Import!, cancellationToken);
        return await Wait(Import!, cancellationToken);
    }

    public async Task<IActionResult> OnPostDrop(CancellationToken cancellationToken)
    {
        if (!await Load(cancellationToken) || Import!.Draft is null)
            return NotFound();
        if (!Works)
            await desk.Drop(Import, cancellationToken);
        return LocalRedirect(Works ? Here : Address);
    }

    public async Task<IActionResult> OnPostUndo(CancellationToken cancellationToken)
    {
        if (!await Load(cancellationToken) || (Import!.Draft is not null && !Undoes))
            return NotFound();
        await desk.Undo(Import, cancellationToken);
        return await Wait(Import, cancellationToken);
    }

    private async Task<IActionResult> Again(string problem, CancellationToken cancellationToken, bool load = true)
    {
        if (load && Id is not null && !await Load(cancellationToken))
            return NotFound();
        Problem = words[problem];
        return Page();
    }

    private async Task<IActionResult> Wait(Import import, CancellationToken cancellationToken)
    {
        if (await desk.Find(Kind, Of, import.PublicId, cancellationToken) is { Draft.Job: { } job })
            await jobs.Wait(job, Patience, cancellationToken);
        return LocalRedirect($"{Address}/{import.PublicId}");
    }

    private async Task<bool> Load(CancellationToken cancellationToken)
    {
        if (!IsThere || Id is null || await desk.Find(Kind, Of, Id, cancellationToken) is not { } import)
            return false;
        (Import, Columns) = (import, await desk.Target(Kind).Columns(Of, cancellationToken));
        (Head, Check) = (import.Draft?.ReadHead(), import.Draft?.ReadCheck());
        Choice = import.Draft?.ReadChoice() ?? Head?.Choice;
        return true;
    }

    private ColumnChoice Chosen()
    {
        var (places, given) = (new Dictionary<string, int>(), new Dictionary<string, string>());
        for (var at = 0; at < Head!.Names.Count; at++)
            if (Request.Form[$"column-{at}"].ToString() is { Length: > 0 } code && Columns.Any(c => c.Code == code))
                places.TryAdd(code, at);
        foreach (var column in Columns.Where(c => c.MayBeGiven && !places.ContainsKey(c.Code)))
            if (Request.Form[$"given-{column.Code}"].ToString().Trim() is { Length: > 0 and <= 100 } value)
                given[column.Code] = value;
        return new(places, given);
    }
}
