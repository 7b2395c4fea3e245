using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Lists;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Jobs.Browse;

/// <param name="Who">Null for the system itself.</param>
public sealed record JobRow(
    string PublicId,
    string Kind,
    JobState State,
    int Attempts,
    string? Unit,
    string? Who,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RunAt,
    DateTimeOffset? EndedAt,
    int? Step,
    int? Steps,
    string? ErrorCode,
    string? Error
)
{
    public bool MayBeDropped => State is JobState.Waiting or JobState.Running or JobState.Failed;
}

/// <summary>What the system does beside the pages, in the reader's part of the tree; what failed comes first.</summary>
[NeedsSomewhere(Permission.ViewJobs)]
public sealed class JobsModel(AppDb db, JobDesk desk, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    public static readonly IReadOnlyList<JobState> States = Enum.GetValues<JobState>();

    public ListView List { get; private set; } = null!;
    public ListPage<JobRow> Found { get; private set; } = null!;
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public Task OnGet(CancellationToken cancellationToken) => Load(cancellationToken);

    public Task<IActionResult> OnPostRetry(string id, CancellationToken cancellationToken) => Do(id, desk.Retry, cancellationToken);

    public Task<IActionResult> OnPostDrop(string id, CancellationToken cancellationToken) => Do(id, desk.Drop, cancellationToken);

    /// <summary>In plain words where the code is known; else as the program said it.</summary>
    public string Why(JobRow job) =>
        job.ErrorCode is not { } code ? ""
        : text[$"error.{code}"] is { ResourceNotFound: false } known ? known.Value
        : job.State is JobState.Done ? text["Refused", code]
        : $"{code}: {job.Error}".TrimEnd(' ', ':');

    public string Kind(JobRow job) => text[$"kind.{job.Kind}"] is { ResourceNotFound: false } known ? known.Value : job.Kind;

    private async Task<IActionResult> Do(string id, Func<Job, CancellationToken, Task<bool>> act, CancellationToken cancellationToken)
    {
        if (await desk.Find(id, Permission.ViewJobs, cancellationToken) is not { } job)
            return NotFound();
        if (await act(job, cancellationToken))
            return LocalRedirect("/admin/jobs");
        Errors = [new("", text["ChangedMeanwhile"])];
        await Load(cancellationToken);
        return Page();
    }

    private async Task Load(CancellationToken cancellationToken)
    {
        List = new ListView(Request);
        var jobs = desk.Seen(Permission.ViewJobs);
        if (Enum.TryParse<JobState>(List.Of("state"), out var state))
            jobs = jobs.Where(j => j.State == state);
        Found = await List.Read(Rows(jobs), cancellationToken);
    }

    private IQueryable<JobRow> Rows(IQueryable<Job> jobs)
    {
        var today = clock.Today();
        return from j in jobs
            join a in db.Accounts on j.AccountId equals a.Id into people
            from who in people.DefaultIfEmpty()
            join v in db.UnitVersions.ValidOn(today) on j.UnitId equals v.UnitId into units
            from unit in units.DefaultIfEmpty()
            orderby j.State == JobState.Failed ? 0
            : j.State == JobState.Running ? 1
            : j.State == JobState.Waiting ? 2
            : 3, j.Id descending
            select new JobRow(
                j.PublicId,
                j.Kind,
                j.State,
                j.Attempts,
                unit.Name,
                who.FullName,
                j.CreatedAt,
                j.RunAt,
                j.EndedAt,
                j.Step,
                j.Steps,
                j.ErrorCode,
                j.Error
            );
    }
}
