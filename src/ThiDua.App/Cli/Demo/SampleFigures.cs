using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Cli.Demo;

/// <summary>Made-up figures that hang together: parts never exceed their whole, stocks grow, every run gives the same ones.</summary>
public sealed class SampleFigures
{
    private sealed record Shape(string Kind, int Low, int High, int Step);

    private readonly Dictionary<string, Shape> shapes = [];

    public static string File => Path.Combine(ServeOptions.Beside("samples"), "figures.csv");

    /// <exception cref="FormatException">A line that is no figure; the message names it.</exception>
    public static SampleFigures Read(string file)
    {
        var figures = new SampleFigures();
        foreach (var (line, number) in System.IO.File.ReadLines(file).Select((l, i) => (l, i + 1)))
        {
            if (line.StartsWith('#') || line.StartsWith("indicator;", StringComparison.Ordinal) || line.Length == 0)
                continue;
            var cells = line.Split(';');
            if (
                cells.Length != 5
                || !int.TryParse(cells[2], CultureInfo.InvariantCulture, out var low)
                || !int.TryParse(cells[3], CultureInfo.InvariantCulture, out var high)
            )
                throw new FormatException($"{file}:{number}: indicator;shape;low;high;step");
            figures.shapes[cells[0]] = new(
                cells[1],
                low,
                high,
                cells[4].Length == 0 ? 0 : int.Parse(cells[4], CultureInfo.InvariantCulture)
            );
        }
        return figures;
    }

    /// <summary>What the unit types for each of these indicators in this period, in natural units.</summary>
    public Dictionary<string, long> Of(Pack pack, IReadOnlyCollection<PackIndicator> asked, string unit, Period period)
    {
        var values = new Dictionary<string, long>();
        foreach (var indicator in asked)
            Fill(pack, indicator.Code, unit, period, values, depth: 0);
        return values.Where(v => asked.Any(i => i.Code == v.Key)).ToDictionary(v => v.Key, v => v.Value);
    }

    private long Fill(Pack pack, string code, string unit, Period period, Dictionary<string, long> values, int depth)
    {
        if (values.TryGetValue(code, out var known))
            return known;
        var indicator = pack.Indicator(code)!;
        var shape = shapes.GetValueOrDefault(code) ?? (indicator.Kind == PackKind.YesNo ? new("count", 1, 1, 0) : new("count", 0, 3, 0));
        var whole = depth > 4 ? null : indicator.Stock ?? indicator.PartOf.FirstOrDefault()?.Whole;
        var of = whole is null ? 0 : Fill(pack, whole, unit, period, values, depth + 1);
        var month = period.Last.Month;
        // What a unit is like holds for the year; what happened in a month is drawn for the month.
        var steady = Draw(shape.Low, shape.High, code, unit);
        var value = shape.Kind switch
        {
            "grow" => steady + (shape.Step * month),
            "rate" when indicator.Kind == PackKind.Stock => of * Math.Min(100, steady + month) / 100,
            "rate" => (long)Math.Round(of * Draw(shape.Low, shape.High, code, unit, period.Code) / 100.0, MidpointRounding.AwayFromZero),
            "reach" => of * steady * month / 1200,
            "spread" => (of * steady * month / 1200) - (of * steady * (month - 1) / 1200),
            _ => Draw(shape.Low, shape.High, code, unit, period.Code),
        };
        return values[code] = value;
    }

    private static int Draw(int low, int high, params string[] what)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', what)));
        return low + (int)(BitConverter.ToUInt32(hash) % (uint)(high - low + 1));
    }
}
