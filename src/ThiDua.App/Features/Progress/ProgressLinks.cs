using System.Globalization;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>Where each figure of a campaign leads: the target, the unit, the facts.</summary>
/// <param name="AsOf">Null for today, which needs no mention.</param>
/// <param name="ApprovedOnly">Which figures are counted (<see cref="Basis"/>).</param>
public sealed record ProgressLinks(Campaign Campaign, UnitRow Unit, DateOnly? AsOf, bool ApprovedOnly = false)
{
    public ProgressLinks(SeenCampaign seen, bool approvedOnly)
        : this(seen.Campaign, seen.Unit, seen.AsOf == seen.Today ? null : seen.AsOf, approvedOnly) { }

    private string Root => $"/progress/{Campaign.PublicId}";

    public string Overview => UnitPage(Unit);

    public string Csv => With($"{Root}?handler=Csv&unit={Unit.PublicId}");

    public string UnitPage(UnitRow unit) => With(unit.Id == Campaign.UnitId ? Root : $"{Root}/units/{unit.PublicId}");

    public string Target(CampaignTarget target) => Target(target, Unit);

    public string Target(CampaignTarget target, UnitRow unit) =>
        With($"{Root}/targets/{target.PublicId}" + (unit.Id == Campaign.UnitId ? "" : $"?unit={unit.PublicId}"));

    /// <summary>The facts that make a reading of an indicator that has facts.</summary>
    /// <param name="own">The unit's own, without those of the units below it.</param>
    /// <param name="asOf">The day at whose end the reading looked; null for that of the page.</param>
    public string Facts(UnitRow unit, Reading reading, bool own = false, DateOnly? asOf = null)
    {
        var days = string.Concat(reading.Days.Select(d => $"&from={Iso(d.First)}&to={Iso(d.Last)}"));
        var address = $"{Root}/facts?unit={unit.PublicId}&indicator={reading.Code}{days}{(own ? "&own=true" : "")}";
        return (this with { AsOf = asOf ?? AsOf }).With(address);
    }

    /// <summary>As a picture to send: of one target, or of the whole.</summary>
    public string Picture(CampaignTarget? target = null) =>
        With($"{Root}/picture?unit={Unit.PublicId}" + (target is null ? "" : $"&target={target.PublicId}"));

    private string With(string address)
    {
        if (AsOf is { } day)
            address = And(address, "asOf=" + Iso(day));
        return ApprovedOnly ? And(address, $"{Basis.Key}={Basis.Approved}") : address;
    }

    private static string And(string address, string value) =>
        address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + value;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
