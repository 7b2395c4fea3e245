using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans.Edit;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Plans.Indicators;

/// <summary>An indicator of the plan's own, for a target that the pack has none for.</summary>
[Needs<PlanDraft>(Permission.ImportPlan, "id")]
public sealed class NewIndicatorModel(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    PackShelf packs,
    MergeItems merge,
    CreateIndicator create,
    IValidator<CreateIndicatorInput> validator,
    IStringLocalizer<Text> text
) : ItemPage(db, viewer, clock, packs, merge, text)
{
    public CreateIndicatorInput Input { get; private set; } = new();

    /// <summary>Kinds of the units that the plan names; the others stand apart, as few are ever meant.</summary>
    public IReadOnlyList<UnitKind> Named =>
        [
            .. DraftRules
                .UnitsInUse(Contents)
                .Select(u => u.Kind)
                .OfType<string>()
                .Distinct()
                .Select(Pack.UnitKind)
                .OfType<UnitKind>()
                .SelectMany(k => k.Means.Count == 0 ? [k] : k.Means.Select(Pack.UnitKind).OfType<UnitKind>())
                .Distinct(),
        ];

    public IEnumerable<UnitKind> Others => Pack.UnitKinds.Where(k => k.Means.Count == 0).Except(Named);

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        if (!await Load(cancellationToken) || Kept is not DraftTarget target)
            return NotFound();
        var percent = target.Unit == "%";
        Input = new()
        {
            Version = target.Version,
            Name = target.Measure.Length > 200 ? target.Measure[..200] : target.Measure,
            Unit = percent ? null : target.Unit,
            Sort = percent ? FigureSort.HeldRatio : FigureSort.Count,
            Counts = Counted.Unit,
            ReportedBy = target.EachKind is { } kind ? [kind] : [],
            LessIsBetter = target.Comparator is "<" or "<=",
        };
        return Page();
    }

    public async Task<IActionResult> OnPost([FromForm] CreateIndicatorInput input, CancellationToken cancellationToken)
    {
        Input = input with { Draft = Id, Item = Item };
        var errors = Untyped().Concat((await validator.ValidateAsync(Input, cancellationToken)).FieldErrors()).ToList();
        if (errors.Count > 0)
            return await Again(errors, cancellationToken);
        var outcome = await create.Handle(Input, cancellationToken);
        return outcome.Missing ? NotFound()
            : outcome.Ok ? await Back(cancellationToken)
            : await Again(outcome.Errors, cancellationToken);
    }
}
