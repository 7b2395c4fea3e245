using System.CommandLine;
using ThiDua.App.Features.Reporting.ImportFigures;
using ThiDua.App.Features.Units;
using ThiDua.App.Imports;
using ThiDua.App.Security;

namespace ThiDua.App.Cli;

/// <summary><c>thidua import units|facts FILE</c>: rows from a CSV file, all or nothing, each mistake with row and column.</summary>
public static class ImportVerb
{
    public static Command Build() => new("import", "Nhập từ tệp CSV, tất cả hoặc không dòng nào / imports a CSV file, all rows or none")
    {
        Of("units", "Đơn vị: code, name, kind, parent, from / units", approvable: false,
            (services, file, content, dryRun, _, stop) => services.GetRequiredService<ImportUnits>().Handle(new(file, content, dryRun), stop)),
        Of("facts", "Số liệu: unit, indicator, period, value / figures", approvable: true,
            (services, file, content, dryRun, approved, stop) => services.GetRequiredService<ImportFacts>().Handle(new(file, content, dryRun, approved), stop)),
    };

    private delegate Task<ImportResult> Import(IServiceProvider services, string file, Stream content, bool dryRun, bool approved, CancellationToken stop);

    private static Command Of(string name, string description, bool approvable, Import import)
    {
        var file = new Argument<string>("file") { Description = "tệp CSV (UTF-8) / the CSV file" };
        var dryRun = new Option<bool>("--dry-run") { Description = "chỉ kiểm tra / checks only" };
        var approved = new Option<bool>("--approved") { Description = "số liệu đã chính thức (năm trước) / official figures of a past year" };
        var (data, packs, database) = (DataOption(), ServeVerb.PacksOption(), ServeVerb.DatabaseOption());
        var sample = new Option<bool>("--sample") { Description = "cơ sở dữ liệu mẫu / a database of sample data" };
        var verb = new Command(name, description) { file, dryRun, data, packs, database, sample };
        if (approvable) verb.Add(approved);
        verb.SetAction((parsed, stop) => Run(parsed.GetValue(file)!, new ServeOptions(Path.GetFullPath(parsed.GetValue(data)!), "http://localhost:0",
            parsed.GetValue(packs)!, parsed.GetValue(database), Sample: parsed.GetValue(sample)), parsed.GetValue(dryRun), approvable && parsed.GetValue(approved), import, stop));
        return verb;
    }

    private static Option<string> DataOption() => new("--data")
    {
        Description = "thư mục dữ liệu / data folder", DefaultValueFactory = _ => Path.Combine("data", "thidua"),
    };

    private static async Task<int> Run(string file, ServeOptions options, bool dryRun, bool approved, Import import, CancellationToken stop)
    {
        // Messages have no language of their own until one is chosen.
        System.Globalization.CultureInfo.CurrentUICulture = App.Vietnamese;
        try
        {
            await using var content = File.OpenRead(file);
            await using var app = App.Services(options).Build();
            await Startup.Prepare(app.Services, options, stop);
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Viewer>().ActAsOperator();
            var result = await import(scope.ServiceProvider, Path.GetFileName(file), content, dryRun, approved, stop);
            foreach (var error in result.Errors) await Console.Error.WriteLineAsync(error.ToString());
            Console.WriteLine($"rows {result.Rows} new {result.New} changed {result.Changed} same {result.Same} errors {result.Errors.Count} applied {(result.Applied ? "yes" : "no")}");
            return result.Ok ? CommandLine.Done : CommandLine.BadInput;
        }
        catch (Exception e) when (e is StartRefused or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e is StartRefused ? e.Message : $"{file}: không mở được tệp / cannot be opened: {e.Message}");
            return CommandLine.BadInput;
        }
    }
}
