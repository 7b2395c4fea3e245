using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Units.Change;

[Needs(Permission.ManageUnits)]
public sealed class ChangeModel(AppDb db, Viewer viewer, TimeProvider clock, PackShelf packs, ChangeUnit change, IStringLocalizer<SharedText> shared) : PageModel
{
    public sealed record Form(string? Name = null, string? Kind = null, DateOnly? From = null, string? Reason = null);

    public UnitRow? Unit { get; private set; }
    public Form Input { get; private set; } = new();
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public IEnumerable<UnitKind> Kinds => packs.UnitKinds;

    public async Task<IActionResult> OnGet(string id, CancellationToken stop)
    {
        if (!await Find(id, stop)) return NotFound();
        Input = new(Unit!.Name, Unit.Kind, clock.Today());
        return Page();
    }

    public async Task<IActionResult> OnPost(string id, [FromForm] Form input, CancellationToken stop)
    {
        if (!await Find(id, stop)) return NotFound();
        Input = input;
        var outcome = input.From is not { } day
            ? Outcome.Refused(nameof(Form.From), shared["Required"])
            : await change.Handle(new(Unit!.Id, input.Name ?? "", Kinds.FirstOrDefault(k => k.Code == input.Kind)?.Code ?? Unit.Kind, day, input.Reason), stop);
        Errors = outcome.Errors;
        return outcome.Ok ? LocalRedirect($"/units/{id}") : outcome.Missing ? NotFound() : Page();
    }

    private async Task<bool> Find(string id, CancellationToken stop)
    {
        Unit = await UnitQueries.Find(db, id, clock.Today(), stop);
        return Unit is not null && viewer.Can(Permission.ManageUnits, Unit.Path);
    }
}
