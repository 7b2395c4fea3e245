using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Indicators;

/// <summary>What sort of figure it is, in the words of the form.</summary>
public enum FigureSort
{
    Count,
    Held,
    Ratio,
    HeldRatio,
    YesNo,
}

public sealed record CreateIndicatorInput
{
    public string Draft { get; init; } = "";
    public int Item { get; init; }
    public int Version { get; init; }
    public string? Name { get; init; }
    public FigureSort Sort { get; init; }

    /// <summary>Of a count: "mô hình"; of a ratio: of its two counts.</summary>
    public string? Unit { get; init; }
    public Counted Counts { get; init; }

    /// <summary>Of a ratio: what is counted above and below the line.</summary>
    public string? Part { get; init; }
    public string? Whole { get; init; }
    public YesNoOver Over { get; init; }
    public ReportFrequency Frequency { get; init; }
    public IReadOnlyList<string>? ReportedBy { get; init; }
    public string? Group { get; init; }
    public bool LessIsBetter { get; init; }

    public bool IsRatio => Sort is FigureSort.Ratio or FigureSort.HeldRatio;
}

public sealed class CreateIndicatorValidator : AbstractValidator<CreateIndicatorInput>
{
    public CreateIndicatorValidator(IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared)
    {
        RuleFor(i => i.Name).NotEmpty().WithMessage(_ => shared["Required"]).MaximumLength(200).WithMessage(_ => text["TooLong", 200]);
        RuleFor(i => i.Sort).IsInEnum().WithMessage(_ => text["ChooseFromList"]);
        RuleFor(i => i.Counts).IsInEnum().WithMessage(_ => text["ChooseFromList"]);
        RuleFor(i => i.Over).IsInEnum().WithMessage(_ => text["ChooseFromList"]);
        RuleFor(i => i.Frequency).IsInEnum().WithMessage(_ => text["ChooseFromList"]);
        RuleFor(i => i.Unit)
            .NotEmpty()
            .When(i => i.Sort != FigureSort.YesNo)
            .WithMessage(_ => shared["Required"])
            .MaximumLength(60)
            .WithMessage(_ => text["TooLong", 60]);
        RuleFor(i => i.Part)
            .NotEmpty()
            .When(i => i.IsRatio)
            .WithMessage(_ => shared["Required"])
            .MaximumLength(200)
            .WithMessage(_ => text["TooLong", 200]);
        RuleFor(i => i.Whole)
            .NotEmpty()
            .When(i => i.IsRatio)
            .WithMessage(_ => shared["Required"])
            .MaximumLength(200)
            .WithMessage(_ => text["TooLong", 200]);
        RuleFor(i => i.ReportedBy).NotEmpty().WithMessage(_ => text["ReportersNeeded"]);
    }
}

/// <summary>Gives a target an indicator of its own, where the pack has none that fits.</summary>
public sealed class CreateIndicator(
    DraftEditor editor,
    AppDb db,
    Viewer viewer,
    PackShelf packs,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    public async Task<Outcome> Handle(CreateIndicatorInput input, CancellationToken cancellationToken)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, input.Draft, Permission.ImportPlan, cancellationToken);
        if (draft is null)
            return Outcome.NotFound;
        var code = "own." + PublicId.New();
        var known = await OwnIndicator.All(db, cancellationToken);
        var (own, errors) = Checked(input, code, draft, known);
        if (errors.Count > 0)
            return new Outcome { Errors = errors };
        var outcome = await db.Apply(() => Keep(input, code, own, draft, cancellationToken), cancellationToken, kept => kept.Ok);
        if (outcome.Ok)
            packs.Take(await OwnIndicator.All(db, cancellationToken));
        return outcome;
    }

    private async Task<Outcome> Keep(
        CreateIndicatorInput input,
        string code,
        OwnDefinition own,
        PlanDraft draft,
        CancellationToken cancellationToken
    )
    {
        db.Add(
            new OwnIndicator
            {
                Code = code,
                Pack = own.Pack,
                UnitId = draft.UnitId,
                Definition = own.Text,
                AccountId = viewer.AccountId ?? 0,
                At = clock.GetUtcNow(),
            }
        );
        db.Indicators.AddRange(OwnText.Codes(input, code).Select(c => new IndicatorKey { Code = c }));
        viewer.Record("indicator.create", "indicator", code, draft.UnitId);
        await db.SaveChangesAsync(cancellationToken);
        return await editor.Change(input.Draft, content => Take(content, input, code), cancellationToken);
    }

    private DraftStep Take(DraftContent content, CreateIndicatorInput input, string code)
    {
        var target = content.Targets.FirstOrDefault(t => t.Id == input.Item);
        if (!DraftEditor.Seen(target, input.Version, text, out var refusal))
            return refusal;
        return new DraftChange("target.indicator", target!.Text, content.With(target with { Indicator = code, IndicatorToCheck = false }));
    }

    // The pack's own rules: what they find is said in their words.
    private (OwnDefinition Own, IReadOnlyList<FieldError> Errors) Checked(
        CreateIndicatorInput input,
        string code,
        PlanDraft draft,
        IReadOnlyList<OwnDefinition> known
    )
    {
        OwnDefinition Of(bool sensitive) => new(draft.Pack, code, draft.UnitId, OwnText.Of(input, code, draft.Title, sensitive));
        var own = Of(sensitive: false);
        var errors = packs.Check([.. known, own]);
        // Counts of crime are protected where they are small, whoever defines them.
        if (errors.Any(e => e.Path.EndsWith("sensitive", StringComparison.Ordinal)))
            errors = packs.Check([.. known, own = Of(sensitive: true)]);
        return (
            own,
            [.. errors.Select(e => new FieldError(Field(e.Path), e.Message.Here() + (e.Expected is { } right ? $" ({right.Here()})" : "")))]
        );
    }

    private static string Field(string path) =>
        path.Split('.', '[')[^1].TrimEnd(']') switch
        {
            "unit" => "Unit",
            "vi" or "name" => "Name",
            "group" => "Group",
            _ => "",
        };
}
