using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Files;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Progress.Assess;

/// <summary>Where a unit says how a target stands that no figure judges.</summary>
[Needs<Campaign>(Permission.ViewProgress, "campaign", FromBelow = true)]
[Needs<Unit>(Permission.FillReport, "unit")]
[RequestSizeLimit(AttachFiles.MostRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = AttachFiles.MostRequest)]
public sealed class AssessModel(AssessTarget assess, AppDb db, TimeProvider clock) : PageModel
{
    public sealed record Form(Verdict? Verdict = null, DateOnly? On = null, string? Words = null);

    public SeenCampaign Seen { get; private set; } = null!;
    public CampaignTarget Target { get; private set; } = null!;
    public UnitRow Unit { get; private set; } = null!;
    public Form Input { get; private set; } = new();
    public DateOnly Today => clock.Today();
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public async Task<IActionResult> OnGet(string campaign, string target, string unit, CancellationToken cancellationToken)
    {
        Input = new(On: clock.Today());
        return await Load(campaign, target, unit, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(
        string campaign,
        string target,
        string unit,
        [FromForm] Form input,
        CancellationToken cancellationToken
    )
    {
        Input = input;
        List<NewFile> files = [.. Request.Form.Files.GetFiles(AttachFiles.Field).Select(f => new NewFile(f.FileName, f.OpenReadStream()))];
        var outcome = await assess.Handle(
            new(campaign, target, unit)
            {
                Verdict = input.Verdict,
                On = input.On,
                Words = input.Words,
                Files = files,
            },
            cancellationToken
        );
        if (outcome.Missing)
            return NotFound();
        if (outcome.Ok)
            return LocalRedirect($"/progress/{campaign}/targets/{target}");
        Errors = outcome.Errors;
        db.ChangeTracker.Clear();
        return await Load(campaign, target, unit, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> Load(string campaign, string target, string unit, CancellationToken cancellationToken)
    {
        if (await assess.Find(campaign, target, unit, cancellationToken) is not var (seen, wish, row))
            return false;
        (Seen, Target, Unit) = (seen, wish.Target, row);
        return true;
    }
}
