using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.Measures;

namespace ThiDua.App.Features.Plans.Edit;

[Needs<PlanDraft>(Permission.ImportPlan, "id")]
public sealed class TargetModel(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    PackShelf packs,
    MergeItems merge,
    SaveTarget save,
    IValidator<SaveTargetInput> validator,
    IStringLocalizer<Text> text
) : ItemPage(db, viewer, clock, packs, merge, text)
{
    public SaveTargetInput Input { get; private set; } = new();
    public IEnumerable<UnitKind> Kinds => Pack.UnitKinds.Where(k => k.Means.Count == 0);

    /// <summary>The proposed indicators; then all of the pack, by its groups.</summary>
    public IReadOnlyList<PackIndicator> Proposed =>
        Kept is DraftTarget target
            ? [.. new[] { target.Indicator }.Concat(target.OtherIndicators).OfType<string>().Select(Pack.Indicator).OfType<PackIndicator>()]
            : [];

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        if (!await Load(cancellationToken))
            return NotFound();
        if (Kept is DraftTarget target)
            Input = Of(target) with { Baseline = target.Baseline ?? Proposal(target) };
        return IsNew || Kept is DraftTarget ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost([FromForm] SaveTargetInput input, CancellationToken cancellationToken)
    {
        Input = input with { Draft = Id, Item = Item };
        var errors = Untyped().Concat((await validator.ValidateAsync(Input, cancellationToken)).FieldErrors()).ToList();
        if (errors.Count > 0)
            return await Again(errors, cancellationToken);
        var outcome = await save.Handle(Input, cancellationToken);
        return outcome.Missing ? NotFound()
            : outcome.Ok ? await Back(cancellationToken)
            : await Again(outcome.Errors, cancellationToken);
    }

    /// <summary>A fall or a rise without a year usually means the year before.</summary>
    private int? Proposal(DraftTarget target) => target.Direction is null ? null : DraftContent.Parse(Draft.Content).Head.Year - 1;

    private static SaveTargetInput Of(DraftTarget t) =>
        new()
        {
            Version = t.Version,
            Text = t.Text,
            Section = t.Section,
            DueDate = t.DueDate,
            Every = t.Every,
            Measure = t.Measure,
            Comparator = t.Comparator,
            Value = Number(t.Value),
            Upper = Number(t.Upper),
            Unit = t.Unit,
            Direction = t.Direction,
            Baseline = t.Baseline,
            Exact = t.Exact,
            Indicator = t.Indicator,
            EachKind = t.EachKind,
            Responsible = string.Join('\n', t.Responsible),
        };

    private static string? Number(decimal? value) => value is { } number ? VietnameseNumber.Format(number, 4) : null;
}
