using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Reporting;

/// <summary>Reports written through the handlers, as pages and the sample data do.</summary>
internal static class ReportDesk
{
    /// <summary>A hamlet's month of April that has nothing to find fault with.</summary>
    public static readonly Dictionary<string, string> April = new()
    {
        ["household.total"] = "320",
        ["household.reached"] = "240",
        ["model.total"] = "3",
        ["model.with-zalo"] = "2",
        ["road.total"] = "12",
        ["road.lit"] = "9",
    };

    public static ReportInput Input(
        this TestSystem system,
        TestUnit unit,
        string period,
        Dictionary<string, string> values,
        int? version = null
    ) =>
        new()
        {
            Unit = unit.PublicId,
            Campaign = system.World.Campaign,
            Period = period,
            Values = values,
            Version = version,
            // Asked only of whoever types for a unit of others.
            ProvidedBy = "Trưởng ấp, báo qua điện thoại",
        };

    public static Task<Outcome<SavedReport>> Save(this TestSystem system, TestAccount who, ReportInput input) =>
        system.As(who, s => s.GetRequiredService<SaveReport>().Handle(input, CancellationToken.None));

    public static Task<Outcome<SavedReport>> Submit(this TestSystem system, TestAccount who, ReportInput input) =>
        system.As(who, s => s.GetRequiredService<SubmitReport>().Handle(input, CancellationToken.None));

    public static Task<Outcome> Review(
        this TestSystem system,
        TestAccount who,
        string report,
        string act,
        string? reason = null,
        int? version = null
    ) => system.As(who, s => s.GetRequiredService<MoveCase>().Handle(new MoveInput(report, act, reason, version), CancellationToken.None));

    /// <summary>The first hamlet's April, sent by its head.</summary>
    public static async Task<SavedReport> SentApril(this TestSystem system)
    {
        var sent = await system.Submit(system.World.HamletHeads[0], system.Input(system.World.Hamlets[0], "202404", April));
        Assert.Empty(sent.Errors);
        return sent.Value!;
    }

    /// <summary>The state of the one report there is.</summary>
    public static Task<string> State(this TestSystem system) => system.Db(db => db.Reports.Select(r => r.Case.State).SingleAsync());

    /// <summary>What is typed into the one report there is, and not sent.</summary>
    public static async Task<ReportDraft> Drafted(this TestSystem system) =>
        ReportDraft.Parse(await system.Db(db => db.CaseDrafts.Select(d => d.Content).SingleAsync()))!;
}
