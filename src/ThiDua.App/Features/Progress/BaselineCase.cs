using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>What was entered: figures to record, the withdrawn ones first.</summary>
public sealed record BaselineEntries(UnitRow Unit, IReadOnlyList<FactEntry> Entries);

/// <summary>Baselines count at once as provisional, and officially when a second person has approved them.</summary>
public sealed class BaselineCase(AppDb db, PackShelf packs, FactStore facts, IStringLocalizer<Text> text) : ICaseKind
{
    public const string Kind = "baseline",
        Submit = "submit",
        Approved = "approved";

    public string Code => Kind;

    public IReadOnlyList<string> States => [Approved];

    public IReadOnlyList<string> Acts => [Submit];

    public string Href(string publicId) => $"/baselines/{publicId}";

    public string? ViewPermission => Permission.ApproveBaseline;

    public Task<Outcome> Check(CaseMove move, CancellationToken cancellationToken) =>
        Task.FromResult(
            move.Act.Code == Submit && move.Content is not BaselineEntries ? Outcome.Refused("", text["BaselineFromForm"]) : Outcome.Done
        );

    public async Task<Outcome> Moved(CaseMove move, CancellationToken cancellationToken)
    {
        if (move.Content is BaselineEntries given)
        {
            var written = await facts.Record(given.Entries, move.Record, new(Overrules: true), cancellationToken);
            return new()
            {
                Errors =
                [
                    .. written.Refused.Select(r => new FieldError(Field(r.Entry.Indicator, r.Entry.Period), text[$"Refused{r.Error}"])),
                ],
            };
        }
        if (move.To(Approved) && await Asked(move.Case, cancellationToken) is var (unit, figures))
            await facts.Approve(unit.Id, figures, move.Record, cancellationToken);
        return Outcome.Done;
    }

    public async Task<bool> EnteredBy(Case found, int accountId, CancellationToken cancellationToken)
    {
        if (await Asked(found, cancellationToken) is not var (unit, figures))
            return false;
        var book = await facts.Open(figures.Select(f => (unit.Id, f.Indicator)), cancellationToken);
        return await facts.Entered(book, unit, figures, accountId, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<int, string>> Remarks(IReadOnlyList<CaseRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.Id).ToList();
        return await db.Set<BaselineSheet>()
            .AsNoTracking()
            .Where(s => ids.Contains(s.Id))
            .Select(s => new { s.Id, Campaign = s.Campaign! })
            .ToDictionaryAsync(s => s.Id, s => s.Campaign.Label, cancellationToken);
    }

    public static string Field(string indicator, Period period) => $"{indicator}:{period.Code}";

    private async Task<(UnitRow Unit, IReadOnlyList<(string Indicator, Period Period)> Figures)?> Asked(
        Case found,
        CancellationToken cancellationToken
    )
    {
        var sheet = await db.Set<BaselineSheet>()
            .Include(s => s.Campaign)
                .ThenInclude(c => c!.Targets)
            .AsSingleQuery()
            .SingleAsync(s => s.Id == found.Id, cancellationToken);
        var campaign = sheet.Campaign!;
        if (await UnitQueries.Find(db, sheet.UnitId, ProgressRules.TreeDay(campaign, campaign.To), cancellationToken) is not { } unit)
            return null;
        return (
            unit,
            BaselineRules.Figures(BaselineRules.Years(campaign, packs[campaign.Pack], packs.Definitions), packs[campaign.Pack], unit.Kind)
        );
    }
}
