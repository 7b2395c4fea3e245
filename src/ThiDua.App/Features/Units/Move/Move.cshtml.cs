using Microsoft.AspNetCore.Mvc;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Move;

[Needs<Unit>(Permission.ManageUnits, "id")]
public sealed class MoveModel(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    UnitPicker picker,
    PackShelf packs,
    ActPreview preview,
    MoveUnit move
) : ActPage(db, viewer, clock, picker)
{
    public sealed record Form(DateOnly? From = null, string? Reason = null, int? Seen = null, bool Sure = false);

    public UnitRow? Parent { get; private set; }
    public Form Input { get; private set; } = new();
    public Concerned? Concerned { get; private set; }

    public async Task<IActionResult> OnGet(string id, string? to, string? q, CancellationToken cancellationToken)
    {
        if (!await Find(id, cancellationToken))
            return NotFound();
        if (to is not null && (Parent = await Other(to, cancellationToken)) is null)
            return NotFound();
        Input = new(Today, Seen: Unit.VersionId);
        if (Parent is null)
            await Pick(
                q,
                $"/units/{id}/move?to=",
                UnitRules.Parents(packs.UnitKinds, Unit.Kind),
                [Unit.Id, Unit.ParentId ?? 0],
                cancellationToken
            );
        return Page();
    }

    public async Task<IActionResult> OnPost(string id, string to, [FromForm] Form input, CancellationToken cancellationToken)
    {
        if (!await Find(id, cancellationToken) || (Parent = await Other(to, cancellationToken)) is null)
            return NotFound();
        Input = input;
        var outcome = await move.Handle(new(id, to, input.From, input.Reason, input.Seen, input.Sure), cancellationToken);
        if (outcome.Ok && !input.Sure)
            Concerned = await preview.Of([Unit], input.From!.Value, cancellationToken);
        return After(outcome, input.Sure, id);
    }
}
