using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Facts;

/// <summary>The facts behind one figure.</summary>
[Needs<Campaign>(Permission.ViewProgress, "campaign", FromBelow = true)]
[Needs<Unit>(Permission.ViewProgress, "unit", Optional = true)]
public sealed class FactsModel(ProgressQueries queries, FactQueries facts, PackShelf packs) : PageModel
{
    public SeenCampaign Seen { get; private set; } = null!;
    public PackIndicator Indicator { get; private set; } = null!;
    public DateRange Range { get; private set; }
    public IReadOnlyList<FactRow> Rows { get; private set; } = [];
    public ProgressLinks Links => new(Seen.Campaign, Seen.Unit, Seen.AsOf == Seen.Today ? null : Seen.AsOf);
    public bool IsHeld => packs.Definitions[Indicator.Code].IsHeld;

    public string Shown(FactRow row) => VietnameseNumber.FormatScaled(row.Value, Indicator.Scale);

    /// <summary>What the list adds up to: the figure that led here.</summary>
    public string Sum => VietnameseNumber.FormatScaled(Rows.Aggregate(Int128.Zero, (sum, r) => sum + r.Value), Indicator.Scale);

    public async Task<IActionResult> OnGet(
        string campaign,
        string? unit,
        string? indicator,
        string? from,
        string? to,
        string? asOf,
        CancellationToken stop
    )
    {
        if (
            await queries.Find(campaign, unit, asOf, stop) is not { } seen
            || packs.Indicator(indicator ?? "") is not { Derived: false } known
        )
            return NotFound();
        var whole = ProgressRules.Range(seen.Campaign, null);
        var (first, last) = (Day(from) ?? whole.First, Day(to) ?? whole.Last);
        if (last < first)
            return NotFound();
        (Seen, Indicator, Range) = (seen, known, new(first, last));
        Rows = await facts.Behind(seen.Unit, known.Code, seen.Campaign.From, Range, seen.AsOf, stop);
        return Page();
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 2900
            ? day
            : null;
}
