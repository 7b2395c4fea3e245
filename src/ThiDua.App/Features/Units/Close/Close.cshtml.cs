using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Close;

[Needs<Unit>(Permission.ManageUnits, "id")]
public sealed class CloseModel(AppDb db, Viewer viewer, TimeProvider clock, UnitPicker picker, ActPreview preview, CloseUnit close)
    : ActPage(db, viewer, clock, picker)
{
    public sealed record Form(DateOnly? From = null, string? Reason = null, int? Seen = null, bool Sure = false);

    public Form Input { get; private set; } = new();
    public Concerned? Concerned { get; private set; }

    public async Task<IActionResult> OnGet(string id, CancellationToken cancellationToken)
    {
        if (!await Find(id, cancellationToken))
            return NotFound();
        Input = new(Today, Seen: Unit.VersionId);
        return Page();
    }

    public async Task<IActionResult> OnPost(string id, [FromForm] Form input, CancellationToken cancellationToken)
    {
        if (!await Find(id, cancellationToken))
            return NotFound();
        Input = input;
        var outcome = await close.Handle(new(id, input.From, input.Reason, input.Seen, input.Sure), cancellationToken);
        if (outcome.Ok && !input.Sure)
            Concerned = await preview.Of([Unit], input.From!.Value, cancellationToken);
        var parent = Unit.ParentId is { } above
            ? await Db.Units.Where(u => u.Id == above).Select(u => u.PublicId).FirstAsync(cancellationToken)
            : "";
        return After(outcome, input.Sure, parent);
    }
}
