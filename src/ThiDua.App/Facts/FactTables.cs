using ThiDua.App.Data;
using ThiDua.Measures;

namespace ThiDua.App.Facts;

/// <summary>One unit's figures of one indicator: what is read and written together.</summary>
public readonly record struct FigureKey(int HomeId, int UnitId, int IndicatorId);

/// <summary>The statements on the big tables, the same on both engines.</summary>
internal static class FactTables
{
    private static readonly (string, ColumnType)[] Key =
    [
        ("HomeId", ColumnType.Int),
        ("UnitId", ColumnType.Int),
        ("IndicatorId", ColumnType.Int),
        ("PeriodId", ColumnType.Int),
    ];

    private static readonly (string Name, ColumnType Type)[] Parts =
    [
        ("Sum", ColumnType.Long),
        ("Reported", ColumnType.Int),
        ("Holding", ColumnType.Int),
        ("ApprovedSum", ColumnType.Long),
        ("ApprovedReported", ColumnType.Int),
        ("ApprovedHolding", ColumnType.Int),
    ];

    public static readonly BulkTable Facts = new(
        "fact",
        [
            ("HomeId", ColumnType.Int),
            ("Year", ColumnType.Int),
            ("Id", ColumnType.Long),
            ("IndicatorId", ColumnType.Int),
            ("UnitId", ColumnType.Int),
            ("PeriodId", ColumnType.Int),
            ("Value", ColumnType.Long),
            ("ReplacesId", ColumnType.Long),
            ("SourceCaseId", ColumnType.Int),
            ("ActId", ColumnType.Long),
            ("Approved", ColumnType.Bool),
        ]
    );

    public static readonly BulkTable Figures = new(
        "figure",
        [
            .. Key,
            ("FactId", ColumnType.Long),
            ("Value", ColumnType.Long),
            ("ApprovedFactId", ColumnType.Long),
            ("ApprovedValue", ColumnType.Long),
        ],
        """ ON CONFLICT ("HomeId","UnitId","IndicatorId","PeriodId") DO UPDATE SET "FactId"=excluded."FactId","Value"=excluded."Value","ApprovedFactId"=excluded."ApprovedFactId","ApprovedValue"=excluded."ApprovedValue" """
    );

    public static readonly BulkTable Totals = new(
        "total",
        [.. Key, ("Since", ColumnType.Int), .. Parts],
        Adding(postgres: false),
        Adding(postgres: true)
    );

    public static readonly BulkTable Pending = new("total_pending", [.. Key, ("Since", ColumnType.Int), .. Parts]);

    public static readonly BulkTable Approvals = new(
        "fact_approval",
        [("HomeId", ColumnType.Int), ("Year", ColumnType.Int), ("FactId", ColumnType.Long), ("ActId", ColumnType.Long)]
    );

    /// <summary>The stored figures of these keys, in no order.</summary>
    public static async Task<List<Figure>> Read(AppDb db, IReadOnlyList<FigureKey> keys, CancellationToken cancellationToken)
    {
        if (db is PostgresDb)
            return await db.Rows(
                $"""
                SELECT {FigureColumns} FROM unnest(@0::int[],@1::int[],@2::int[]) AS k(h,u,i)
                JOIN figure f ON f."HomeId"=k.h AND f."UnitId"=k.u AND f."IndicatorId"=k.i
                """,
                Of,
                cancellationToken,
                keys.Select(k => k.HomeId).ToArray(),
                keys.Select(k => k.UnitId).ToArray(),
                keys.Select(k => k.IndicatorId).ToArray()
            );
        var found = new List<Figure>();
        foreach (var unit in keys.GroupBy(k => (k.HomeId, k.UnitId)))
            await OfUnit(db, unit.Key, [.. unit.Select(k => k.IndicatorId)], found, cancellationToken);
        return found;
    }

    private const string FigureColumns =
        "f.\"HomeId\",f.\"UnitId\",f.\"IndicatorId\",f.\"PeriodId\",f.\"FactId\",f.\"Value\",f.\"ApprovedFactId\",f.\"ApprovedValue\"";

