using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using ThiDua.App.Features.Reporting.ImportFigures;
using ThiDua.App.Imports;
using ThiDua.App.Sandbox;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Imports;

/// <summary>Files of rows, through the child that reads them: the same words as by hand, and nothing kept of what is refused.</summary>
public sealed class UploadedTablesTests : IDisposable
{
    private const string Head = "unit;indicator;period;value\n";
    private readonly string data = Directory.CreateTempSubdirectory("thidua-tables-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private async Task<List<CsvRow>> Rows(byte[] file) =>
        await new UploadedTables(new RunFolders(data))
            .Rows(new MemoryStream(file), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    private async Task<(string Code, int Row)> Refused(byte[] file)
    {
        var refused = await Assert.ThrowsAsync<TableRefused>(() => Rows(file));
        Assert.Empty(Directory.GetFileSystemEntries(RunFolders.IncomingOf(data)));
        return (refused.Code, refused.Row);
    }

    [Fact]
    public async Task Rows_come_as_they_are_read_here()
    {
        var file = Text(
            "sep=;\nunit;indicator;period;value;Ghi chú\n90001.A1;road.lit;202404;9;\"Ấp \"\"Mới\"\";\nhai dòng\"\n\n90001.A2;road.lit;202404;1.250;\n"
        );
        var (apart, here) = (await Rows(file), TableFile.Rows(new MemoryStream(file)).ToList());
        Assert.Equal(here.Select(r => (r.Line, string.Join('|', r.Cells))), apart.Select(r => (r.Line, string.Join('|', r.Cells))));
        Assert.Equal("Ấp \"Mới\";\nhai dòng", apart[1].Cells[4]);
        Assert.Equal([3, 6], apart.Skip(1).Select(r => r.Line));
    }

    [Fact]
    public async Task A_workbook_is_read_as_a_person_would_type_it()
    {
        using var file = new MemoryStream();
        file.SaveAs(
            new[]
            {
                new Dictionary<string, object?>
                {
                    ["Mã đơn vị"] = "90001.A1",
                    ["Kỳ"] = 202404,
                    ["Số liệu"] = 3.125,
                    ["Ngày"] = new DateTime(2024, 5, 15),
                    ["Chữ"] = "1.250",
                },
                new Dictionary<string, object?>
                {
                    ["Mã đơn vị"] = "90001.A2",
                    ["Kỳ"] = 202404,
                    ["Số liệu"] = 0.1 + 0.2,
                    ["Ngày"] = null,
                    ["Chữ"] = "",
                },
                new Dictionary<string, object?>
                {
                    ["Mã đơn vị"] = "",
                    ["Kỳ"] = null,
                    ["Số liệu"] = null,
                    ["Ngày"] = null,
                    ["Chữ"] = null,
                },
                new Dictionary<string, object?>
                {
                    ["Mã đơn vị"] = "90001.A3",
                    ["Kỳ"] = "2024Q1",
                    ["Số liệu"] = -1234567.5,
                    ["Ngày"] = null,
                    ["Chữ"] = "=1+1",
                },
            }
        );
        var rows = await Rows(file.ToArray());
        Assert.Equal(
            [
                "Mã đơn vị|Kỳ|Số liệu|Ngày|Chữ",
                "90001.A1|202404|3,125|2024-05-15|1.250",
                "90001.A2|202404|0,3||",
                "90001.A3|2024Q1|-1234567,5||=1+1",
            ],
            rows.Select(r => string.Join('|', r.Cells))
        );
        Assert.Equal([1, 2, 3, 5], rows.Select(r => r.Line));
    }

    [Fact]
    public async Task What_is_no_table_is_named_with_its_row()
    {
        Assert.Equal(("open-quote", 3), await Refused(Text(Head + "a;b;c;1\n\"a;b;c;1\na;b;c;1\n")));
        Assert.Equal(("not-utf8", 0), await Refused([.. Text(Head), 0xFF, 0xFE, 0xFD]));
        Assert.Equal(("row-too-long", 2), await Refused(Text(Head + new string(';', 8_000_000))));
        Assert.Equal(("row-too-long", 2), await Refused(Text(Head + new string('x', 8_000_000))));
        Assert.Equal(("old-spreadsheet", 0), await Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]));
        Assert.Equal(("damaged-workbook", 0), await Refused([0x50, 0x4B, 3, 4, .. new byte[600]]));
    }

    [Fact]
    public async Task A_bomb_in_a_workbook_ends_its_child_only()
    {
        Assert.Equal(
            "too-many-entries",
            (
                await Refused(
                    Zip(zip =>
                    {
                        for (var at = 0; at < 20_000; at++)
                            zip.CreateEntry($"xl/{at}");
                    })
                )
            ).Code
        );
        var bomb = Zip(zip =>
        {
            Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Part(
                zip,
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            );
            Part(
                zip,
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            );
            using var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open());
            sheet.Write(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
            );
            var part = new string('x', 1024 * 1024);
            for (var at = 0; at < 400; at++)
                sheet.Write(part);
            sheet.Write("</t></is></c></row></sheetData></worksheet>");
        });
        Assert.InRange(bomb.Length, 0, 20_000_000);
        Assert.Contains((await Refused(bomb)).Code, (string[])["table-too-heavy", "row-too-long", "damaged-workbook"]);
    }

    [Theory, BothEngines]
    public async Task Figures_come_from_a_workbook_and_long_cells_stay_out_of_memory(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var file = new MemoryStream();
        file.SaveAs(
            new[]
            {
                new Dictionary<string, object?>
                {
                    ["Mã đơn vị"] = "90001.A1",
                    ["Mã chỉ số"] = "road.lit",
                    ["Kỳ"] = 202404,
                    ["Số liệu"] = 9,
                },
            }
        );
        var result = await Import(new MemoryStream(file.ToArray()));
        Assert.Empty(result.Errors.Select(e => e.ToString()));
        Assert.Equal((1, 1), (result.Rows, result.New));
        var wrong = await Import(new MemoryStream(Text(Head + $"{new string('x', 90_000)};road.lit;202404;9\n")));
        Assert.Equal("unknown-unit", Assert.Single(wrong.Errors).Code);
        Assert.InRange(wrong.Errors[0].Message.Length, 100, 300);

        Task<ImportResult> Import(Stream content) =>
            system.As(
                system.World.OfficeHead,
                s =>
                    s.GetRequiredService<RunImport>()
                        .Handle(new(FigureTarget.Facts, "so-lieu.xlsx", content, false), CancellationToken.None)
            );
    }

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            fill(zip);
        return file.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
