using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Campaigns.Amend;

/// <summary>A later plan beside the campaign that it changes: what becomes of each target and task, from which day.</summary>
[Needs<PlanDraft>(Permission.RunCampaign, "id")]
public sealed class AmendModel(AppDb db, Viewer viewer, TimeProvider clock, PackShelf packs, TargetWords words, AmendCampaign amend)
    : PageModel
{
    public sealed record Form(string? Campaign = null, DateOnly? Since = null, string[]? Targets = null, string[]? Tasks = null);

    [FromRoute]
    public string Id { get; set; } = "";
    public PlanDraft Draft { get; private set; } = null!;
    public Form Input { get; private set; } = new();
    public IReadOnlyList<Campaign> Campaigns { get; private set; } = [];
    public Campaign? Campaign { get; private set; }
    public IReadOnlyList<TargetChange> Changes { get; private set; } = [];
    public IReadOnlyList<DraftTask> NewTasks { get; private set; } = [];
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>What the later plan says nothing of: it goes on unless it is ended here.</summary>
    public IEnumerable<CampaignTarget> OtherTargets => Campaign!.Current.Where(t => Changes.All(c => c.Old != t)).OrderBy(t => t.Order);
    public IEnumerable<CampaignTask> Tasks => Campaign!.Tasks.Where(t => t.Until is null).OrderBy(t => t.Order);

    public async Task<IActionResult> OnGet([FromQuery] Form input, CancellationToken cancellationToken) =>
        await Load(input, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPost([FromForm] Form input, int revision, CancellationToken cancellationToken)
    {
        if (!await Load(input, cancellationToken) || Campaign is null)
            return NotFound();
        var change = new Amendment(Campaign.PublicId, Input.Since!.Value, input.Targets ?? [], input.Tasks ?? []);
        db.ChangeTracker.Clear();
        var outcome = await amend.Handle(new(Id, revision, change), cancellationToken);
        if (outcome.Value is { } campaign)
            return LocalRedirect($"/campaigns/{campaign.PublicId}");
        Errors = outcome.Errors;
        db.ChangeTracker.Clear();
        return !outcome.Missing && await Load(input, cancellationToken) ? Page() : NotFound();
    }

    public string Required(CampaignTarget target) => words.Required(target, LessIsBetter(target.Indicator)) ?? "–";

    public string Required(DraftTarget t) =>
        words.Required(t.Comparator, t.Value, t.Upper, t.Unit, t.Direction, t.Baseline, t.Exact, LessIsBetter(t.Indicator)) ?? "–";

    private bool LessIsBetter(string? code) => code is not null && packs[Draft.Pack].Indicator(code) is { LessIsBetter: true };

    private async Task<bool> Load(Form input, CancellationToken cancellationToken)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, Id, Permission.RunCampaign, cancellationToken);
        if (draft is null || !packs[draft.Pack].Flow(PlanDraftCase.Kind)!.State(draft.State)!.Editable)
            return false;
        Draft = draft;
        Input = input with { Since = input.Since ?? clock.Today() };
        Campaigns = await db
            .OpenCampaigns.AsNoTracking()
            .AsSplitQuery()
            .Include(c => c.Targets)
            .Include(c => c.Tasks)
            .Where(c => c.UnitId == draft.UnitId && c.Case!.State == CampaignCase.Running)
            .OrderByDescending(c => c.From)
            .ToListAsync(cancellationToken);
        Campaign = Campaigns.FirstOrDefault(c => c.PublicId == input.Campaign) ?? (Campaigns is [var only] ? only : null);
        if (Campaign is null)
            return input.Campaign is null || Campaigns.Count > 0;
        var content = DraftContent.Parse(draft.Content);
        (Changes, NewTasks) = (AmendmentRules.Targets(Campaign, content), AmendmentRules.Tasks(Campaign, content));
        return true;
    }
}
