using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using ThiDua.App.Features.Reporting.ImportFigures;
using ThiDua.App.Forms;
using ThiDua.App.Imports;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Imports;

/// <summary>Files of figures as offices write them: names, periods in words, titles above the heads.</summary>
public sealed class FigureFileTests
{
    private static Task<ImportResult> Import(TestSystem system, byte[] file, TestAccount? who = null, bool dryRun = false) =>
        system.As(
            who ?? system.World.OfficeHead,
            s =>
                s.GetRequiredService<RunImport>()
                    .Handle(new(FigureTarget.Facts, "so-lieu.csv", new MemoryStream(file), dryRun), CancellationToken.None)
        );

    private static Task<ImportResult> Import(TestSystem system, string text, TestAccount? who = null) =>
        Import(system, Encoding.UTF8.GetBytes(text), who);

    [Theory]
    [InlineData("tháng 8/2024", "202408")]
    [InlineData("Tháng 08 năm 2024", "202408")]
    [InlineData("T8/2024", "202408")]
    [InlineData("8/2024", "202408")]
    [InlineData("08-2024", "202408")]
    [InlineData("2024-08", "202408")]
    [InlineData("2024-08-01", "202408")]
    [InlineData("202408", "202408")]
    [InlineData("quý III/2024", "2024Q3")]
    [InlineData("Quý 3 năm 2024", "2024Q3")]
    [InlineData("Q3/2024", "2024Q3")]
    [InlineData("2024Q3", "2024Q3")]
    [InlineData("6 tháng đầu năm 2024", "2024S1")]
    [InlineData("6 tháng cuối năm 2024", "2024S2")]
    [InlineData("năm 2024", "2024")]
    [InlineData("2024", "2024")]
    public void Periods_are_read_as_people_write_them(string typed, string code)
    {
        Assert.True(PeriodText.TryParse(typed, out var period));
        Assert.Equal(code, period.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("tháng 13/2024")]
    [InlineData("quý V/2024")]
    [InlineData("tháng tám")]
    [InlineData("8/24")]
    [InlineData("2024-08-15")]
    [InlineData("0/2024")]
    public void What_names_no_period_is_none(string typed) => Assert.False(PeriodText.TryParse(typed, out _));

    [Theory, BothEngines]
    public async Task Names_serve_as_well_as_codes(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var name = system.Packs.Indicator("road.lit")!.Name.Vi;
        var result = await Import(
            system,
            $"Đơn vị;Chỉ số;Kỳ;Số liệu\nap 1;{name.ToUpperInvariant()};tháng 4/2024;9\nẤP 2;road.lit;T4/2024;7\n90001.A3;road.lit;2024-04;1\n"
        );
        Assert.Empty(result.Errors.Select(e => e.ToString()));
        Assert.Equal((3, true), (result.New, result.Applied));
        Assert.Equal(17, (await system.Stored()).Single(r => r.Unit == system.World.Commune.Id).All.Sum);
        // The same unit by its code in the next row is the same figure twice.
        var twice = await Import(system, "unit;indicator;period;value\nẤp 1;road.lit;202404;9\n90001.A1;road.lit;202404;9\n");
        Assert.Equal((3, "repeated-row"), (twice.Errors[0].Row, twice.Errors[0].Code));
    }

    [Theory, BothEngines]
    public async Task A_name_that_two_units_have_is_refused_with_both(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.As(null, s => TestWorld.Unit(s, "Ấp 1", "hamlet", "90001.B1", system.World.Commune.Id));
        var refused = await Import(system, "unit;indicator;period;value\nẤp 1;road.lit;202404;9\n");
        var error = Assert.Single(refused.Errors);
        Assert.Equal("ambiguous-unit", error.Code);
        Assert.Contains("Ấp 1 (90001.A1), Ấp 1 (90001.B1)", error.Message, StringComparison.Ordinal);
        // The head of one of them sees no other.
        Assert.True((await Import(system, "unit;indicator;period;value\nẤp 1;road.lit;202404;9\n", system.World.HamletHeads[0])).Applied);
        Assert.Equal(
            "unknown-unit",
            (await Import(system, "unit;indicator;period;value\nẤp 2;road.lit;202404;9\n", system.World.HamletHeads[0])).Errors[0].Code
        );
    }

    [Theory, BothEngines]
    public async Task A_title_above_the_heads_and_a_second_row_of_heads_are_passed_over(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var file = new MemoryStream();
        string[][] rows =
        [
            ["BẢNG SỐ LIỆU THÁNG 4", "", "", ""],
            ["Đơn vị", "Chỉ số", "Kỳ", "Số liệu"],
            ["unit", "indicator", "period", "value"],
            ["Ấp 1", "road.lit", "4/2024", "9"],
            ["Người lập biểu", "", "", ""],
        ];
        file.SaveAs(
            rows.Select(r => r.Select((cell, at) => (cell, at)).ToDictionary(c => $"c{c.at}", c => (object)c.cell)),
            printHeader: false
        );
        var result = await Import(system, file.ToArray());
        Assert.Empty(result.Errors.Select(e => e.ToString()));
        Assert.Equal((2, 1, 1), (result.Rows, result.New, result.Same));
        var csv = "Số liệu tháng 4, của xã\nĐơn vị;Chỉ số;Kỳ;Số liệu\nẤp 1;road.lit;4/2024;9\n";
        Assert.Equal(1, (await Import(system, csv)).Same);
    }

    [Theory, BothEngines]
    public async Task The_form_of_a_period_comes_back_as_known_already(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (commune, campaign) = (system.World.Commune.PublicId, system.World.Campaign);
        await system.Record(new ThiDua.App.Facts.FactEntry(system.World.Hamlets[0].Id, "road.lit", Period.Month(2024, 4), 1250));
        using var office = await system.Browser(system.World.OfficeHead);
        var file = await office.Client.GetByteArrayAsync(
            $"/reports/{commune}/{campaign}/202404/xlsx",
            TestContext.Current.CancellationToken
        );
        var rows = TableFile.Rows(new MemoryStream(file)).ToList();
        Assert.Equal("Đơn vị|Mã đơn vị|Chỉ số|Mã chỉ số|Kỳ|Đơn vị tính|Số liệu", string.Join('|', rows[0].Cells));
        Assert.Contains(
            rows,
            r => r.Cells[1] == "90001.A1" && r.Cells[3] == "road.lit" && r.Cells[4] == "tháng 4/2024" && r.Cells[6] == "1250"
        );
        var result = await Import(system, file);
        Assert.Empty(result.Errors.Select(e => e.ToString()));
        Assert.Equal((rows.Count - 1, rows.Count - 1, 0, 0), (result.Rows, result.Same, result.New, result.Changed));

        await office.Open("/imports/figures");
        Assert.Contains("tháng 4/2024, Xã Hòa Thuận Mẫu (.xlsx)", office.Text, StringComparison.Ordinal);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open("/imports/figures");
        Assert.Contains("tháng 4/2024, Ấp 1 (.xlsx)", head.Text, StringComparison.Ordinal);
        await head.Open($"/reports/{commune}/{campaign}/202404/xlsx");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, head.Status);
    }
}
