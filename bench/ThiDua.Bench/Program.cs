// Each measurement prints one JSON object a line: name, engine, value, unit, limit, ratio (above 1 misses the limit), peer.
// Usage: bench/run [part of a name]...; the campaigns of tests/long start it with "kill9 ROUNDS" and "durable".
using System.Globalization;
using ThiDua.Bench;
using ThiDua.Bench.Campaigns;
using ThiDua.Bench.Nation;

CultureInfo.CurrentUICulture = ThiDua.App.App.Vietnamese;
if (args is ["kill9", var rounds])
    return await Kill9.Run(int.Parse(rounds, CultureInfo.InvariantCulture));
if (args is ["durable"])
    return await Durable.Run();

bool Wanted(string name) =>
    args.Length == 0
    || args.Any(wanted =>
        name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || wanted.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase)
    );

foreach (var (name, measure) in PlansInputs.All.Concat(Reader.All).Where(m => Wanted(m.Name)))
    Console.WriteLine(measure().Json());
if (ProgressPage.Names.Any(Wanted))
{
    foreach (var result in await ProgressPage.Measure())
        Console.WriteLine(result.Json());
}
if (UnitsImport.Names.Any(Wanted))
{
    foreach (var result in await UnitsImport.Measure())
        Console.WriteLine(result.Json());
}
if (ImportXlsx.Names.Any(Wanted))
    await ImportXlsx.Measure(Wanted, result => Console.WriteLine(result.Json()));
if (ListRows.Names.Any(Wanted))
    await ListRows.Measure(result => Console.WriteLine(result.Json()));
if (RegisterRows.Names.Any(Wanted))
    await RegisterRows.Measure(result => Console.WriteLine(result.Json()));
if (NationRows.Names.Any(Wanted))
    await NationRows.Measure(Wanted, result => Console.WriteLine(result.Json()));
return 0;
