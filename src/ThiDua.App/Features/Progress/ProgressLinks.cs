using System.Globalization;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>Where each figure of a campaign leads: the target, the unit, the facts.</summary>
/// <param name="AsOf">Null for today, which needs no mention.</param>
public sealed record ProgressLinks(Campaign Campaign, UnitRow Unit, DateOnly? AsOf)
{
    private string Root => $"/progress/{Campaign.PublicId}";

    private bool IsWhole => Unit.Id == Campaign.UnitId;

    public string Overview => UnitPage(Unit);

    public string Csv => WithDay($"{Root}?handler=Csv&unit={Unit.PublicId}");

    public string UnitPage(UnitRow unit) => WithDay(unit.Id == Campaign.UnitId ? Root : $"{Root}/units/{unit.PublicId}");

    public string Target(CampaignTarget target) => Target(target, Unit);

    public string Target(CampaignTarget target, UnitRow unit) =>
        WithDay($"{Root}/targets/{target.PublicId}" + (unit.Id == Campaign.UnitId ? "" : $"?unit={unit.PublicId}"));

    /// <summary>As a picture to send: of one target, or of the whole.</summary>
    public string Picture(CampaignTarget? target = null) =>
        WithDay($"{Root}/picture?unit={Unit.PublicId}" + (target is null ? "" : $"&target={target.PublicId}"));

    /// <summary>The facts behind a reading of an indicator that has facts.</summary>
    public string Facts(UnitRow unit, string indicator, DateRange range) =>
        WithDay($"{Root}/facts?unit={unit.PublicId}&indicator={indicator}&from={Iso(range.First)}&to={Iso(range.Last)}");

    private string WithDay(string address) =>
        AsOf is not { } day ? address : address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "asOf=" + Iso(day);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
