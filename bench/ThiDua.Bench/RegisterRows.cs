using System.Diagnostics;
using System.Globalization;
using SkiaSharp;
using ThiDua.App.Tests.Support;
using ThiDua.Bench.Nation;

namespace ThiDua.Bench;

/// <summary>Rows of registers as a hamlet's phone sends them: with three photos each; and a map of 300 drawn roads.</summary>
internal static class RegisterRows
{
    public static readonly string[] Names = ["row.photos", "map.shapes"];

    private const int Warm = 3,
        Rows = 40,
        Photos = 3,
        Shapes = 300;

    public static async Task Measure(Action<Result> print)
    {
        foreach (var name in BenchEngine.Names)
        {
            await using var system = await BenchWorld.Start(name);
            using var head = await Client.SignIn(system.Url, system.World.HamletHeads[0].UserName, TestAccount.Password);
            await WithPhotos(head, name, print);
            await OnMap(head, name, print);
        }
    }

    private static async Task WithPhotos(Client head, string engine, Action<Result> print)
    {
        // No photo twice: each is stored anew.
        var photos = Enumerable.Range(0, (Warm + Rows) * Photos).Select(Photo).ToList();
        var times = new List<double>();
        for (var at = 0; at < Warm + Rows; at++)
        {
            (string, string)[] fields =
            [
                ("date", "2024-11-10"),
                ("topic", Invariant($"Buổi có ảnh {at}")),
                ("channel", "meeting"),
                ("attendance", "40"),
            ];
            var watch = Stopwatch.StartNew();
            await head.Post("/registers/outreach/new", fields, [.. photos.Skip(at * Photos).Take(Photos).Select(p => ("photos", p))]);
            if (at >= Warm)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        print(new("row.photos", Result.P95(times), "ms", 300, engine));
        print(new("row.photos.bytes", photos.Average(p => p.Length) * Photos, "bytes", null, engine));
    }

    private static async Task OnMap(Client head, string engine, Action<Result> print)
    {
        for (var at = 0; at < Shapes; at++)
        {
            var (x, y) = (106.10 + at % 20 * 0.002, 11.30 + at / 20 * 0.002);
            var line = string.Join(
                ',',
                Enumerable.Range(0, 12).Select(k => Invariant($"[{x + k * 0.00015:0.00000},{y + k * k % 5 * 0.00011:0.00000}]"))
            );
            await head.Post(
                "/registers/lit-roads/new",
                [
                    ("name", Invariant($"Đường số {at}")),
                    ("line", $$"""{"type":"LineString","coordinates":[{{line}}]}"""),
                    ("length", "0,3"),
                    ("date", "2024-11-10"),
                ],
                []
            );
        }
        var (times, bytes) = (new List<double>(), 0);
        for (var at = 0; at < Warm + Rows; at++)
        {
            var watch = Stopwatch.StartNew();
            bytes = await head.Page("/registers/lit-roads/map");
            if (at >= Warm)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        print(new("map.shapes", Result.P95(times), "ms", null, engine));
        print(new("map.shapes.bytes", bytes, "bytes", 60 * 1024, engine));
    }

    /// <summary>As a phone's browser shrinks it: 1600 points wide, with as much in it as a street has.</summary>
    private static byte[] Photo(int seed)
    {
        using var picture = new SKBitmap(1600, 1200);
        using var canvas = new SKCanvas(picture);
        var random = new Random(seed);
        for (var at = 0; at < 4000; at++)
        {
            using var paint = new SKPaint { Color = new SKColor((uint)random.NextInt64(uint.MaxValue)) };
            canvas.DrawRect(random.Next(1600), random.Next(1200), random.Next(4, 120), random.Next(4, 120), paint);
        }
        using var data = picture.Encode(SKEncodedImageFormat.Jpeg, 85);
        return data.ToArray();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
