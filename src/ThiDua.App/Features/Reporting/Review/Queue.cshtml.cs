using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Reporting.Review;

[NeedsSomewhere(Permission.ReviewReport)]
public sealed class QueueModel(ReportingQueries reporting, Viewer viewer) : PageModel
{
    private const int Most = 200;

    public string State { get; private set; } = ReportingRules.Submitted;
    public IReadOnlyList<SentReport> Rows { get; private set; } = [];

    public async Task OnGet(string? state, CancellationToken stop)
    {
        State = state is ReportingRules.Approved or ReportingRules.Returned or ReportingRules.Reopened ? state : ReportingRules.Submitted;
        Rows = await reporting.Sent(viewer.Scopes(Permission.ReviewReport), State, Most, stop);
    }
}
