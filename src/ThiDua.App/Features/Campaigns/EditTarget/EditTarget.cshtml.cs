using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Campaigns.EditTarget;

/// <summary>The name and clause of a target of a running campaign, and what a target without a figure is judged by.</summary>
[Needs<Campaign>(Permission.RunCampaign, "campaign")]
public sealed class EditTargetModel(ChangeTarget change, AppDb db, PackShelf packs) : PageModel
{
    public sealed record Form(
        string? Name = null,
        string? Clause = null,
        string? Indicator = null,
        int? Baseline = null,
        string? Seen = null
    );

    public Campaign Campaign { get; private set; } = null!;
    public CampaignTarget Target { get; private set; } = null!;
    public Form Input { get; private set; } = new();
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public Pack Pack => packs[Campaign.Pack];
    public bool TakesIndicator => ChangeTarget.TakesIndicator(Target);
    public bool TakesBaseline => change.TakesBaseline(Campaign, Target);

    public async Task<IActionResult> OnGet(string campaign, string target, CancellationToken cancellationToken)
    {
        if (!await Load(campaign, target, cancellationToken))
            return NotFound();
        // The year before is what plans mean by "last year".
        Input = new(
            Target.Measure,
            Target.Text,
            Target.Indicator,
            Target.Baseline ?? (TakesBaseline ? Campaign.Year - 1 : null),
            ChangeTarget.Stamp(Target)
        );
        return Page();
    }

    public async Task<IActionResult> OnPost(string campaign, string target, [FromForm] Form input, CancellationToken cancellationToken)
    {
        var outcome = await change.Handle(
            new(campaign, target, input.Seen)
            {
                Name = input.Name,
                Clause = input.Clause,
                Indicator = input.Indicator,
                Baseline = input.Baseline,
            },
            cancellationToken
        );
        if (outcome.Missing)
            return NotFound();
        if (outcome.Ok)
            return LocalRedirect($"/progress/{campaign}/targets/{target}");
        db.ChangeTracker.Clear();
        if (!await Load(campaign, target, cancellationToken))
            return NotFound();
        (Errors, Input) = (outcome.Errors, outcome.Conflict ? input with { Seen = ChangeTarget.Stamp(Target) } : input);
        return Page();
    }

    private async Task<bool> Load(string campaign, string target, CancellationToken cancellationToken)
    {
        if (await change.Find(campaign, target, cancellationToken) is not var (found, one))
            return false;
        (Campaign, Target) = (found, one);
        return true;
    }
}
