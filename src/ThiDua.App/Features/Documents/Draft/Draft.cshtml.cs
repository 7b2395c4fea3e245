using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Documents.Draft;

[NeedsSomewhere(Permission.IssuePaper)]
public sealed class DraftModel(AppDb db, Viewer viewer, TimeProvider clock, DraftPaper draft, IStringLocalizer<SharedText> shared)
    : PageModel
{
    public sealed record Form(string? Campaign = null, string Template = "interim", DateOnly? AsOf = null, bool ApprovedOnly = true);

    public Form Input { get; private set; } = new();
    public IReadOnlyList<Campaign> Campaigns { get; private set; } = [];
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public async Task OnGet(string? campaign, CancellationToken cancellationToken)
    {
        Campaigns = await Browse.BrowseModel.CampaignsOf(db, viewer, Permission.IssuePaper, clock, cancellationToken);
        var today = clock.Today();
        // A campaign that has not begun has nothing to report yet.
        var chosen =
            Campaigns.FirstOrDefault(c => c.PublicId == campaign)
            ?? Campaigns.FirstOrDefault(c => c.From <= today)
            ?? Campaigns.FirstOrDefault();
        Input = new(chosen?.PublicId, today > chosen?.To ? "final" : "interim", chosen is null || today < chosen.To ? today : chosen.To);
    }

    public async Task<IActionResult> OnPost([FromForm] Form input, CancellationToken cancellationToken)
    {
        Input = input;
        Campaigns = await Browse.BrowseModel.CampaignsOf(db, viewer, Permission.IssuePaper, clock, cancellationToken);
        if (input.AsOf is not { } day)
        {
            Errors = [new(nameof(Form.AsOf), shared["Required"])];
            return Page();
        }
        var made = await draft.Handle(new(input.Campaign ?? "", input.Template, day, input.ApprovedOnly), cancellationToken);
        Errors = made.Errors;
        return made.Value is { } paper ? LocalRedirect($"/papers/{paper.PublicId}")
            : made.Missing ? NotFound()
            : Page();
    }
}
