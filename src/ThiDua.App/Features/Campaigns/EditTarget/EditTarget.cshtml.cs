using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Campaigns.EditTarget;

/// <summary>The name and clause of a target of a running campaign, and what a target without a figure is judged by.</summary>
[Needs<Campaign>(Permission.RunCampaign, "campaign")]
public sealed class EditTargetModel(ChangeTarget change, AppDb db, PackShelf packs, FormReader reader, IStringLocalizer<Text> text)
    : FormPage(reader)
{
    public Campaign Campaign { get; private set; } = null!;
    public CampaignTarget Target { get; private set; } = null!;

    /// <summary>What was on the screen (<see cref="ChangeTarget.Stamp"/>).</summary>
    public string? Seen { get; private set; }

    private bool TakesBaseline => change.TakesBaseline(Campaign, Target);

    protected override FormDefinition Form
    {
        get
        {
            var words = new FormWords(text);
            var fields = new List<FormField>
            {
                words.Lines(
                    nameof(ChangeTargetInput.Name),
                    "TargetName",
                    "TargetNameHelp",
                    required: true,
                    most: ChangeTargetValidator.LongestName,
                    lines: 2
                ),
                words.Lines(
                    nameof(ChangeTargetInput.Clause),
                    "TargetClause",
                    "TargetClauseHelp",
                    required: true,
                    most: ChangeTargetValidator.LongestClause,
                    lines: 5
                ),
            };
            if (ChangeTarget.TakesIndicator(Target))
                fields.Add(words.Choice(nameof(ChangeTargetInput.Indicator), "JudgedBy", Indicators, "JudgedByHelp", none: "JudgedByNone"));
            if (TakesBaseline)
                fields.Add(
                    words.Number(nameof(ChangeTargetInput.Baseline), "ComparedWith") with
                    {
                        Help = Said("ComparedWithHelp", Campaign.Year - 1),
                    }
                );
            return FormWords.Form("campaign-target", fields);
        }
    }

    private IEnumerable<FormChoice> Indicators =>
        from g in packs[Campaign.Pack].Groups
        from i in packs[Campaign.Pack].Indicators
        where i.Group == g.Code && (i.Owner is null || i.Owner == Campaign.UnitId)
        select new FormChoice(i.Code, i.Name, Group: g.Name);

    public async Task<IActionResult> OnGet(string campaign, string target, CancellationToken cancellationToken)
    {
        if (!await Load(campaign, target, cancellationToken))
            return NotFound();
        Seen = ChangeTarget.Stamp(Target);
        // The year before is what plans mean by "last year".
        return Show(
            (nameof(ChangeTargetInput.Name), Target.Measure),
            (nameof(ChangeTargetInput.Clause), Target.Text),
            (nameof(ChangeTargetInput.Indicator), Target.Indicator),
            (nameof(ChangeTargetInput.Baseline), $"{Target.Baseline ?? (TakesBaseline ? Campaign.Year - 1 : null)}")
        );
    }

    public async Task<IActionResult> OnPost(string campaign, string target, [FromForm] string? seen, CancellationToken cancellationToken)
    {
        Seen = seen;
        if (!await Load(campaign, target, cancellationToken))
            return NotFound();
        if (Read() is not { } given)
            return Page();
        var input = new ChangeTargetInput(campaign, target, seen)
        {
            Name = given[nameof(ChangeTargetInput.Name)],
            Clause = given[nameof(ChangeTargetInput.Clause)],
            Indicator = given[nameof(ChangeTargetInput.Indicator)],
            Baseline = given.Number(nameof(ChangeTargetInput.Baseline)) is { } year ? (int)Math.Min(year, int.MaxValue) : null,
        };
        var outcome = await change.Handle(input, cancellationToken);
        if (outcome.Ok)
            return LocalRedirect($"/progress/{campaign}/targets/{target}");
        db.ChangeTracker.Clear();
        if (outcome.Missing || !await Load(campaign, target, cancellationToken))
            return NotFound();
        Seen = outcome.Conflict ? ChangeTarget.Stamp(Target) : seen;
        return Refused(outcome.Errors);
    }

    private async Task<bool> Load(string campaign, string target, CancellationToken cancellationToken)
    {
        if (await change.Find(campaign, target, cancellationToken) is not var (found, one))
            return false;
        (Campaign, Target) = (found, one);
        return true;
    }

    private LocalText Said(string key, params object[] arguments) => new(text[key, arguments], text[key, arguments]);
}
