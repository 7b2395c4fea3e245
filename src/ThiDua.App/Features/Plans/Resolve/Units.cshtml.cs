using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Plans.Resolve;

/// <summary>Every name of a unit in the plan, and what it stands for.</summary>
[Needs<PlanDraft>(Permission.ImportPlan, "id")]
public sealed class UnitsModel(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    PackShelf packs,
    ResolveUnit resolve,
    IValidator<ResolveUnitInput> validator
) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";
    public PlanDraft Draft { get; private set; } = null!;
    public DraftContent Contents { get; private set; } = null!;
    public IReadOnlyList<DraftUnit> Rows { get; private set; } = [];
    public IReadOnlyList<UnitRow> Tree { get; private set; } = [];
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>The row whose form has an error, as it was typed.</summary>
    public ResolveUnitInput? Typed { get; private set; }
    public Pack Pack => packs[Draft.Pack];

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken) => await Load(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPost([FromForm] ResolveUnitInput input, CancellationToken cancellationToken)
    {
        Typed = input with { Draft = Id };
        Errors = (await validator.ValidateAsync(Typed, cancellationToken)).FieldErrors();
        if (Errors.Count == 0)
        {
            var outcome = await resolve.Handle(Typed, cancellationToken);
            if (outcome.Missing)
                return NotFound();
            if (outcome.Ok)
                return await Load(cancellationToken) ? LocalRedirect($"/plans/{Id}/units{Next(input.Key)}") : NotFound();
            Errors = outcome.Errors;
            db.ChangeTracker.Clear();
        }
        return await Load(cancellationToken) ? Page() : NotFound();
    }

    public int Uses(DraftUnit row) => Contents.Items.Count(i => !i.Dropped && i.UnitNames.Any(n => DraftUnit.KeyOf(n) == row.Key));

    /// <summary>Whether "Đúng rồi" would be taken: what must be refused is not offered.</summary>
    public bool CanConfirm(DraftUnit row) =>
        row is { ToCheck: true, Choice: not UnitChoice.Open }
        && validator.Validate(Proposed(row)).IsValid
        && row.Matched.All(m => Tree.Any(u => u.PublicId == m))
        && (
            row.Choice != UnitChoice.AllOfKind
            || row.NewNames.Count > 0
            || Present(row.Kind!) > 0
            || Created(row).Any(n => n.Kind == row.Kind)
        );

    /// <summary>The row as it would be confirmed.</summary>
    private ResolveUnitInput Proposed(DraftUnit row) =>
        new()
        {
            Draft = Id,
            Key = row.Key,
            Version = row.Version,
            Choice = row.Choice,
            Matched = row.Matched,
            Kind = row.Kind,
            NewNames = string.Join(';', row.NewNames),
        };

    /// <summary>Units that other rows create.</summary>
    private IReadOnlyList<(string Kind, string Name)> Created(DraftUnit row) =>
        LaunchRules.NewUnits(Contents.With(row with { Choice = UnitChoice.Ignore }));

    public string NameOf(string publicId) => Tree.FirstOrDefault(u => u.PublicId == publicId)?.Name ?? "?";

    public int Present(string kind) => Tree.Count(u => u.Kind == kind && u.Id != Draft.UnitId);

    public static string Anchor(DraftUnit row) => "u-" + row.Key.Replace(' ', '-');

    // The next row that waits for a look, else the top of the page.
    private string Next(string done) => Rows.FirstOrDefault(r => r.ToCheck && r.Key != done) is { } next ? "#" + Anchor(next) : "";

    private async Task<bool> Load(CancellationToken cancellationToken)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, Id, Permission.ImportPlan, cancellationToken);
        if (draft is null || !packs[draft.Pack].Flow(PlanDraftCase.Kind)!.State(draft.State)!.Editable)
            return false;
        Draft = draft;
        Contents = DraftContent.Parse(draft.Content);
        var owner = (await UnitQueries.Find(db, draft.UnitId, clock.Today(), cancellationToken))!;
        Tree = await UnitQueries.Subtree(db, owner.Path, clock.Today(), cancellationToken);
        Rows =
        [
            .. DraftRules
                .UnitsInUse(Contents)
                .OrderByDescending(u => u.ToCheck)
                .ThenBy(u => NameText.SortKey(u.Name), StringComparer.Ordinal),
        ];
        return true;
    }
}
