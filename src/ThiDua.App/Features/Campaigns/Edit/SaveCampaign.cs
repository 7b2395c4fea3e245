using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns.Edit;

/// <param name="Symbol">Number and symbol of the plan; blank while it has none.</param>
public sealed record SaveCampaignInput(string Campaign, string? Name, string? Symbol);

/// <summary>Gives a campaign its name and its plan's number, as long as it is not closed.</summary>
public sealed class SaveCampaign(AppDb db, Viewer viewer, TimeProvider clock, IStringLocalizer<Text> text)
{
    public const int LongestName = 400,
        LongestSymbol = 100;

    public async Task<Outcome> Handle(SaveCampaignInput input, CancellationToken cancellationToken)
    {
        var found = await db.OpenCampaigns.Include(c => c.Case).FirstOrDefaultAsync(c => c.PublicId == input.Campaign, cancellationToken);
        if (found is null)
            return Outcome.NotFound;
        if (!viewer.Can(Permission.RunCampaign, await UnitQueries.Path(db, found.UnitId, clock.Today(), cancellationToken)))
            return Outcome.NotFound;
        var (name, symbol) = (NameText.Clean(input.Name), NameText.Clean(input.Symbol));
        if (name.Length is 0 or > LongestName)
            return Outcome.Refused("name", name.Length == 0 ? text["NameNeeded"] : text["TooLong", LongestName]);
        if (symbol.Length > LongestSymbol)
            return Outcome.Refused("symbol", text["TooLong", LongestSymbol]);
        var before = JsonSerializer.Serialize(new { name = found.Name, plan = found.PlanSymbol });
        (found.Name, found.PlanSymbol) = (name, symbol.Length == 0 ? null : symbol);
        found.Case!.Name(name);
        viewer.Record("campaign.edit", CampaignCase.Kind, found.PublicId, found.UnitId, detail: before);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
