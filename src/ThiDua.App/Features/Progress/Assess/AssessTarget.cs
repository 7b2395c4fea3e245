using FluentValidation;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Files;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Progress.Assess;

/// <param name="Target">Public id.</param>
/// <param name="Unit">Public id of the unit that answers for it.</param>
public sealed record AssessTargetInput(string Campaign, string Target, string Unit)
{
    public Verdict? Verdict { get; init; }
    public DateOnly? On { get; init; }
    public string? Words { get; init; }
    public IReadOnlyList<NewFile> Files { get; init; } = [];
}

public sealed class AssessTargetValidator : AbstractValidator<AssessTargetInput>
{
    public AssessTargetValidator(IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared, TimeProvider clock)
    {
        RuleFor(i => i.Verdict).NotNull().WithMessage(_ => text["VerdictNeeded"]).IsInEnum().WithMessage(_ => text["VerdictNeeded"]);
        RuleFor(i => i.On)
            .NotNull()
            .WithMessage(_ => shared["Required"])
            .Must(d => d is null || d <= clock.Today())
            .WithMessage(_ => text["AssessedLater"]);
        RuleFor(i => i.Words)
            .Must(w => !string.IsNullOrWhiteSpace(w))
            .WithMessage(_ => text["WordsNeeded"])
            .MaximumLength(TargetAssessment.LongestWords)
            .WithMessage(_ => text["WordsTooLong", TargetAssessment.LongestWords]);
        RuleFor(i => i.Files)
            .NotEmpty()
            .When(i => i.Verdict == Verdict.Met)
            .WithMessage(_ => text["EvidenceNeeded"])
            .OverridePropertyName(AttachFiles.Field);
    }
}

/// <summary>Says how a target stands that no figure judges: with its day, in words, with what shows it.</summary>
public sealed class AssessTarget(
    AppDb db,
    ProgressQueries queries,
    WishQueries wishes,
    PackShelf packs,
    AttachFiles attach,
    Viewer viewer,
    TimeProvider clock,
    IValidator<AssessTargetInput> validator,
    IStringLocalizer<Text> text
)
{
    public async Task<Outcome> Handle(AssessTargetInput input, CancellationToken cancellationToken)
    {
        if (await Find(input.Campaign, input.Target, input.Unit, cancellationToken) is not var (seen, wish, unit))
            return Outcome.NotFound;
        var errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        if (input.On < seen.Campaign.From)
            errors = [.. errors, new(nameof(input.On), text["AssessedBefore", Show.InText(seen.Campaign.From)])];
        return errors.Count > 0
            ? new() { Errors = errors }
            : await db.Apply(() => Write(input, wish, unit, cancellationToken), cancellationToken, o => o.Ok);
    }

    /// <summary>
    /// Null for a target that figures judge, for a unit that does not answer for it, and for who may not speak for that unit.
    /// </summary>
    public async Task<(SeenCampaign Seen, WishProgress Wish, UnitRow Unit)?> Find(
        string campaign,
        string target,
        string unit,
        CancellationToken cancellationToken
    )
    {
        if (await queries.Find(campaign, null, null, cancellationToken) is not { } seen)
            return null;
        var (pack, definitions) = (packs[seen.Campaign.Pack], packs.DefinitionsFrom(seen.Campaign.From));
        var unjudged = seen.Campaign.Targets.Where(t =>
            t.PublicId == target && ProgressRules.Rule(t, seen.Campaign, definitions, pack) is null
        );
        var wish = (await wishes.Of(seen, [.. unjudged], cancellationToken)).FirstOrDefault();
        return
            wish?.Units.Select(u => u.Unit).FirstOrDefault(u => u.PublicId == unit) is { } row
            && viewer.Can(Permission.FillReport, row.Path)
            ? (seen, wish, row)
            : null;
    }

    private async Task<Outcome> Write(AssessTargetInput input, WishProgress wish, UnitRow unit, CancellationToken cancellationToken)
    {
        var assessment = new TargetAssessment
        {
            TargetId = wish.Target.Id,
            UnitId = unit.Id,
            Verdict = input.Verdict!.Value,
            On = input.On!.Value,
            Words = input.Words!.Normalize().ReplaceLineEndings("\n").Trim(),
            At = clock.GetUtcNow(),
            AccountId = viewer.AccountId,
        };
        db.Add(assessment);
        var act = viewer.Record("target.assess", "target", wish.Target.PublicId, unit.Id, detail: $"{{\"verdict\":\"{input.Verdict}\"}}");
        if (input.Files.Count > 0)
        {
            var refused = await attach.Add(new(AssessmentFiles.Code, assessment.PublicId, input.Files), act, cancellationToken);
            if (refused.Count > 0)
                return new() { Errors = refused };
        }
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
