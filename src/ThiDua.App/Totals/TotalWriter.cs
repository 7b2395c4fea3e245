using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.Measures;

namespace ThiDua.App.Totals;

/// <summary>Adds differences to the stored totals.</summary>
internal static class TotalWriter
{
    private const string Columns = "\"UnitId\",\"IndicatorId\",\"PeriodId\"";
    private static readonly string[] Parts = ["Sum", "Reported", "Holding", "ApprovedSum", "ApprovedReported", "ApprovedHolding"];
    private static readonly string Start = $"INSERT INTO \"total\" ({Columns},{string.Join(',', Parts.Select(p => $"\"{p}\""))}) VALUES ";
    private static readonly string End = $" ON CONFLICT ({Columns}) DO UPDATE SET {string.Join(',', Parts.Select(p => $"\"{p}\"=\"total\".\"{p}\"+excluded.\"{p}\""))}";

    public static async Task Add(AppDb db, IEnumerable<TotalDelta> deltas, IReadOnlyDictionary<string, int> keys, CancellationToken stop)
    {
        // The table has no column for Cell.Since yet: until it has, a move takes all of a held value's past along.
        // Always in the same order, so that two writers on PostgreSQL wait for each other instead of dead-locking.
        var rows = deltas.GroupBy(d => (d.Unit, Indicator: keys[d.Indicator], d.Cell.Period.Id))
            .Select(g => (g.Key, Cell: Measures.Totals.Sum(g.Select(d => d.Cell with { Since = null })).SingleOrDefault()))
            .Where(r => !r.Cell.IsZero).OrderBy(r => r.Key).ToList();
        foreach (var part in rows.Chunk(200))
        {
            var sql = new StringBuilder(Start);
            foreach (var ((unit, indicator, period), cell) in part)
            {
                var (all, approved) = (cell.All, cell.Approved);
                // Integers only: nothing typed by a person stands in this text.
                sql.Append(CultureInfo.InvariantCulture,
                    $"({unit},{indicator},{period},{all.Sum},{all.Reported},{all.Holding},{approved.Sum},{approved.Reported},{approved.Holding}),");
            }
            sql.Length--;
            await db.Database.ExecuteSqlRawAsync(sql.Append(End).ToString(), stop);
        }
    }
}
