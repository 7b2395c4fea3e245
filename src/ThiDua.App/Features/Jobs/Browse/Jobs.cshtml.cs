using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Jobs;
using ThiDua.App.Lists;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Jobs.Browse;

/// <summary>What the system does beside the pages, in the reader's part of the tree.</summary>
[NeedsSomewhere(Permission.ViewJobs)]
public sealed class JobsModel(JobList jobs, ListReader lists, JobDesk desk, IStringLocalizer<Text> text) : PageModel
{
    public ListPage Found { get; private set; } = null!;
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public Task OnGet(CancellationToken cancellationToken) => Load(cancellationToken);

    public Task<IActionResult> OnPostRetry(string id, CancellationToken cancellationToken) => Do(id, desk.Retry, cancellationToken);

    public Task<IActionResult> OnPostDrop(string id, CancellationToken cancellationToken) => Do(id, desk.Drop, cancellationToken);

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

    private async Task Load(CancellationToken cancellationToken) => Found = (await lists.Read(jobs, Request, cancellationToken))!;
}
