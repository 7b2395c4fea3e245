using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Change;

[Needs<Unit>(Permission.ManageUnits, "id")]
public sealed class ChangeModel(AppDb db, TimeProvider clock, PackShelf packs, ChangeUnit change) : PageModel
{
    public sealed record Form(string? Name = null, string? Kind = null, DateOnly? From = null, string? Reason = null, int? Seen = null);

    public UnitRow? Unit { get; private set; }
    public Form Input { get; private set; } = new();
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public IEnumerable<UnitKind> Kinds => packs.UnitKinds;

    public async Task<IActionResult> OnGet(string id, CancellationToken stop)
    {
        if (!await Find(id, stop))
            return NotFound();
        Input = new(Unit!.Name, Unit.Kind, clock.Today(), Seen: Unit.VersionId);
        return Page();
    }

    public async Task<IActionResult> OnPost(string id, [FromForm] Form input, CancellationToken stop)
    {
        if (!await Find(id, stop))
            return NotFound();
        Input = input;
        var kind = Kinds.FirstOrDefault(k => k.Code == input.Kind)?.Code ?? Unit!.Kind;
        var outcome = await change.Handle(new(id, input.Name ?? "", kind, input.From, input.Reason, input.Seen), stop);
        Errors = outcome.Errors;
        return outcome.Ok ? LocalRedirect($"/units/{id}")
            : outcome.Missing ? NotFound()
            : Page();
    }

    private async Task<bool> Find(string id, CancellationToken cancellationToken) =>
        (Unit = await UnitQueries.Find(db, id, clock.Today(), cancellationToken)) is not null;
}
