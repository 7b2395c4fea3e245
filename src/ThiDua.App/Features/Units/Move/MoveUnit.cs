using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Move;

/// <param name="Unit">Public id of the unit that moves with all below it.</param>
/// <param name="Parent">Public id of the unit under which it stands from the day on.</param>
/// <param name="Seen">The unit's version as the person saw it.</param>
/// <param name="Sure">False: only the checks.</param>
public sealed record MoveUnitInput(string Unit, string Parent, DateOnly? From, string? Reason, int? Seen = null, bool Sure = true);

/// <summary>Hangs a unit with its whole subtree under another from a day on; where it was before stays as it was.</summary>
public sealed class MoveUnit(AppDb db, TreeGround ground, UnitTree tree, TreeTotals totals, Viewer viewer, IStringLocalizer<Text> text)
{
    public Task<Outcome> Handle(MoveUnitInput input, CancellationToken cancellationToken) =>
        db.Apply(
            async () =>
            {
                await TreeRevision.Change(db, cancellationToken);
                if (
                    await ground.Standing(input.Unit, cancellationToken) is not { } unit
                    || await ground.Standing(input.Parent, cancellationToken) is not { } parent
                )
                    return Outcome.NotFound;
                if (await Refusal(input, unit, parent, cancellationToken) is { } refusal)
                    return refusal;
                if (!input.Sure)
                    return Outcome.Done;
                await totals.Move(
                    unit.UnitId,
                    async () =>
                    {
                        viewer.Record(
                            "unit.move",
                            "unit",
                            unit.Unit!.PublicId,
                            unit.UnitId,
                            input.Reason,
                            $"{{\"to\":\"{parent.Unit!.PublicId}\",\"from\":\"{input.From:yyyy-MM-dd}\"}}"
                        );
                        await tree.Move(unit, parent, input.From!.Value, cancellationToken);
                        await db.SaveChangesAsync(cancellationToken);
                    },
                    cancellationToken
                );
                return Outcome.Done;
            },
            cancellationToken,
            outcome => outcome.Ok && input.Sure
        );

    private async Task<Outcome?> Refusal(MoveUnitInput input, UnitVersion unit, UnitVersion parent, CancellationToken cancellationToken)
    {
        if (ground.Changed(unit, input.Seen) is { } changed)
            return changed;
        if (parent.Path.StartsWith(unit.Path, StringComparison.Ordinal))
            return Outcome.Refused("Parent", text["ParentBelow", parent.Name, unit.Name]);
        if (unit.ParentId is null)
            return Outcome.Refused("Parent", text["TopStays"]);
        if (unit.ParentId == parent.UnitId)
            return Outcome.Refused("Parent", text["ParentSame", parent.Name]);
        if (ground.Placed(unit.Kind, parent.Kind, "Parent") is { } misplaced)
            return misplaced;
        if (input.From < parent.From)
            return Outcome.Refused("From", text["ParentFrom", parent.Name, Show.Date(parent.From)]);
        return await ground.Dated(unit, input.From, below: true, cancellationToken) ?? ground.Reasoned(input.Reason);
    }
}
