using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Add;

[Needs<Unit>(Permission.ManageUnits, "id")]
public sealed class AddModel(AppDb db, TimeProvider clock, PackShelf packs, CreateUnit create) : PageModel
{
    public sealed record Form(string? Name = null, string? Kind = null, string? Code = null, DateOnly? From = null);

    public UnitRow? Parent { get; private set; }
    public Form Input { get; private set; } = new();
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public IEnumerable<UnitKind> Kinds => packs.UnitKinds.Where(k => UnitRules.MayStand([k], k.Code, Parent!.Kind));

    public Task<IActionResult> OnGet(string id, CancellationToken stop) =>
        WithParent(
            id,
            () =>
            {
                // A unit that is added later owes nothing for the time before.
                Input = new(From: clock.Today());
                return Task.FromResult<IActionResult>(Page());
            },
            stop
        );

    public Task<IActionResult> OnPost(string id, [FromForm] Form input, CancellationToken stop) =>
        WithParent(
            id,
            async () =>
            {
                Input = input;
                var made = await create.Handle(
                    new CreateUnitInput
                    {
                        Name = input.Name ?? "",
                        Kind = Kinds.FirstOrDefault(k => k.Code == input.Kind)?.Code ?? Kinds.FirstOrDefault()?.Code ?? "",
                        Code = input.Code,
                        ParentId = Parent!.Id,
                        From = input.From ?? CreateUnit.Always,
                    },
                    stop
                );
                Errors = made.Errors;
                if (!made.Ok)
                    return Page();
                return LocalRedirect($"/units/{Parent.PublicId}");
            },
            stop
        );

    private async Task<IActionResult> WithParent(string id, Func<Task<IActionResult>> then, CancellationToken stop)
    {
        Parent = await UnitQueries.Find(db, id, clock.Today(), stop);
        return Parent is null ? NotFound() : await then();
    }
}
