// Each measurement prints one JSON object a line: name, value, unit, limit, ratio (value to limit; above 1 is too much).
// Usage: dotnet run -c Release --project bench/ThiDua.Bench -- [part of a name]
using ThiDua.Bench;

var wanted = args.Length > 0 ? args[0] : "";
foreach (var (name, measure) in PlansInputs.All.Concat(Reader.All))
{
    if (name.Contains(wanted, StringComparison.OrdinalIgnoreCase))
    {
        Console.WriteLine(measure().Json());
    }
}

if (ProgressPage.Names.Any(n => n.Contains(wanted, StringComparison.OrdinalIgnoreCase)))
{
    foreach (var result in await ProgressPage.Measure())
    {
        Console.WriteLine(result.Json());
    }
}

if (UnitsImport.Names.Any(n => n.Contains(wanted, StringComparison.OrdinalIgnoreCase)))
{
    foreach (var result in await UnitsImport.Measure())
    {
        Console.WriteLine(result.Json());
    }
}
