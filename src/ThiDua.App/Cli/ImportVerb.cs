using System.CommandLine;
using System.Globalization;
using ThiDua.App.Features.Maps.ImportShapes;
using ThiDua.App.Features.Reporting.ImportFigures;
using ThiDua.App.Features.Units;
using ThiDua.App.Imports;
using ThiDua.App.Tree;

namespace ThiDua.App.Cli;

/// <summary>
/// <c>thidua import units|facts|baselines FILE</c>: rows from a .csv or .xlsx file, all or nothing, each mistake with row and column;
/// <c>thidua import shapes FILE</c>: areas of units from a GeoJSON file, each mistake with the number of its feature;
/// <c>thidua import undo ID</c> takes them back.
/// </summary>
public static class ImportVerb
{
    public static Command Build() =>
        new("import", "Nhập từ tệp .csv hoặc .xlsx, tất cả hoặc không dòng nào / imports a .csv or .xlsx file, all rows or none")
        {
            Of(
                "units",
                "Đơn vị: code, name, kind, parent, from / units",
                (services, file, content, dryRun, cancellationToken) =>
                    services.GetRequiredService<ImportUnits>().Handle(new(file, content, dryRun), cancellationToken)
            ),
            Of(
                "facts",
                "Số liệu: unit, indicator, period, value / figures",
                (services, file, content, dryRun, cancellationToken) =>
                    services.GetRequiredService<RunImport>().Handle(new(FigureTarget.Facts, file, content, dryRun), cancellationToken)
            ),
            Of(
                "baselines",
                "Số liệu chính thức của năm trước / official figures of a past year: unit, indicator, period, value",
                (services, file, content, dryRun, cancellationToken) =>
                    services.GetRequiredService<RunImport>().Handle(new(FigureTarget.Baselines, file, content, dryRun), cancellationToken)
            ),
            Of(
                "shapes",
                "Địa giới đơn vị: tệp GeoJSON (WGS 84), mỗi vùng có code hoặc name / areas of units: a GeoJSON file",
                (services, file, content, dryRun, cancellationToken) =>
                    services.GetRequiredService<ImportAreas>().Handle(new(file, content, dryRun), cancellationToken)
            ),
            Undo(),
        };

    private delegate Task<ImportResult> Import(
        IServiceProvider services,
        string file,
        Stream content,
        bool dryRun,
        CancellationToken cancellationToken
    );

    /// <summary>What <c>--json</c> prints.</summary>
    private sealed record Answer(
        string? Import,
        int Rows,
        int New,
        int Changed,
        int Same,
        int Pending,
        bool Applied,
        IReadOnlyList<Mistake> Errors
    )
    {
        public static Answer Of(ImportResult r) =>
            new(
                r.Import,
                r.Rows,
                r.New,
                r.Changed,
                r.Same,
                r.Pending,
                r.Applied,
                [.. r.Errors.Select(e => new Mistake(e.Row, e.Column, e.Code, e.Message))]
            );
    }

    private sealed record Mistake(int Row, string Column, string Code, string Message);

    private static Command Of(string name, string description, Import import)
    {
        var file = new Argument<string>("file") { Description = "tệp .csv (UTF-8) hoặc .xlsx / the file" };
        var dryRun = new Option<bool>("--dry-run") { Description = "chỉ kiểm tra / checks only" };
        var (json, sample, address) = (SystemVerb.JsonOption(), SampleOption(), new SystemVerb.Address());
        var verb = new Command(name, description) { file, dryRun, json, sample };
        address.AddTo(verb);
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                // Before anything is made: a name mistyped leaves no empty system behind.
                var path = parsed.GetValue(file)!;
                if (Open(path) is not { } opened)
                    return CommandLine.BadInput;
                await using var content = opened;
                return await SystemVerb.Prepare(
                    address.Of(parsed, parsed.GetValue(sample)),
                    async services =>
                        Say(
                            await import(services, Path.GetFileName(path), content, parsed.GetValue(dryRun), cancellationToken),
                            parsed.GetValue(json)
                        ),
                    cancellationToken
                );
            }
        );
        return verb;
    }

    private static FileStream? Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            SystemVerb.Refuse($"{path}: không mở được tệp / cannot be opened: {e.Message}");
            return null;
        }
    }

    private static Command Undo()
    {
        var id = new Argument<string>("import") { Description = "mã lần nhập / id of the import" };
        var (json, address) = (SystemVerb.JsonOption(), new SystemVerb.Address());
        var verb = new Command("undo", "Rút lại cả một lần nhập / takes a whole import back") { id, json };
        address.AddTo(verb);
        verb.SetAction(
            (parsed, cancellationToken) =>
                SystemVerb.Open(
                    address.Of(parsed),
                    async services =>
                        Say(
                            await services.GetRequiredService<UndoUnitImport>().TakeBack(parsed.GetValue(id)!, cancellationToken)
                                ?? await services.GetRequiredService<UndoAreas>().TakeBack(parsed.GetValue(id)!, cancellationToken)
                                ?? await services.GetRequiredService<UndoImport>().Handle(parsed.GetValue(id)!, cancellationToken),
                            parsed.GetValue(json)
                        ),
                    cancellationToken
                )
        );
        return verb;
    }

    private static Option<bool> SampleOption() => new("--sample") { Description = "cơ sở dữ liệu mẫu / a database of sample data" };

    private static int Say(ImportResult result, bool json)
    {
        foreach (var error in result.Errors)
            Console.Error.WriteLine(error.ToString());
        if (json)
            SystemVerb.Print(Answer.Of(result));
        else
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"import {result.Import ?? "-"} rows {result.Rows} new {result.New} changed {result.Changed} same {result.Same} pending {result.Pending} errors {result.Errors.Count} applied {(result.Applied ? "yes" : "no")}"
                )
            );
        return result.Ok ? CommandLine.Done : CommandLine.BadInput;
    }
}
