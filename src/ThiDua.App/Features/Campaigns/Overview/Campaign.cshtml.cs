using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Plans;

namespace ThiDua.App.Features.Campaigns.Overview;

/// <summary>What a campaign is: its aims, when it runs, who answers for what, how far it is, and what can be done with it.</summary>
[Needs<Campaign>(Permission.ViewProgress, "id", FromBelow = true)]
public sealed class CampaignModel(
    AppDb db,
    MoveCase move,
    CaseViews views,
    Viewer viewer,
    PackShelf packs,
    TargetWords words,
    CampaignPeople people,
    CampaignThings things
) : CasePage(db, move)
{
    private IReadOnlyList<TaskStanding> standings = [];
    public bool MayEnterBaselines => IsOpen && viewer.Can(Permission.EnterBaseline);

    /// <summary>A day that the reader of the plan wrote; of a year or month alone what there is.</summary>
    public static string InText(string iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Show.InText(day) : iso;

    public Campaign Campaign { get; private set; } = null!;
    public string UnitName { get; private set; } = "";
    public string DraftId { get; private set; } = "";
    private readonly Dictionary<int, string> amendments = [];

    /// <summary>The text of the plan that set something: the first one, or a later one.</summary>
    public string SourceOf(int? later) => $"/plans/{(later is { } id ? amendments[id] : DraftId)}/source";

    public IReadOnlyList<string> Aims { get; private set; } = [];
    public IReadOnlyList<Reference> LegalBases { get; private set; } = [];
    public IReadOnlyList<UnitWork> Work { get; private set; } = [];
    public IReadOnlyList<CampaignTask> Common { get; private set; } = [];
    public IReadOnlyList<RegistrationRow> Registrations { get; private set; } = [];
    public ReportCounts Reports { get; private set; } = null!;
    public Pack Pack => packs[Campaign.Pack];
    public bool IsOpen => Campaign.State is CampaignCase.Running or CampaignCase.SummedUp;
    public bool IsRecalled => Campaign.State == CampaignCase.Recalled;
    public bool MayFill => IsOpen && viewer.Can(Permission.FillReport);
    public bool MayRun { get; private set; }

    /// <summary>Why the launch cannot be taken back: the act is not offered then.</summary>
    public string? WhyNoRecall { get; private set; }
    public bool MayDraft => IsOpen && viewer.Can(Permission.IssuePaper);
    public bool MayReview => viewer.Can(Permission.ReviewReport);

    public IReadOnlyList<CampaignTarget> Targets => [.. Campaign.Current.OrderBy(t => t.Order)];

    public Task<IActionResult> OnPost(string act, string? reason, int version, CancellationToken cancellationToken) =>
        Move(act, reason, version, null, cancellationToken);

    public async Task<IActionResult> OnPostCopy([FromServices] CopyCampaign copy, CancellationToken cancellationToken) =>
        (await copy.Handle(Id, cancellationToken)).Value is { } draft ? LocalRedirect($"/plans/{draft.PublicId}") : NotFound();

    public CampaignTarget? Before(CampaignTarget target) => Campaign.Targets.Find(t => t.Id == target.ReplacesId);

    public string? Required(CampaignTarget target) =>
        words.Required(target, target.Indicator is { } code && Pack.Indicator(code) is { LessIsBetter: true });

    public IEnumerable<string> UnitNames(CampaignTarget target) => Work.Where(w => w.Targets.Contains(target)).Select(w => w.Unit.Name);

    /// <summary>
    /// Public id and state of the unit's present doing of this task; null where there is none, or it is not the reader's to
    /// see.
    /// </summary>
    public (string Href, string State)? Standing(CampaignTask task, UnitRow unit) =>
        standings.FirstOrDefault(s => s.TaskId == task.Id && s.UnitId == unit.Id) is { } found
            ? ($"/tasks/{found.PublicId}", Pack.Flow(TaskCase.Kind)!.State(found.State)!.Label.Here())
            : null;

    protected override Task<string> Next(CancellationToken cancellationToken) => Task.FromResult($"/campaigns/{Id}");

    protected override async Task<bool> Load(CancellationToken cancellationToken)
    {
        var campaign = await Db
            .Campaigns.AsSplitQuery()
            .Include(c => c.Case)
            .Include(c => c.Targets)
                .ThenInclude(t => t.Units)
            .Include(c => c.Tasks)
                .ThenInclude(t => t.Units)
            .Include(c => c.Tasks)
                .ThenInclude(t => t.Parent)
            .FirstOrDefaultAsync(c => c.PublicId == Id, cancellationToken);
        if (campaign?.Case is not { } its)
            return false;
        Campaign = campaign;
        campaign.Tasks.Sort((a, b) => a.Order.CompareTo(b.Order));
        View = await views.Of(its, [], cancellationToken);
        if (View.Acts.Any(a => a.Code == CampaignCase.Recall))
            WhyNoRecall = await things.WhyNoRecall(campaign, cancellationToken);
        if (WhyNoRecall is not null)
            View = View with { Acts = [.. View.Acts.Where(a => a.Code != CampaignCase.Recall)] };
        if (!await LoadUnits(cancellationToken))
            return false;
        await LoadPlan(cancellationToken);
        return true;
    }

    private async Task<bool> LoadUnits(CancellationToken cancellationToken)
    {
        var day = people.DayOf(Campaign);
        if (await UnitQueries.Find(Db, Campaign.UnitId, day, cancellationToken) is not { } owner)
            return false;
        (UnitName, MayRun) = (owner.Name, viewer.Can(Permission.RunCampaign, owner.Path));
        var tree = await UnitQueries.Subtree(Db, owner.Path, day, cancellationToken);
        Work = CampaignPeople.Work(Campaign, tree);
        Common = [.. CampaignPeople.Tasks(Campaign).Where(t => t.Units.Count == 0)];
        standings = await people.Standings(Campaign, tree, day, cancellationToken);
        Registrations = await people.Registrations(Campaign, tree, cancellationToken);
        Reports = await people.Reports(Campaign, tree, cancellationToken);
        return true;
    }

    private async Task LoadPlan(CancellationToken cancellationToken)
    {
        var draft = await Db
            .PlanDrafts.AsNoTracking()
            .Where(d => d.Id == Campaign.PlanDraftId)
            .Select(d => new
            {
                d.Case.PublicId,
                d.ReadJson,
                d.SourceText,
            })
            .FirstAsync(cancellationToken);
        DraftId = draft.PublicId;
        var later = Campaign.Targets.Select(t => t.PlanDraftId).Concat(Campaign.Tasks.Select(t => t.PlanDraftId)).OfType<int>().ToList();
        if (later.Count > 0)
            foreach (var (id, code) in await Codes(later, cancellationToken))
                amendments[id] = code;
        var plan = PlanJson.Parse(draft.ReadJson);
        LegalBases = plan.LegalBases;
        var lines = draft.SourceText.Split('\n');
        Aims =
        [
            .. plan
                .Sections.Where(s => IsAim(SearchText.Fold(s.Title)))
                .SelectMany(s => lines[Math.Min(s.Lines.First, lines.Length)..Math.Min(s.Lines.Last, lines.Length)])
                .Where(l => l.Length > 0)
                .Distinct()
                .Select(l => l.TrimStart('-', '+', ' ')),
        ];
    }

    private Task<Dictionary<int, string>> Codes(List<int> drafts, CancellationToken cancellationToken) =>
        Db
            .PlanDrafts.Where(d => drafts.Contains(d.Id))
            .Select(d => new { d.Id, d.Case.PublicId })
            .ToDictionaryAsync(d => d.Id, d => d.PublicId, cancellationToken);

    private static bool IsAim(string title) =>
        title.Contains("muc dich", StringComparison.Ordinal) || title.StartsWith("muc tieu thi dua", StringComparison.Ordinal);
}
