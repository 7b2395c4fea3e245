using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Plans.Resolve;

public sealed record ResolveUnitInput
{
    public string Draft { get; init; } = "";
    public string Key { get; init; } = "";
    public int Version { get; init; }
    public UnitChoice Choice { get; init; }

    /// <summary>Public ids of units of the tree.</summary>
    public IReadOnlyList<string>? Matched { get; init; }
    public string? Kind { get; init; }

    /// <summary>One a line.</summary>
    public string? NewNames { get; init; }

    /// <summary>Without the blank line of the list.</summary>
    public IReadOnlyList<string> Units => [.. (Matched ?? []).Where(m => !string.IsNullOrEmpty(m)).Distinct()];
}

public sealed class ResolveUnitValidator : AbstractValidator<ResolveUnitInput>
{
    public ResolveUnitValidator(IStringLocalizer<Text> text, PackShelf packs)
    {
        RuleFor(i => i.Choice).Must(c => c != UnitChoice.Open && Enum.IsDefined(c)).WithMessage(_ => text["UnitChoose"]);
        RuleFor(i => i.Units)
            .NotEmpty()
            .When(i => i.Choice == UnitChoice.Match)
            .OverridePropertyName("Matched")
            .WithMessage(_ => text["UnitMatchNeeded"]);
        RuleFor(i => i.Kind)
            .Must(k => packs.UnitKinds.Any(u => u.Code == k))
            .When(i => i.Choice is UnitChoice.Create or UnitChoice.AllOfKind or UnitChoice.Group)
            .WithMessage(_ => text["UnitKindNeeded"]);
        RuleFor(i => i.Kind)
            .Must(k => packs.UnitKinds.FirstOrDefault(u => u.Code == k) is not { Means.Count: 0 })
            .When(i => i.Choice == UnitChoice.Group)
            .WithMessage(_ => text["UnitKindNoGroup"]);
        RuleFor(i => i.NewNames)
            .Must(n => DraftRules.Names(n).Count > 0)
            .When(i => i.Choice == UnitChoice.Create)
            .WithMessage(_ => text["UnitNameNeeded"]);
        RuleFor(i => i.NewNames).Must(DraftRules.AreNames).WithMessage(_ => text["UnitNamesTooMany"]);
    }
}

/// <summary>Says which unit a name of the plan means.</summary>
public sealed class ResolveUnit(DraftEditor editor, AppDb db, TimeProvider clock, IStringLocalizer<Text> text)
{
    public async Task<Outcome> Handle(ResolveUnitInput input, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> matched = input.Choice == UnitChoice.Match ? input.Units : [];
        if (!await AllUnder(input.Draft, matched, cancellationToken))
            return Outcome.Refused("Matched", text["UnitMatchNeeded"]);
        var nobodyYet =
            input.Choice == UnitChoice.AllOfKind
            && DraftRules.Names(input.NewNames).Count == 0
            && await NoneOf(input.Draft, input.Kind!, cancellationToken);
        return await editor.Change(
            input.Draft,
            content =>
            {
                var row = content.Units.FirstOrDefault(u => u.Key == input.Key);
                if (!DraftEditor.Seen(row, input.Version, text, out var refusal))
                    return refusal;
                // "Các trường" of a commune that has none yet would give its tasks to nobody.
                if (
                    nobodyYet
                    && !LaunchRules.NewUnits(content.With(row! with { Choice = UnitChoice.Ignore })).Any(n => n.Kind == input.Kind)
                )
                    return Outcome.Refused("NewNames", text["UnitAllNeedsNames"]);
                var creates = input.Choice is UnitChoice.Create or UnitChoice.AllOfKind;
                var resolved = row! with
                {
                    Choice = input.Choice,
                    Matched = matched,
                    Kind = input.Choice is UnitChoice.Match or UnitChoice.Ignore ? row.Kind : input.Kind,
                    NewNames = creates ? DraftRules.Names(input.NewNames) : [],
                    ToCheck = false,
                };
                return new DraftChange("unit", row.Name, content.With(resolved));
            },
            cancellationToken
        );
    }

    private async Task<bool> NoneOf(string draftId, string kind, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var ownerId = await db
            .PlanDrafts.Where(d => d.Case.PublicId == draftId)
            .Select(d => d.UnitId)
            .FirstOrDefaultAsync(cancellationToken);
        return await UnitQueries.Find(db, ownerId, today, cancellationToken) is not { } owner
            || !await db
                .UnitVersions.ValidOn(today)
                .Below(owner.Path)
                .AnyAsync(v => v.UnitId != ownerId && v.Kind == kind, cancellationToken);
    }

    // The plan's unit and those under it: a campaign gives nobody else work.
    private async Task<bool> AllUnder(string draftId, IReadOnlyList<string> units, CancellationToken cancellationToken)
    {
        if (units.Count == 0)
            return true;
        var today = clock.Today();
        var ownerId = await db
            .PlanDrafts.Where(d => d.Case.PublicId == draftId)
            .Select(d => d.UnitId)
            .FirstOrDefaultAsync(cancellationToken);
        return await UnitQueries.Find(db, ownerId, today, cancellationToken) is not { } owner
            || await db.UnitVersions.ValidOn(today).Below(owner.Path).CountAsync(v => units.Contains(v.Unit!.PublicId), cancellationToken)
                == units.Count;
    }
}
