using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers.Counting;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Registers;

/// <summary>A row that makes up a figure.</summary>
public sealed record RowBehind(string PublicId, string Title, DateOnly Date, RegisterDefinition Register);

/// <summary>Where a figure that registers count ends: at their rows, as far as the viewer may see them.</summary>
public sealed class RowsBehind(AppDb db, RegisterQueries registers, PackShelf packs)
{
    public const int Most = 500;

    public async Task<IReadOnlyList<RowBehind>> Of(int unitId, string indicator, Period period, CancellationToken cancellationToken)
    {
        var found = new List<RowBehind>();
        foreach (var pack in packs.All)
        {
            var feeds = Feeds.Of(pack, new HashSet<string> { indicator }).Where(f => f.Feed.Counts(period)).ToList();
            if (feeds.Count > 0)
                found.AddRange(await In(pack, feeds, unitId, period, cancellationToken));
        }
        return [.. found.OrderByDescending(r => r.Date).Take(Most)];
    }

    private async Task<List<RowBehind>> In(
        Pack pack,
        List<CountingFeed> feeds,
        int unitId,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var codes = Feeds.Read(feeds);
        var rows = await CountedRows.Load(db, pack, codes, [unitId], null, null, cancellationToken);
        var taken = feeds
            .SelectMany(f =>
                f.Feed.Households is { } field
                    ? rows.Of(unitId, f.Register).Where(r => r.Date <= period.Last && r.Data.GetValueOrDefault(field) is { Length: > 0 })
                    : RegisterRules.Taken(f.Register, f.Feed, f.Indicator, period, rows.Of(unitId, f.Register), rows.Stands)
            )
            .Select(r => r.Id)
            .Distinct()
            .Take(Most)
            .ToList();
        var seen = await registers
            .Rows()
            .Where(r => taken.Contains(r.Case.PublicId))
            .Select(r => new
            {
                r.Case.PublicId,
                r.Case.Title,
                r.Date,
                r.Register,
            })
            .ToListAsync(cancellationToken);
        return seen.ConvertAll(r => new RowBehind(r.PublicId, r.Title, r.Date, pack.Register(r.Register)!));
    }
}
