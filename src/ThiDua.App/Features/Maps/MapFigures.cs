using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Progress;
using ThiDua.App.Lists;
using ThiDua.App.Maps;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Maps;

/// <summary>How units stand in one target, for their areas on a map.</summary>
/// <param name="Targets">Those that can be chosen.</param>
/// <param name="Texts">By public id of the unit, of those with a figure that may be shown.</param>
/// <param name="Shades">The same.</param>
/// <param name="Rows">All of them; of a figure that may not be shown, why.</param>
public sealed record ShadedFigures(
    IReadOnlyList<ListOption> Targets,
    string? Target,
    string Name,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<string, int> Shades,
    IReadOnlyList<(string Unit, string Figure)> Rows
)
{
    public static readonly ShadedFigures None = new([], null, "", new Dictionary<string, string>(), new Dictionary<string, int>(), []);

    public string? Says { get; init; }

    /// <summary>The target's page.</summary>
    public string? Href { get; init; }
}

/// <summary>Reads them as the target's own page shows them: what is hidden there has no shade here.</summary>
public sealed class MapFigures(
    ProgressQueries queries,
    ProgressReader reader,
    ProgressWords words,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    /// <param name="drawn">Public ids of the units on the map.</param>
    public async Task<ShadedFigures> Of(UnitRow unit, string? target, IReadOnlySet<string> drawn, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var campaigns = await queries.Campaigns(cancellationToken);
        if ((campaigns.FirstOrDefault(c => c.From <= today && today <= c.To) ?? campaigns.FirstOrDefault()) is not { } row)
            return ShadedFigures.None;
        if (await queries.Find(row.PublicId, unit.PublicId, null, cancellationToken) is not { } seen)
            return ShadedFigures.None;
        var targets = seen.Campaign.Targets.Where(t => t.Indicator is not null && t.Until is null).OrderBy(t => t.Order).ToList();
        var none = ShadedFigures.None with { Targets = [.. targets.Select(t => new ListOption(t.PublicId, Short(t.Measure)))] };
        return targets.FirstOrDefault(t => t.PublicId == target) is { } chosen
            ? await Read(seen, chosen, none, drawn, cancellationToken)
            : none;
    }

    private async Task<ShadedFigures> Read(
        SeenCampaign seen,
        CampaignTarget target,
        ShadedFigures none,
        IReadOnlySet<string> drawn,
        CancellationToken cancellationToken
    )
    {
        var ask = new ProgressAsk(
            seen.AsOf,
            Target: target.PublicId,
            MayRead: path => path.StartsWith(seen.Unit.Path, StringComparison.Ordinal)
        );
        var progress = (await reader.Read(seen.Campaign, seen.Unit, ask, cancellationToken)).Targets.FirstOrDefault();
        var found = none with
        {
            Target = target.PublicId,
            Name = Short(target.Measure),
            Href = new ProgressLinks(seen, false).Target(target),
        };
        var units = (progress?.Units ?? [])
            .Where(u => drawn.Contains(u.Unit.PublicId))
            .Select(u => (u.Unit, Figure: Figure(progress!, u), Number: Number(u)))
            .ToList();
        var known = units.Where(u => u.Number is not null).ToList();
        if (known.Count == 0)
            return found with { Says = text["NoFigures"], Rows = [.. units.Select(u => (u.Unit.Name, u.Figure))] };
        return found with
        {
            Says = text["Shaded", Short(target.Measure), Show.Date(seen.AsOf)],
            Texts = known.ToDictionary(u => u.Unit.PublicId, u => u.Figure),
            Shades = known.ToDictionary(
                u => u.Unit.PublicId,
                u => MapRules.Shade(u.Number!.Value, known.Min(k => k.Number!.Value), known.Max(k => k.Number!.Value))
            ),
            Rows = [.. units.Select(u => (u.Unit.Name, u.Figure))],
        };
    }

    private string Figure(TargetProgress progress, UnitProgress unit) =>
        unit.Hidden ? text["Hidden"] : words.Value(progress, unit.Standing);

    private static double? Number(UnitProgress unit) =>
        unit.Hidden || unit.Standing.Judged is not { } judged ? null : (double)judged.Round(6);

    private static string Short(string text) => text.Length <= 90 ? text : text[..89].TrimEnd() + "…";
}
