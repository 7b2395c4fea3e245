using System.Globalization;
using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Features.Requests.Ask;
using ThiDua.App.Security;
using ThiDua.App.Tests.Progress;
using ThiDua.App.Tests.Rights;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Lists;

/// <summary>The same list as a file: typed, whole, and nothing in it that a spreadsheet would run (F16).</summary>
public sealed class ExportTests
{
    private static Task Acts(TestSystem system, int count) =>
        system.As(
            system.World.OfficeHead,
            async s =>
            {
                var (db, viewer) = (s.GetRequiredService<AppDb>(), s.GetRequiredService<Viewer>());
                for (var i = 1; i <= count; i++)
                    viewer.Record("unit.change", "unit", "x", system.World.Hamlets[0].Id, $"Căn cứ số {i:00000}");
                await db.SaveChangesAsync();
            }
        );

    private static async Task<(HttpResponseMessage Answer, byte[] Content)> Get(Browser browser, string address)
    {
        var answer = await browser.Client.GetAsync(address, TestContext.Current.CancellationToken);
        return (answer, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory, BothEngines]
    public async Task One_address_gives_three_files_with_the_rows_that_its_page_shows(Engine engine)
    {
        await using var system = await TestSystem.Start(engine, also: TestSystem.WithoutLoops);
        await Acts(system, 2_300);
        using var admin = await system.Browser(system.World.Administrator);
        const string query = "?verb=unit.change&sort=when&page=4";
        var (csv, text) = await Get(admin, "/admin/acts.csv" + query);
        Assert.Equal("no-store", csv.Headers.CacheControl!.ToString());
        var lines = System.Text.Encoding.UTF8.GetString(text).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Lúc;Ai;Việc đã làm;Đơn vị;Lý do;Đối tượng", lines[0]);
        Assert.Equal(2_301, lines.Length);
        Assert.EndsWith(";Căn cứ số 00001;Đơn vị", lines[1], StringComparison.Ordinal);
        var json = JsonDocument.Parse((await Get(admin, "/admin/acts.json" + query)).Content).RootElement;
        Assert.Equal(2_300, json.GetProperty("rows").GetArrayLength());
        Assert.Equal("2024-05-15T10:00:00+07:00", json.GetProperty("rows")[0].GetProperty("when").GetString());
        Assert.Equal("Căn cứ số 02300", json.GetProperty("rows")[2_299].GetProperty("reason").GetString());
        Assert.False(json.GetProperty("more").GetBoolean());
        var (_, xlsx) = await Get(admin, "/admin/acts.xlsx" + query);
        using var book = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        Assert.Empty(
            new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}")
        );
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToList();
        Assert.Equal(2_302, rows.Count);
        Assert.StartsWith("Nhật ký hệ thống – Xã Hòa Thuận Mẫu", rows[0].InnerText, StringComparison.Ordinal);
        // A moment is a number that the sheet shows as one: 10:00 of 15 May 2024.
        Assert.Equal("45427.416667", rows[2].Elements<Cell>().First().InnerText);
    }

    [Theory, BothEngines]
    public async Task Another_format_is_not_found_and_columns_that_were_chosen_are_those_of_the_file(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var admin = await system.Browser(system.World.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(admin, "/admin/acts.pdf")).Answer.StatusCode);
        var text = System.Text.Encoding.UTF8.GetString((await Get(admin, "/admin.csv?columns=state&q=lan")).Content);
        Assert.Equal("\ufeffHọ và tên;Tình trạng\r\nNguyễn Thị Lan;Đang sử dụng\r\n", text);
    }

    /// <summary>Every address that answers with a table, whatever a list maps: none lets a text begin like a formula.</summary>
    [Theory, BothEngines]
    public async Task No_export_lets_a_text_begin_like_a_formula(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        foreach (var (at, mark) in new[] { "=1+cmd|' /C calc'!A0", "+84 912", "-2+3", "@SUM(A1)" }.Index())
            await system.As(
                null,
                async s =>
                {
                    var unit = await TestWorld.Unit(s, mark, "hamlet", $"90001.B{at}", system.World.Commune.Id);
                    s.GetRequiredService<Viewer>().Record("unit.change", "unit", unit.PublicId, unit.Id, mark);
                    await s.GetRequiredService<AppDb>().SaveChangesAsync();
                }
            );
        var asked = await system.As(
            system.World.OfficeHead,
            s =>
                s.GetRequiredService<AskFigures>()
                    .Handle(
                        new(
                            system.World.Commune.PublicId,
                            "=1+1",
                            "Số hộ bị ngập (hộ)",
                            null,
                            "2024-05-16",
                            "16:00",
                            [system.World.Hamlets[0].PublicId]
                        ),
                        default
                    )
        );
        using var admin = await system.Browser(system.World.Administrator);
        using var office = await system.Browser(system.World.OfficeHead);
        var lists = (await Rights.Address.All(system.Services))
            .Select(a => a.Pattern)
            .Where(p => p.EndsWith(".{format}", StringComparison.Ordinal));
        var files = lists
            .SelectMany(p =>
                new[] { "csv", "xlsx" }.Select(f =>
                    Statement
                        .Pages.Single(s => s.Pattern == p)
                        .Address.Split('.')[0]
                        .Replace("{unit}", system.World.Commune.PublicId, StringComparison.Ordinal)
                        .Replace("{request}", asked.Value!.Case.PublicId, StringComparison.Ordinal)
                    + "."
                    + f
                )
            )
            .ToList();
        Assert.True(files.Count >= 10);
        files.Add($"/progress/{system.World.Campaign}?handler=Csv&unit={system.World.Commune.PublicId}");
        var quoted = 0;
        foreach (var file in files)
        {
            var (answer, content) = await Get(admin, file);
            if (answer.StatusCode == HttpStatusCode.NotFound)
                (answer, content) = await Get(office, file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            quoted += file.EndsWith("xlsx", StringComparison.Ordinal) ? Sheet(content) : Csv(content, file);
        }
        Assert.True(quoted > 10, $"{quoted}");
    }

    /// <returns>How many cells are quoted.</returns>
    private static int Csv(byte[] content, string file)
    {
        var cells = System.Text.Encoding.UTF8.GetString(content).TrimStart('\ufeff').Split(["\r\n", ";"], StringSplitOptions.None);
        var texts = cells
            .Select(c => c.Trim('"'))
            .Where(c => !decimal.TryParse(c, NumberStyles.Number, new CultureInfo("vi"), out _))
            .ToList();
        Assert.All(texts, t => Assert.False(t is ['=' or '+' or '-' or '@' or '\t' or '\r', ..], $"{file}: {t}"));
        return texts.Count(t => t is ['\'', '=' or '+' or '-' or '@', ..]);
    }

    private static int Sheet(byte[] content)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(content), false);
        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var cells = book.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToList();
        Assert.DoesNotContain(cells, c => c.CellFormula is not null);
        var like = cells.Where(c => c.DataType?.Value == CellValues.InlineString && Paper.FormulaText.IsLike(c.InnerText)).ToList();
        Assert.All(like, c => Assert.True(formats[(int)c.StyleIndex!.Value].QuotePrefix?.Value));
        return like.Count;
    }
}
