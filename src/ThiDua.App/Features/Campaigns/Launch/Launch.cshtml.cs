using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Campaigns.Launch;

/// <summary>The last look before a campaign starts: what it brings about, for whom, from when.</summary>
[Needs<PlanDraft>(Permission.RunCampaign, "id")]
public sealed class LaunchModel(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    PackShelf packs,
    LaunchCampaign launch,
    LaunchPreviews previews
) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>The first day of the first period owed, as it was chosen.</summary>
    public DateOnly? From { get; private set; }
    public PlanDraft Draft { get; private set; } = null!;
    public DraftContent Contents { get; private set; } = null!;
    public LaunchPreview? Preview { get; private set; }

    /// <summary>The unit has a campaign that runs, which this plan may change.</summary>
    public bool MayAmend { get; private set; }
    public IReadOnlyList<PlanTwin> Twins { get; private set; } = [];
    public IReadOnlyList<LaunchProblem> Problems { get; private set; } = [];
    public IReadOnlyList<(string Kind, string Name)> NewUnits { get; private set; } = [];
    public int Left => DraftRules.LeftToCheck(Contents);
    public int ItemsLeft => Contents.Items.Count(i => DraftRules.Doubts(i).Count > 0);
    public int UnitsLeft => DraftRules.UnitsInUse(Contents).Count(u => u.ToCheck);
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public IEnumerable<DraftTarget> Targets => Contents.Targets.Where(t => !t.Dropped);
    public IEnumerable<DraftTask> Tasks => Contents.Tasks.Where(t => !t.Dropped);

    public string KindLabel(string code) => packs[Draft.Pack].UnitKind(code)!.Label.Here();

    public async Task<IActionResult> OnGet(DateOnly? from, CancellationToken cancellationToken)
    {
        From = from;
        return await Load(cancellationToken) ? Page() : await ToCampaign(cancellationToken);
    }

    /// <summary>The form launches; another month is looked at on an address of its own.</summary>
    public IActionResult OnPostLook(DateOnly? from) =>
        LocalRedirect($"/plans/{Id}/launch{(from is { } day ? $"?from={day:yyyy-MM-dd}" : "")}");

    public async Task<IActionResult> OnPost(int revision, DateOnly? from, CancellationToken cancellationToken)
    {
        From = from;
        var outcome = await launch.Handle(new(Id, revision, from), cancellationToken);
        if (outcome.Value is { } campaign)
            return LocalRedirect($"/campaigns/{campaign.PublicId}");
        if (outcome.Missing)
            return NotFound();
        db.ChangeTracker.Clear();
        if (await ToCampaign(cancellationToken) is LocalRedirectResult there)
            return there;
        Errors = outcome.Errors;
        return await Load(cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Launched before, in another window: the campaign that there is.</summary>
    private async Task<IActionResult> ToCampaign(CancellationToken cancellationToken)
    {
        var drafts = db.PlanDrafts.Where(d => d.Case.PublicId == Id).Select(d => d.Id);
        var campaigns = db.StandingCampaigns.Where(c => drafts.Contains(c.PlanDraftId)).Select(c => c.PublicId);
        return await campaigns.FirstOrDefaultAsync(cancellationToken) is { } campaign
            ? LocalRedirect($"/campaigns/{campaign}")
            : NotFound();
    }

    private async Task<bool> Load(CancellationToken cancellationToken)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, Id, Permission.RunCampaign, cancellationToken);
        if (draft is null)
            return false;
        Draft = draft;
        Contents = DraftContent.Parse(draft.Content);
        Problems = LaunchRules.Problems(Contents);
        NewUnits = LaunchRules.NewUnits(Contents);
        MayAmend = await db.OpenCampaigns.AnyAsync(
            c => c.UnitId == draft.UnitId && c.Case!.State == CampaignCase.Running,
            cancellationToken
        );
        Twins = await PlanTwins.Of(db, draft, Contents, cancellationToken);
        if (Contents.Head is { From: { } first, To: { } last } && last >= first)
            Preview = await previews.Of(draft, Contents, From, cancellationToken);
        return packs[draft.Pack].Flow("plan-draft")!.Act("launch")!.From.Contains(draft.State) || Errors.Count > 0;
    }
}
