using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Campaigns.NamePart;

/// <summary>Where an office names the kinds that a group of the plan stands for, one by one.</summary>
[Needs<Campaign>(Permission.RunCampaign, "campaign")]
public sealed class NamePartModel(NameTargetPart part, AppDb db) : PageModel
{
    public Campaign Campaign { get; private set; } = null!;
    public CampaignTarget Group { get; private set; } = null!;
    public IReadOnlyList<CampaignTarget> Named { get; private set; } = [];
    public string? Name { get; private set; }
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public async Task<IActionResult> OnGet(string campaign, string target, CancellationToken cancellationToken) =>
        await Load(campaign, target, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string campaign, string target, string? name, CancellationToken cancellationToken)
    {
        var outcome = await part.Handle(new(campaign, target, name), cancellationToken);
        if (outcome.Missing)
            return NotFound();
        if (outcome.Ok)
            return LocalRedirect($"/campaigns/{campaign}/targets/{target}/parts");
        (Errors, Name) = ([.. outcome.Errors.Select(e => e with { Field = "name" })], name);
        db.ChangeTracker.Clear();
        return await Load(campaign, target, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> Load(string campaign, string target, CancellationToken cancellationToken)
    {
        if (await part.Find(campaign, target, cancellationToken) is not var (found, group, _))
            return false;
        (Campaign, Group) = (found, group);
        Named = [.. found.Targets.Where(t => t.GroupId == group.Id).OrderBy(t => t.Order)];
        return true;
    }
}
