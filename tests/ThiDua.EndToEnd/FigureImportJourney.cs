using System.Text;
using ThiDua.App.Imports;

namespace ThiDua.EndToEnd;

/// <summary>
/// An office brings tables of figures on a phone, without scripts: its form, a table with heads of its own, all of it, and
/// back.
/// </summary>
public sealed class FigureImportJourney(Demo demo)
{
    [Fact]
    public async Task Figures_come_from_a_table_and_are_taken_back_without_scripts()
    {
        var page = await demo.SignedIn("vanphong", phone: true, script: false);
        await page.GotoAsync("/my-work");
        await page.Press(page.Locator("main a[href='/imports/figures']").First);
        await page.Fits("import-upload");

        // The form of a period comes back as it went.
        var form = await page.Locator("main a[href$='/xlsx']").First.GetAttributeAsync("href");
        var workbook = await (await page.Context.APIRequest.GetAsync(demo.Url + form)).BodyAsync();
        await Upload(page, "bieu-mau.xlsx", workbook);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Tệp đúng, chưa nhập");
        await page.Fits("import-form-back");
        await page.Press(page.Button("Bỏ tệp này"));

        // A table with heads of its own: the columns are chosen, the period is given, a strange figure is looked at.
        var line = TableFile.Rows(new MemoryStream(workbook)).First(r => r.Cells[3] == "road.total");
        var table = $"BẢNG SỐ LIỆU CỦA XÃ;;\nNơi làm;Việc;Kết quả đạt\n{line.Cells[1]};{line.Cells[2]};1.250\n";
        await Upload(page, "bang-cua-xa.csv", Encoding.UTF8.GetBytes(table));
        await page.Fits("import-columns");
        string[] columns = ["unit", "indicator", "value"];
        for (var at = 0; at < columns.Length; at++)
            await page.Locator($"#column-{at}").SelectOptionAsync(columns[at]);
        await page.Field("given-period").FillAsync(line.Cells[4]);
        await page.Press(page.Button("Kiểm tra"));
        await page.Fits("import-check");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("“1.250” → 1250");
        if (await page.Locator("input[name=looked]").CountAsync() > 0)
            await page.Locator("input[name=looked]").CheckAsync();
        await page.Press(page.Button("Nhập tất cả"));
        await page.Fits("import-done");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã nhập số liệu");

        await page.Locator("main details summary").ClickAsync();
        await page.Press(page.Button("Hoàn tác"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã hoàn tác");
        await page.GotoAsync("/imports");
        await page.Fits("import-mine");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("bang-cua-xa.csv");
    }

    [Fact]
    public async Task A_file_with_mistakes_names_each_and_its_pages_are_well()
    {
        var page = await demo.SignedIn("vanphong");
        await page.GotoAsync("/imports/figures");
        await page.IsWell("import-upload-wide");
        await Upload(page, "so-lieu.csv", Encoding.UTF8.GetBytes("a;b\n1;2\n"));
        await page.IsWell("import-columns-wide");
        await page.Press(page.Button("Bỏ tệp này"));
        await Upload(page, "so-lieu.csv", Encoding.UTF8.GetBytes("unit;indicator;period;value\nkhông có;road.lit;tháng 6/2024;1\n"));
        await page.IsWell("import-errors-wide");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("không có đơn vị");
    }

    private static async Task Upload(IPage page, string name, byte[] content)
    {
        await page.Locator("#file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "text/csv",
                    Buffer = content,
                }
            );
        await page.Press(page.Button("Kiểm tra tệp"));
        // Where it takes longer the page looks again by itself.
        await page.Locator("meta[http-equiv=refresh]").WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = 60_000 });
    }
}
