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
    FormReader reader,
    IStringLocalizer<Text> text
) : ItemForm(db, viewer, clock, packs, merge, reader, text)
{
    private const int Decimals = 4;

    protected override FormDefinition Form
    {
        get
        {
            var words = new FormWords(Texts);
            return new(
                "plan-target",
                [
                    FormWords.Bare(
                        "text",
                        words.Lines(nameof(SaveTargetInput.Text), "TargetText", required: true, most: SaveTargetValidator.LongestText),
                        words.Lines(nameof(SaveTargetInput.Measure), "Measure", "MeasureHelp", most: 4000, lines: 2)
                    ),
                    Figure(words),
                    FormWords.Bare(
                        "of",
                        [
                            words.Choice(nameof(SaveTargetInput.Indicator), "Indicator", Indicators, "IndicatorHelp", none: "NoIndicator"),
                            words.Choice(nameof(SaveTargetInput.EachKind), "Scope", Kinds, none: "ScopeTotal"),
                            words.Lines(nameof(SaveTargetInput.Responsible), "Responsible", "NamesHelp", lines: 2),
                            .. Common(words),
                        ]
                    ),
                ]
            );
        }
    }

    private IEnumerable<FormChoice> Kinds =>
        Pack.UnitKinds.Where(k => k.Means.Count == 0).Select(k => new FormChoice(k.Code, Said(Texts["EachOf", k.Label.Here()])));

    /// <summary>The proposed indicators; then all of the pack, by its groups.</summary>
    private IEnumerable<FormChoice> Indicators
    {
        get
        {
            List<PackIndicator> proposed = Kept is DraftTarget target
                ?
                [
                    .. new[] { target.Indicator }
                        .Concat(target.OtherIndicators)
                        .OfType<string>()
                        .Select(Pack.Indicator)
                        .OfType<PackIndicator>(),
                ]
                : [];
            return proposed
                .Select(i => new FormChoice(i.Code, i.Name, Group: Said(Texts["Proposed"])))
                .Concat(
                    from g in Pack.Groups
                    from i in Pack.Indicators
                    where i.Group == g.Code && !proposed.Contains(i) && (i.Owner is null || i.Owner == Draft.UnitId)
                    select new FormChoice(i.Code, i.Name, Group: g.Name)
                );
        }
    }

    protected override IEnumerable<(string Field, string? Value)> Values =>
        Kept is not DraftTarget target
            ? []
            :
            [
                .. ValuesOf(target),
                (nameof(SaveTargetInput.Measure), target.Measure),
                (nameof(SaveTargetInput.Direction), target.Direction),
                (nameof(SaveTargetInput.Baseline), $"{target.Baseline ?? Proposal(target)}"),
                (nameof(SaveTargetInput.Comparator), target.Comparator),
                (nameof(SaveTargetInput.Value), Written(target.Value)),
                (nameof(SaveTargetInput.Upper), Written(target.Upper)),
                (nameof(SaveTargetInput.Unit), target.Unit),
                (nameof(SaveTargetInput.Exact), target.Exact ? "1" : null),
                (nameof(SaveTargetInput.Indicator), target.Indicator),
                (nameof(SaveTargetInput.EachKind), target.EachKind),
                (nameof(SaveTargetInput.Responsible), string.Join('\n', target.Responsible)),
            ];

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        if (!await Load(cancellationToken) || !(IsNew || Kept is DraftTarget))
            return NotFound();
        Begin();
        return Page();
    }

    public Task<IActionResult> OnPost([FromForm] int version, CancellationToken cancellationToken) =>
        Save(version, given => Typed(given, version), validator, save.Handle, cancellationToken);

    private static FormPart Figure(FormWords words) =>
        words.Part(
            "figure",
            "FigureTitle",
            "FigureHelp",
            words.Choice(
                nameof(SaveTargetInput.Direction),
                "DirectionLabel",
                [words.Option("decrease", "DirectionDown"), words.Option("increase", "DirectionUp")],
                none: "DirectionNone"
            ),
            words.Number(nameof(SaveTargetInput.Baseline), "Baseline", "BaselineHelp"),
            words.Choice(
                nameof(SaveTargetInput.Comparator),
                "Comparator",
                SaveTargetValidator.Comparators.Select(c => words.Option(c, $"Comparator.{c}"))
            ),
            words.Number(nameof(SaveTargetInput.Value), "Value", "ValueHelp", Decimals),
            words.Number(nameof(SaveTargetInput.Upper), "Upper", "UpperHelp", Decimals),
            words.Line(nameof(SaveTargetInput.Unit), "MeasureUnit", "MeasureUnitHelp", most: 100),
            words.Tick(nameof(SaveTargetInput.Exact), "Exact")
        );

    private SaveTargetInput Typed(FormValues given, int version) =>
        Typed<SaveTargetInput>(given, version) with
        {
            Measure = given[nameof(SaveTargetInput.Measure)],
            Comparator = given[nameof(SaveTargetInput.Comparator)],
            Value = Written(given.Number(nameof(SaveTargetInput.Value))),
            Upper = Written(given.Number(nameof(SaveTargetInput.Upper))),
            Unit = given[nameof(SaveTargetInput.Unit)],
            Direction = given[nameof(SaveTargetInput.Direction)],
            Baseline = given.Number(nameof(SaveTargetInput.Baseline)) is { } year ? (int)Math.Min(year, int.MaxValue) : null,
            Exact = given[nameof(SaveTargetInput.Exact)] == "1",
            Indicator = given[nameof(SaveTargetInput.Indicator)],
            EachKind = given[nameof(SaveTargetInput.EachKind)],
            Responsible = given[nameof(SaveTargetInput.Responsible)],
        };

    /// <summary>A fall or a rise without a year usually means the year before.</summary>
    private int? Proposal(DraftTarget target) => target.Direction is null ? null : Contents.Head.Year - 1;

    private static string? Written(decimal? value) => value is { } number ? VietnameseNumber.Format(number, Decimals) : null;

    private static LocalText Said(string words) => new(words, words);
}
