using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Close;

/// <param name="From">The first day on which the unit is no more.</param>
/// <param name="Seen">The unit's version as the person saw it.</param>
/// <param name="Sure">False: only the checks.</param>
public sealed record CloseUnitInput(string Unit, DateOnly? From, string? Reason, int? Seen = null, bool Sure = true);

/// <summary>
/// Ends a unit without a successor: what it holds leaves the totals from that day, its cases and sessions stay in the past.
/// </summary>
public sealed class CloseUnit(
    AppDb db,
    TreeGround ground,
    UnitTree tree,
    TreeTotals totals,
    FactStore facts,
    PackShelf packs,
    Viewer viewer,
    IStringLocalizer<Text> text
)
{
    public Task<Outcome> Handle(CloseUnitInput input, CancellationToken cancellationToken) =>
        db.Apply(
            async () =>
            {
                await TreeRevision.Change(db, cancellationToken);
                if (await ground.Standing(input.Unit, cancellationToken) is not { } unit)
                    return Outcome.NotFound;
                if (await Refusal(input, unit, cancellationToken) is { } refusal)
                    return refusal;
                if (!input.Sure)
                    return Outcome.Done;
                await totals.Move(
                    unit.UnitId,
                    async () =>
                    {
                        viewer.Record(
                            "unit.close",
                            "unit",
                            unit.Unit!.PublicId,
                            unit.UnitId,
                            input.Reason,
                            $"{{\"from\":\"{input.From:yyyy-MM-dd}\"}}"
                        );
                        await tree.End(unit, input.From!.Value, cancellationToken);
                        await db.SaveChangesAsync(cancellationToken);
                    },
                    cancellationToken
                );
                return Outcome.Done;
            },
            cancellationToken,
            outcome => outcome.Ok && input.Sure
        );

    private async Task<Outcome?> Refusal(CloseUnitInput input, UnitVersion unit, CancellationToken cancellationToken)
    {
        if (ground.Changed(unit, input.Seen) is { } changed)
            return changed;
        if (unit.ParentId is null)
            return Outcome.Refused("", text["TopStays"]);
        if (await ground.Children(unit.UnitId, cancellationToken) is { Count: > 0 } below)
            return Outcome.Refused("", text["CloseBelow", below.Count, below[0].Name]);
        if (await Owed(unit, cancellationToken) is > 0 and var owed)
            return Outcome.Refused("", text["CloseOwes", owed]);
        if (
            await db
                .OpenCampaigns.Where(c => c.UnitId == unit.UnitId && c.To >= input.From)
                .Select(c => c.Name)
                .FirstOrDefaultAsync(cancellationToken) is
            { } campaign
        )
            return Outcome.Refused("", text["CloseCampaign", campaign]);
        return await ground.Dated(unit, input.From, below: true, cancellationToken)
            ?? ground.Reasoned(input.Reason)
            ?? ground.FiguresAfter(await facts.OpenAll([unit.UnitId], cancellationToken), unit, input.From!.Value);
    }

    /// <summary>Reports that were sent and wait, or came back: nobody could end them once the unit is no more.</summary>
    private async Task<int> Owed(UnitVersion unit, CancellationToken cancellationToken)
    {
        var done = packs
            .All.SelectMany(p => p.Flow("report")?.States.Where(s => s.Final).Select(s => s.Code) ?? [])
            .Append("draft")
            .Distinct()
            .ToList();
        return await db.Reports.CountAsync(r => r.UnitId == unit.UnitId && !done.Contains(r.Case.State), cancellationToken);
    }
}
