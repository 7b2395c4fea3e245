namespace ThiDua.App.Tests.Maps;

/// <summary>A register of roads, areas and places that the product has never heard of.</summary>
internal static class RoadRegister
{
    public const string File = "registers/test-roads.yaml",
        Code = "test-roads";

    public const string Yaml = """
        code: test-roads
        title: {vi: "Sổ tuyến đường thử", en: "Roads"}
        row: {vi: "tuyến đường", en: "road"}
        keptBy: [hamlet]
        date: day
        name: road
        drawn:
          - {code: placed, label: {vi: "tuyến có tên chỗ", en: "with a place"}, where: [{field: place, filled: true}]}
        parts:
          - code: all
            fields:
              - {code: day, kind: date, label: {vi: "Ngày", en: "Day"}, required: true, past: true, listed: true}
              - {code: road, kind: text, label: {vi: "Tên tuyến", en: "Road"}, required: true, listed: true}
              - {code: line, kind: shape, shape: line, label: {vi: "Tuyến trên bản đồ", en: "Line"}, listed: true}
              - {code: metres, kind: number, label: {vi: "Chiều dài", en: "Length"}, unit: {vi: "m", en: "m"}, lengthOf: line, listed: true}
              - {code: area, kind: shape, shape: area, label: {vi: "Vùng", en: "Area"}}
              - {code: spot, kind: shape, shape: point, label: {vi: "Điểm", en: "Spot"}, needs: register.confirm}
              - {code: place, kind: place, label: {vi: "Địa điểm", en: "Place"}, listed: true}
        feeds:
          - {indicator: outreach.attendance, from: 2024-05-01, sum: metres}
        retention: {years: 3, verified: false}

        """;

    /// <summary>Some 1.2 km.</summary>
    public const string Line = "11.37000, 106.12000\n11.37400, 106.12500\n11.37500, 106.13000";

    public static Dictionary<string, string> Row(string road = "Đường ấp 1", string line = Line, string place = "") =>
        new()
        {
            ["day"] = "2024-05-10",
            ["road"] = road,
            ["line"] = line,
            ["place"] = place,
        };

    /// <summary>Six hamlets beside each other, and the commune around them.</summary>
    public static string Areas() => Collection(Enumerable.Range(0, 7).Select(n => Feature(n, Code90001)));

    public static string Code90001(int n) => n == 0 ? """{"code":"90001"}""" : $$"""{"code":"90001.A{{n}}"}""";

    public static string Square(double west, double south, double size)
    {
        var (east, north) = (west + size, south + size);
        var ring = FormattableString.Invariant($"[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]");
        return $$"""{"type":"Polygon","coordinates":[[{{ring}}]]}""";
    }

    private static string Feature(int n, Func<int, string> properties) =>
        Feature(properties(n), n == 0 ? Square(106.1, 11.35, 0.06) : Square(106.1 + (n - 1) % 3 * 0.02, 11.35 + (n - 1) / 3 * 0.02, 0.02));

    public static string Feature(string properties, string geometry) =>
        $$"""{"type":"Feature","properties":{{properties}},"geometry":{{geometry}}}""";

    public static string Collection(params IEnumerable<string> features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";
}