    private static async Task OfUnit(
        AppDb db,
        (int Home, int Unit) place,
        HashSet<int> wanted,
        List<Figure> found,
        CancellationToken cancellationToken
    )
    {
        const string all = $"""SELECT {FigureColumns} FROM figure f WHERE f."HomeId"=@0 AND f."UnitId"=@1""";
        // Many of a unit's indicators: its rows stand side by side, and one look finds them all.
        if (wanted.Count > Several)
        {
            var rows = await db.Rows(all, Of, cancellationToken, place.Home, place.Unit);
            found.AddRange(rows.Where(f => wanted.Contains(f.IndicatorId)));
            return;
        }
        foreach (var indicator in wanted)
            found.AddRange(await db.Rows($"""{all} AND f."IndicatorId"=@2""", Of, cancellationToken, place.Home, place.Unit, indicator));
    }

    /// <summary>The stored totals of these units and indicators within the span.</summary>
    public static Task<List<UnitCell>> ReadTotals(
        AppDb db,
        List<int> homes,
        List<int> units,
        IEnumerable<int> indicators,
        List<int> held,
        CellSpan span,
        CancellationToken cancellationToken
    )
    {
        object Many(IEnumerable<int> ids) => db is PostgresDb ? ids.ToArray() : $"[{string.Join(',', ids)}]";
        string In(int at) => db is PostgresDb ? $"= ANY(@{at})" : $"IN (SELECT value FROM json_each(@{at}))";
        return db.Rows(
            $"""
            SELECT "UnitId","IndicatorId","PeriodId","Since","Sum","Reported","Holding","ApprovedSum","ApprovedReported","ApprovedHolding" FROM total
            WHERE "HomeId" {In(0)} AND "UnitId" {In(1)} AND "IndicatorId" {In(
                2
            )} AND "PeriodId" < @3 AND ("PeriodId" >= @4 OR "IndicatorId" {In(5)})
            """,
            r => new UnitCell(
                r.GetInt32(0),
                span.Codes[r.GetInt32(1)],
                new Cell(
                    Measures.Period.FromId(r.GetInt32(2)),
                    new(r.GetInt64(4), r.GetInt32(5), r.GetInt32(6)),
                    new(r.GetInt64(7), r.GetInt32(8), r.GetInt32(9))
                )
                {
                    Since = r.GetInt32(3) is > 0 and var day ? DateOnly.FromDayNumber(day) : null,
                }
            ),
            cancellationToken,
            Many(homes),
            Many(units),
            Many(indicators),
            span.Last,
            span.First,
            Many(held)
        );
    }

    private const int Several = 8;

    public static long?[] Row(int home, int unit, int indicator, Cell cell) =>
        [
            home,
            unit,
            indicator,
            cell.Period.Id,
            cell.Since?.DayNumber ?? 0,
            Bounded(cell.All.Sum),
            cell.All.Reported,
            cell.All.Holding,
            Bounded(cell.Approved.Sum),
            cell.Approved.Reported,
            cell.Approved.Holding,
        ];

    public static Cell CellOf(TallyRow t) =>
        new(
            Measures.Period.FromId(t.PeriodId),
            new(t.Sum, t.Reported, t.Holding),
            new(t.ApprovedSum, t.ApprovedReported, t.ApprovedHolding)
        )
        {
            Since = t.Since == 0 ? null : DateOnly.FromDayNumber(t.Since),
        };

    // Thousands of units at the bound of what may be entered: the total stays at its own bound, and nothing falls over it.
    private const long Most = 9_000_000_000_000_000_000;

    private static long Bounded(Int128 sum) => (long)Int128.Clamp(sum, -Most, Most);

    private static string Adding(bool postgres) =>
        " ON CONFLICT (\"HomeId\",\"UnitId\",\"IndicatorId\",\"PeriodId\",\"Since\") DO UPDATE SET "
        + string.Join(
            ',',
            Parts.Select(p =>
            {
                var (old, more) = ($"\"total\".\"{p.Name}\"", $"excluded.\"{p.Name}\"");
                var sum =
                    p.Type == ColumnType.Int ? $"{old}+{more}"
                    : postgres ? $"least({Most},greatest(-{Most},{old}::numeric+{more}))::bigint"
                    : $"CAST(min({Most},max(-{Most},{old}+{more})) AS INTEGER)";
                return $"\"{p.Name}\"={sum}";
            })
        );

    private static Figure Of(System.Data.Common.DbDataReader r) =>
        new()
        {
            HomeId = r.GetInt32(0),
            UnitId = r.GetInt32(1),
            IndicatorId = r.GetInt32(2),
            PeriodId = r.GetInt32(3),
            FactId = r.GetInt64(4),
            Value = r.LongOrNull(5),
            ApprovedFactId = r.LongOrNull(6),
            ApprovedValue = r.LongOrNull(7),
        };
}
