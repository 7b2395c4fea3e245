using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Change;

[Needs<Unit>(Permission.ManageUnits, "id")]
public sealed class ChangeModel(
    AppDb db,
    TimeProvider clock,
    PackShelf packs,
    ChangeUnit change,
    FormReader reader,
    IStringLocalizer<Text> text
) : FormPage(reader)
{
    public UnitRow? Unit { get; private set; }

    /// <summary>The version that was on the screen.</summary>
    public int? Seen { get; private set; }

    protected override FormDefinition Form
    {
        get
        {
            var words = new FormWords(text);
            return FormWords.Form(
                "unit-change",
                words.Line(nameof(ChangeUnitInput.Name), "Name", required: true, most: 400),
                words.Choice(
                    nameof(ChangeUnitInput.Kind),
                    "Kind",
                    packs.UnitKinds.Select(k => new FormChoice(k.Code, k.Label)),
                    required: true
                ),
                words.Day(nameof(ChangeUnitInput.From), "ChangeFrom", required: true),
                words.Line(nameof(ChangeUnitInput.Reason), "Reason", "ReasonHelp")
            );
        }
    }

    public async Task<IActionResult> OnGet(string id, CancellationToken cancellationToken)
    {
        if (!await Find(id, cancellationToken))
            return NotFound();
        Seen = Unit!.VersionId;
        return Show(
            (nameof(ChangeUnitInput.Name), Unit.Name),
            (nameof(ChangeUnitInput.Kind), Unit.Kind),
            (nameof(ChangeUnitInput.From), Day(clock.Today()))
        );
    }

    public async Task<IActionResult> OnPost(string id, [FromForm] int? seen, CancellationToken cancellationToken)
    {
        if (!await Find(id, cancellationToken))
            return NotFound();
        Seen = seen;
        if (Read() is not { } given)
            return Page();
        var outcome = await change.Handle(
            new(
                id,
                given[nameof(ChangeUnitInput.Name)]!,
                given[nameof(ChangeUnitInput.Kind)]!,
                given.Day(nameof(ChangeUnitInput.From)),
                given[nameof(ChangeUnitInput.Reason)],
                seen
            ),
            cancellationToken
        );
        return outcome.Ok ? LocalRedirect($"/units/{id}")
            : outcome.Missing ? NotFound()
            : Refused(outcome.Errors);
    }

    private async Task<bool> Find(string id, CancellationToken cancellationToken) =>
        (Unit = await UnitQueries.Find(db, id, clock.Today(), cancellationToken)) is not null;
}
