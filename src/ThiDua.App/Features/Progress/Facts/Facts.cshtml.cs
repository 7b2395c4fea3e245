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
    private const int MostRanges = 12;

    public SeenCampaign Seen { get; private set; } = null!;
    public PackIndicator Indicator { get; private set; } = null!;
    public IReadOnlyList<DateRange> Days { get; private set; } = [];
    public IReadOnlyList<FactRow> Rows { get; private set; } = [];
    public bool ApprovedOnly { get; private set; }
    public ProgressLinks Links => new(Seen, ApprovedOnly);
    public bool IsHeld => packs.Definitions[Indicator.Code].IsHeld;
    public DateOnly Until => Seen.AsOf < Days[^1].Last ? Seen.AsOf : Days[^1].Last;

    public string Shown(FactRow row) => VietnameseNumber.FormatScaled(row.Value, Indicator.Scale);

    /// <summary>What the list adds up to: the figure that led here.</summary>
    public string Sum => VietnameseNumber.FormatScaled(Rows.Aggregate(Int128.Zero, (sum, r) => sum + r.Value), Indicator.Scale);

    public async Task<IActionResult> OnGet(
        string campaign,
        string? unit,
        string? indicator,
        string[] from,
        string[] to,
        string? asOf,
        bool own,
        CancellationToken cancellationToken
    )
    {
        if (
            await queries.Find(campaign, unit, asOf, cancellationToken) is not { } seen
            || packs.Indicator(indicator ?? "") is not { Derived: false } known
            || Ranges(from, to) is not { } days
        )
            return NotFound();
        (Seen, Indicator, ApprovedOnly) = (seen, known, Basis.IsApproved(HttpContext));
        Days = days.Count > 0 ? days : [ProgressRules.Range(seen.Campaign, null)];
        Rows = await facts.Behind(new(seen.Unit, known.Code, seen.Campaign.From, Days, seen.AsOf, ApprovedOnly, own), cancellationToken);
        return Page();
    }

    /// <returns>Null where a day is none, or a range ends before it begins.</returns>
    private static List<DateRange>? Ranges(string[] from, string[] to)
    {
        var pairs = from.Take(MostRanges).Zip(to, (first, last) => (First: Day(first), Last: Day(last))).ToList();
        return pairs.Any(p => p.First is null || p.Last is null || p.Last < p.First)
            ? null
            : [.. pairs.Select(p => new DateRange(p.First!.Value, p.Last!.Value)).OrderBy(r => r.First)];
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 2900
            ? day
            : null;
}
