using System.Globalization;

namespace ThiDua.Bench.Nation;

/// <summary>One unit of the made-up nation.</summary>
internal sealed record FileUnit(string Code, string Name, string Kind, string Parent);

/// <summary>
/// A tenth of the nation, the same at every run: 34 provinces of which the one with code 79 has 168 communes, the others 12
/// each; 12 to 15 hamlets and the police in a commune. Each hamlet and each police gave every monthly figure of theirs from
/// January 2023 to October 2024. Written as the CSV files that <c>thidua import</c> takes.
/// </summary>
internal sealed class NationFiles(double scale)
{
    public const string Nation = "VN",
        Large = "79";

    /// <summary>What one file may hold; a file brings whole units, its rows in no order.</summary>
    private const int RowsOfAFile = 190_000;

    // A part is never above its whole; how the figures move from month to month does not matter here.
    private static readonly (string Code, int From, int Span)[] OfHamlets =
    [
        ("outreach.sessions", 1, 4),
        ("outreach.attendance", 40, 90),
        ("outreach.broadcasts", 4, 20),
        ("outreach.posts", 2, 9),
        ("patrol.shifts", 8, 20),
        ("mediation.cases", 5, 5),
        ("mediation.settled", 1, 4),
        ("legal.sessions", 0, 3),
        ("household.total", 300, 1),
        ("household.reached", 8, 7),
        ("model.total", 6, 3),
        ("model.with-zalo", 4, 2),
        ("zalo.needed", 8, 2),
        ("zalo.active", 5, 2),
        ("model.faith-minority.total", 2, 1),
        ("model.faith-minority.with-zalo", 1, 1),
        ("road.total", 20, 3),
        ("road.lit", 14, 5),
    ];

    private static readonly (string Code, int From, int Span)[] OfPolice =
    [
        ("crime.cases", 8, 4),
        ("crime.cleared", 5, 3),
        ("crime.grave.cases", 2, 1),
        ("crime.grave.cleared", 1, 1),
        ("crime.four-reductions.cases", 3, 2),
        ("crime-report.received", 20, 8),
        ("crime-report.handled", 17, 3),
        ("crime-report.resolved", 14, 3),
        ("reoffending.returned", 30, 5),
        ("wanted.new", 3, 1),
        ("wanted.new-caught", 1, 2),
        ("administrative.fines", 10, 9),
        ("administrative.commune-education", 1, 3),
        ("outreach.sessions", 1, 3),
        ("outreach.attendance", 60, 90),
        ("police.advice", 2, 3),
        ("patrol.shifts", 20, 15),
        ("fire.checks", 3, 5),
    ];

    public IReadOnlyList<FileUnit> Units { get; } = [.. Tree(scale)];
    public IEnumerable<FileUnit> Hamlets => Units.Where(u => u.Kind == "hamlet");

    public async Task WriteUnits(string path)
    {
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync("code,name,kind,parent");
        foreach (var unit in Units)
            await file.WriteLineAsync($"{unit.Code},{unit.Name},{unit.Kind},{unit.Parent}");
    }

    /// <returns>The files, and how many rows all of them hold.</returns>
    public async Task<(IReadOnlyList<string> Files, int Rows)> WriteFacts(string folder)
    {
        var (files, rows, random, total) = (new List<string>(), new List<string>(), new Random(12), 0);
        async Task End()
        {
            var lines = rows.ToArray();
            random.Shuffle(lines);
            files.Add(Path.Combine(folder, $"facts-{files.Count + 1:00}.csv"));
            await File.WriteAllLinesAsync(files[^1], lines.Prepend("unit,indicator,period,value"));
            total += rows.Count;
            rows.Clear();
        }
        foreach (var (unit, at) in Units.Select((u, at) => (u, at)))
        {
            if (rows.Count > RowsOfAFile)
                await End();
            rows.AddRange(Rows(unit, at));
        }
        await End();
        return (files, total);
    }

    private static IEnumerable<string> Rows(FileUnit unit, int at) =>
        unit.Kind switch
        {
            "hamlet" => Rows(unit, at, OfHamlets),
            "police" => Rows(unit, at, OfPolice),
            _ => [],
        };

    private static IEnumerable<string> Rows(FileUnit unit, int at, (string Code, int From, int Span)[] figures) =>
        from year in new[] { 2023, 2024 }
        from month in Enumerable.Range(1, year == 2024 ? 10 : 12)
        from figure in figures
        let value = figure.From + (((at * 7) + (month * 5) + (year * 3)) % figure.Span)
        select string.Create(CultureInfo.InvariantCulture, $"{unit.Code},{figure.Code},{year}{month:00},{value}");

    private static IEnumerable<FileUnit> Tree(double scale)
    {
        yield return new(Nation, "Cả nước", "nation", "");
        var provinces = Math.Max(2, (int)Math.Round(34 * Math.Min(1, scale * 4)));
        foreach (
            var province in Enumerable.Range(0, provinces).Select(p => p == 0 ? Large : (p + 10).ToString(CultureInfo.InvariantCulture))
        )
        {
            yield return new(province, $"Tỉnh {province}", "province", Nation);
            var communes = Math.Max(1, (int)Math.Round((province == Large ? 168 : 12) * scale));
            foreach (var unit in Enumerable.Range(1, communes).SelectMany(c => Commune($"{province}{c:000}", province, 12 + (c % 4))))
                yield return unit;
        }
    }

    private static IEnumerable<FileUnit> Commune(string code, string province, int hamlets)
    {
        yield return new(code, $"Xã {code}", "commune", province);
        yield return new($"{code}.CA", $"Công an xã {code}", "police", code);
        for (var h = 1; h <= hamlets; h++)
            yield return new($"{code}.A{h:00}", $"Ấp {h} xã {code}", "hamlet", code);
    }
}
