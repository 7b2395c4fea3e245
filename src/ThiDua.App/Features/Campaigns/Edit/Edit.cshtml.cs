using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Campaigns.Edit;

[Needs<Campaign>(Permission.RunCampaign, "id")]
public sealed class EditModel(AppDb db, SaveCampaign save) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";
    public Campaign Campaign { get; private set; } = null!;
    public string? Name { get; private set; }
    public string? Symbol { get; private set; }
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        if (!await Load(cancellationToken))
            return NotFound();
        (Name, Symbol) = (Campaign.Name, Campaign.PlanSymbol);
        return Page();
    }

    public async Task<IActionResult> OnPost(string? name, string? symbol, CancellationToken cancellationToken)
    {
        (Name, Symbol) = (name, symbol);
        var outcome = await save.Handle(new(Id, name, symbol), cancellationToken);
        if (outcome.Ok)
            return LocalRedirect($"/campaigns/{Id}");
        Errors = outcome.Errors;
        return !outcome.Missing && await Load(cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> Load(CancellationToken cancellationToken)
    {
        var found = await db.OpenCampaigns.AsNoTracking().FirstOrDefaultAsync(c => c.PublicId == Id, cancellationToken);
        Campaign = found!;
        return found is not null;
    }
}
