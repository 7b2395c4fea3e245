using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Change;

/// <param name="Unit">Public id.</param>
/// <param name="From">First day of the new name and kind; what was before stays as it was.</param>
/// <param name="Seen">The unit's version as the person saw it.</param>
public sealed record ChangeUnitInput(string Unit, string Name, string Kind, DateOnly? From, string? Reason, int? Seen = null);

/// <summary>
/// Gives a unit, with or without units below it, a new name or kind from a day on: a commune becomes a ward and keeps its
/// history.
/// </summary>
public sealed class ChangeUnit(AppDb db, TreeGround ground, UnitTree tree, TreeTotals totals, Viewer viewer, IStringLocalizer<Text> text)
{
    public Task<Outcome> Handle(ChangeUnitInput input, CancellationToken cancellationToken) =>
        db.Apply(
            async () =>
            {
                await TreeRevision.Change(db, cancellationToken);
                if (await ground.Standing(input.Unit, cancellationToken) is not { } unit)
                    return Outcome.NotFound;
                var name = NameText.Clean(input.Name);
                if (await Refusal(input, unit, name, cancellationToken) is { } refusal)
                    return refusal;
                await totals.Recount(
                    [unit.UnitId],
                    async () =>
                    {
                        viewer.Record("unit.change", "unit", unit.Unit!.PublicId, unit.UnitId, input.Reason);
                        await tree.Rename(unit.Unit, unit, name, input.Kind, input.From!.Value, cancellationToken);
                        await db.SaveChangesAsync(cancellationToken);
                    },
                    cancellationToken
                );
                return Outcome.Done;
            },
            cancellationToken,
            outcome => outcome.Ok
        );

    private async Task<Outcome?> Refusal(ChangeUnitInput input, UnitVersion unit, string name, CancellationToken cancellationToken)
    {
        if (ground.Changed(unit, input.Seen) is { } changed)
            return changed;
        if (name.Length is 0 or > 400)
            return Outcome.Refused(nameof(input.Name), text["NameNeeded"]);
        if (await ground.Dated(unit, input.From, below: false, cancellationToken, ahead: true) is { } early)
            return early;
        if (input.Kind == unit.Kind)
            return null;
        var parent = await db
            .UnitVersions.Where(v => v.UnitId == unit.ParentId && v.To == null)
            .Select(v => v.Kind)
            .FirstOrDefaultAsync(cancellationToken);
        if (parent is not null && ground.Placed(input.Kind, parent, nameof(input.Kind)) is { } misplaced)
            return misplaced;
        foreach (var kind in (await ground.Children(unit.UnitId, cancellationToken)).Select(c => c.Kind).Distinct())
            if (ground.Placed(kind, input.Kind, nameof(input.Kind)) is { } below)
                return below;
        return null;
    }
}
