using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Add;

[Needs<Unit>(Permission.ManageUnits, "id")]
public sealed class AddModel(
    AppDb db,
    TimeProvider clock,
    PackShelf packs,
    CreateUnit create,
    FormReader reader,
    IStringLocalizer<Text> text
) : FormPage(reader)
{
    public UnitRow? Parent { get; private set; }

    private IEnumerable<UnitKind> Kinds => packs.UnitKinds.Where(k => UnitRules.MayStand([k], k.Code, Parent!.Kind));

    protected override FormDefinition Form
    {
        get
        {
            var words = new FormWords(text);
            return FormWords.Form(
                "unit",
                words.Line(nameof(CreateUnitInput.Name), "Name", "NameHelp", required: true, most: 400),
                words.Choice(nameof(CreateUnitInput.Kind), "Kind", Kinds.Select(k => new FormChoice(k.Code, k.Label)), required: true),
                words.Line(nameof(CreateUnitInput.Code), "Code", "CodeHelp", most: 40),
                words.Day(nameof(CreateUnitInput.From), "From", "FromHelp")
            );
        }
    }

    public async Task<IActionResult> OnGet(string id, CancellationToken cancellationToken) =>
        // A unit that is added later owes nothing for the time before.
        await Find(id, cancellationToken)
            ? Show((nameof(CreateUnitInput.From), Day(clock.Today())), (nameof(CreateUnitInput.Kind), Kinds.FirstOrDefault()?.Code))
            : NotFound();

    public async Task<IActionResult> OnPost(string id, CancellationToken cancellationToken)
    {
        if (!await Find(id, cancellationToken))
            return NotFound();
        if (Read() is not { } given)
            return Page();
        var made = await create.Handle(
            new CreateUnitInput
            {
                Name = given[nameof(CreateUnitInput.Name)]!,
                Kind = given[nameof(CreateUnitInput.Kind)]!,
                Code = given[nameof(CreateUnitInput.Code)],
                ParentId = Parent!.Id,
                From = given.Day(nameof(CreateUnitInput.From)) ?? CreateUnit.Always,
            },
            cancellationToken
        );
        return made.Ok ? LocalRedirect($"/units/{Parent.PublicId}") : Refused(made.Errors);
    }

    private async Task<bool> Find(string id, CancellationToken cancellationToken) =>
        (Parent = await UnitQueries.Find(db, id, clock.Today(), cancellationToken)) is not null;
}
