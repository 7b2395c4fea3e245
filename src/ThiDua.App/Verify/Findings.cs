using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.Measures;

namespace ThiDua.App.Verify;

/// <summary>Counts of what was looked at by kind, and the first finding in words that people can look up.</summary>
internal sealed class Findings(AppDb db)
{
    private readonly Dictionary<string, (long Checked, long Wrong)> counts = [];
    private Dictionary<int, string>? indicators;

    public Finding? First { get; private set; }

    public Count Of(string kind) => counts.TryGetValue(kind, out var count) ? new(count.Checked, count.Wrong) : new(0, 0);

    public void Seen(string kind, long many = 1)
    {
        var count = counts.GetValueOrDefault(kind);
        counts[kind] = (count.Checked + many, count.Wrong);
    }

    public void Wrong(string kind, string where, string? stored, string? rebuilt, long many = 1)
    {
        var count = counts.GetValueOrDefault(kind);
        counts[kind] = (count.Checked, count.Wrong + many);
        First ??= new(kind, where, stored, rebuilt);
    }

    /// <summary>A finding on one unit, indicator and period: named by their codes when it is the first.</summary>
    public async Task Wrong(
        string kind,
        (int Unit, int Indicator, int Period) key,
        string? stored,
        string? rebuilt,
        CancellationToken cancellationToken
    ) => Wrong(kind, First is null ? await Name(key, cancellationToken) : "", stored, rebuilt);

    public async Task<IReadOnlyDictionary<int, string>> Indicators(CancellationToken cancellationToken) =>
        indicators ??= await db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Id, i => i.Code, cancellationToken);

    private async Task<string> Name((int Unit, int Indicator, int Period) key, CancellationToken cancellationToken)
    {
        var unit = await db.Units.Where(u => u.Id == key.Unit).Select(u => u.Code).FirstOrDefaultAsync(cancellationToken);
        var indicator = (await Indicators(cancellationToken)).GetValueOrDefault(key.Indicator);
        return $"{unit ?? Number(key.Unit)} {indicator ?? Number(key.Indicator)} {PeriodOf(key.Period)}";
    }

    /// <summary>Whether the number is a period's: one written by hand need not be.</summary>
    public static bool IsPeriod(int id)
    {
        try
        {
            _ = Period.FromId(id);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static string PeriodOf(int id) => IsPeriod(id) ? Period.FromId(id).ToString() : Number(id);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
