using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Deadlines;
using ThiDua.App.Packs;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns;

/// <summary>
/// Draws up the registration of each unit right below the campaign's that has a share in it: at the launch, and day by day for
/// units that join later. Looking twice draws up nothing twice.
/// </summary>
public sealed class BeginRegistrations(
    AppDb db,
    BeginCase begin,
    PackShelf packs,
    TargetWords words,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    /// <summary>Of every campaign that runs.</summary>
    public async Task<int> Handle(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var begun = 0;
        foreach (
            var id in await db
                .Campaigns.Where(c => c.Case!.State == CampaignCase.Running && c.To >= today)
                .OrderBy(c => c.Id)
                .Select(c => c.Id)
                .ToListAsync(cancellationToken)
        )
        {
            db.ChangeTracker.Clear();
            begun += await Of(await Whole(id, cancellationToken), cancellationToken);
        }
        return begun;
    }

    /// <summary>Of one campaign with its targets and tasks; within the transaction that there is.</summary>
    public async Task<int> Of(Campaign campaign, CancellationToken cancellationToken)
    {
        var there = await db.Registrations.Where(r => r.CampaignId == campaign.Id).Select(r => r.UnitId).ToHashSetAsync(cancellationToken);
        var reader = CultureInfo.CurrentUICulture;
        // Who reads it is the unit, whatever language the office launches in.
        CultureInfo.CurrentUICulture = App.Vietnamese;
        try
        {
            var fresh = (await UnitQueries.Children(db, campaign.UnitId, clock.Today(), cancellationToken))
                .Where(u => !there.Contains(u.Id))
                .Select(u => Draft(campaign, u))
                .OfType<Registration>()
                .ToList();
            db.AddRange(fresh);
            await db.SaveChangesAsync(cancellationToken);
            return fresh.Count;
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }
    }

    private Task<Campaign> Whole(int id, CancellationToken cancellationToken) =>
        db
            .Campaigns.Include(c => c.Targets)
                .ThenInclude(t => t.Units)
            .Include(c => c.Tasks)
                .ThenInclude(t => t.Units)
            .AsSplitQuery()
            .SingleAsync(c => c.Id == id, cancellationToken);

    private Registration? Draft(Campaign campaign, UnitRow unit)
    {
        var pack = packs[campaign.Pack];
        var share = UnitShare.Of(campaign, unit, pack, packs.Definitions);
        if (share.IsNone)
            return null;
        var clockOfDraft = pack.Flow(RegistrationCase.Kind)!.State(RegistrationCase.Draft)!.Clock;
        return new()
        {
            Case = begin.Handle(
                new(
                    RegistrationCase.Kind,
                    pack,
                    $"{text["RegistrationOf", unit.Name]}: {campaign.Name}",
                    unit.Id,
                    clockOfDraft is { Days: not null } ? new DeadlineBook(pack).From(clockOfDraft, clock.Today()) : CaseDue.Never
                )
            ),
            CampaignId = campaign.Id,
            UnitId = unit.Id,
            Targets = Lines(share.Targets.Select(t => Target(t, pack))),
            Plan = Lines([
                .. share.Lead.Select(t => Task(t, text["RegistrationLead"])),
                .. share.With.Select(t => Task(t, text["RegistrationWith"])),
            ]),
        };
    }

    private string Target(CampaignTarget target, Pack pack)
    {
        var less = target.Indicator is { } code && pack.Indicator(code) is { LessIsBetter: true };
        return $"- {target.Measure}{(words.Required(target, less) is { } figure ? $": {figure}" : "")}";
    }

    private string Task(CampaignTask task, string part) =>
        task.DueDate is { } due ? $"- {task.Text} ({part}; {text["DueBy", Show.Date(due)]})" : $"- {task.Text} ({part})";

    private static string Lines(IEnumerable<string> lines)
    {
        var all = string.Join('\n', lines);
        return all.Length <= Registration.Longest ? all : all[..Registration.Longest];
    }
}
