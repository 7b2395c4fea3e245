using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Plans.Reading;

/// <summary>How far the reading of an upload is; leads on to the review, or says why there is none.</summary>
[Needs<Job>(Permission.ImportPlan, "id")]
public sealed class ReadingModel(AppDb db, JobDesk desk, TimeProvider clock) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public PlanReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (await PlanReadings.Find(db, desk, Id, clock, cancellationToken) is not { } reading)
            return NotFound();
        if (reading.Result?.Draft is { } draft)
            return LocalRedirect($"/plans/{draft}");
        if (reading.Job.State == JobState.Dropped)
            return LocalRedirect("/plans");
        Reading = reading;
        return Page();
    }

    /// <summary>Gives the upload up, or puts its refusal aside.</summary>
    public async Task<IActionResult> OnPostDrop(CancellationToken cancellationToken)
    {
        if (await PlanReadings.Find(db, desk, Id, clock, cancellationToken) is not { } reading)
            return NotFound();
        if (reading.IsRefused)
            await desk.Dismiss(reading.Job, cancellationToken);
        // It may have ended just now: then there is a draft, or a reason, to be seen.
        else if (!await desk.Drop(reading.Job, cancellationToken))
            return LocalRedirect($"/plans/reading/{Id}");
        return LocalRedirect("/plans");
    }
}
