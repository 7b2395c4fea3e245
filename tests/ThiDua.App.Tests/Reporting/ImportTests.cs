using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cli;
using ThiDua.App.Features.Reporting.ImportFigures;
using ThiDua.App.Features.Units;
using ThiDua.App.Imports;
using ThiDua.App.Security;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;

namespace ThiDua.App.Tests.Reporting;

public sealed class ImportTests
{
    private const string Right = "unit;indicator;period;value\n90001.A1;road.lit;202404;9\n90001.A2;road.lit;202404;1.250\n";

    private static Task<ImportResult> Facts(TestSystem system, TestAccount? who, string csv, bool dryRun = false, bool approved = false) =>
        system.As(
            who,
            s =>
            {
                if (who is null)
                    s.GetRequiredService<Viewer>().ActAsOperator();
                return s.GetRequiredService<RunImport>()
                    .Handle(
                        new(
                            approved ? FigureTarget.Baselines : FigureTarget.Facts,
                            "so-lieu.csv",
                            new MemoryStream(Encoding.UTF8.GetBytes(csv)),
                            dryRun
                        ),
                        CancellationToken.None
                    );
            }
        );

    private static Task<ImportResult> Units(TestSystem system, string csv, bool dryRun = false) =>
        system.As(
            null,
            s =>
            {
                s.GetRequiredService<Viewer>().ActAsOperator();
                return s.GetRequiredService<ImportUnits>()
                    .Handle(new("don-vi.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv)), dryRun), CancellationToken.None);
            }
        );

    [Theory, BothEngines]
    public async Task Figures_come_in_once_however_often_they_are_sent(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        Assert.Equal((2, 0, true), await Counts(Facts(system, system.World.OfficeHead, Right)));
        Assert.Equal((0, 2, true), await Counts(Facts(system, system.World.OfficeHead, Right)));
        Assert.Equal(2, await system.Db(db => db.Facts.CountAsync()));
        Assert.Equal(1259, (await system.Stored()).Single(r => r.Unit == system.World.Commune.Id).All.Sum);
        Assert.Equal(await system.Rebuilt(), await system.Stored());

        static async Task<(int, int, bool)> Counts(Task<ImportResult> run) => await run is var r ? (r.New, r.Same, r.Applied) : default;
    }

    [Theory, BothEngines]
    public async Task A_dry_run_writes_nothing(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var result = await Facts(system, system.World.OfficeHead, Right, dryRun: true);
        Assert.Equal((2, 2, false, true), (result.Rows, result.New, result.Applied, result.Ok));
        Assert.Equal(0, await system.Db(db => db.Facts.CountAsync()));
        Assert.Empty(await system.Stored());
    }

    [Theory, BothEngines]
    public async Task One_wrong_row_and_nothing_is_taken(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var csv =
            Right
            + "90001.A9;road.lit;202404;1\n90001.A3;no.such;tháng 13/2024;x\n90001.A3;crime.cases;202404;1\n90001.A3;road.lit;2024Q1;1\n90001.A3;road.lit;202404;12.5\n90001.A1;road.lit;202404;9\n90001.A3;road.lit;202406;1\n";
        var result = await Facts(system, system.World.OfficeHead, csv);
        Assert.Equal(
            [
                (4, "unit", "unknown-unit"),
                (5, "indicator", "unknown-indicator"),
                (5, "period", "unknown-period"),
                (6, "indicator", "not-reported-by"),
                (7, "period", "other-frequency"),
                (8, "value", "number-dot-not-thousands"),
                (9, "", "repeated-row"),
                (10, "period", "future-period"),
            ],
            result.Errors.Select(e => (e.Row, e.Column, e.Code))
        );
        Assert.StartsWith(
            "so-lieu.csv:4: unit: không có đơn vị mã hoặc tên “90001.A9”",
            result.Errors[0].ToString(),
            StringComparison.Ordinal
        );
        Assert.Empty(await system.Stored());
    }

    [Theory, BothEngines]
    public async Task A_head_imports_for_the_own_hamlet_only(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        Assert.Equal("unknown-unit", Assert.Single((await Facts(system, system.World.HamletHeads[0], Right)).Errors).Code);
    }

    [Theory, BothEngines]
    public async Task The_operator_brings_official_figures_of_a_past_year(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        Assert.True((await Facts(system, null, "unit,indicator,period,value\n90001.CA,crime.cases,2023,40\n", approved: true)).Applied);
        Assert.Equal(40, (await system.Stored()).Single(r => r.Unit == system.World.Commune.Id).Approved.Sum);
        // The months of that year would count the same cases twice.
        Assert.Equal(
            "fact-overlapping",
            Assert.Single((await Facts(system, null, "unit,indicator,period,value\n90001.CA,crime.cases,202302,4\n")).Errors).Code
        );
    }

    [Theory, BothEngines]
    public async Task Units_come_in_parents_first_wherever_they_stand(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        const string csv =
            "code\tname\tkind\tparent\n90002.A1\tẤp Đông\thamlet\t90002\n90002\tXã Hòa Bình Mẫu\tcommune\t\n90001\tXã Hòa Thuận Mẫu\tcommune\t\n";
        var result = await Units(system, csv);
        Assert.Empty(result.Errors.Select(e => e.ToString()));
        Assert.Equal((2, 1), (result.New, result.Same));
        Assert.Equal(13, await system.Db(db => db.Units.CountAsync()));
        Assert.Equal(0, (await Units(system, csv)).New);
    }

    [Theory, BothEngines]
    public async Task Wrong_units_are_named_by_row_and_column(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var result = await Units(
            system,
            "code;name;kind;parent\nX1;;hamlet;90001\nX2;Ấp X;no-kind;90001\nX3;Ấp Y;hamlet;nowhere\nX3;Ấp Z;hamlet;90001\n"
        );
        Assert.Equal(
            [(2, "name", "name-needed"), (3, "kind", "unknown-kind"), (4, "parent", "unknown-parent"), (5, "code", "repeated-row")],
            result.Errors.Select(e => (e.Row, e.Column, e.Code))
        );
        var circle = await Units(system, "code;name;kind;parent\nX1;Ấp X;hamlet;X2\nX2;Ấp Y;hamlet;X1\n");
        Assert.All(circle.Errors, e => Assert.Equal("circular-parent", e.Code));
        Assert.Equal(11, await system.Db(db => db.Units.CountAsync()));
    }

    [Fact]
    public void Spreadsheets_files_are_read_as_they_save_them()
    {
        static CsvTable Read(byte[] bytes) => CsvTable.Read(new MemoryStream(bytes));
        var table = Read([
            0xEF,
            0xBB,
            0xBF,
            .. Encoding.UTF8.GetBytes("Mã đơn vị;Tên\r\n1;\"Ấp \"\"Mới\"\";\r\nhai dòng\"\r\n\r\n2;Ấp Cũ\r\n"),
        ]);
        Assert.Equal(["1", "2"], table.Rows.Select(r => table.Cell(r, "ma_don_vi")));
        Assert.Equal("Ấp \"Mới\";\r\nhai dòng", table.Rows[0].Cells[1]);
        Assert.Equal([2, 5], table.Rows.Select(r => r.Line));
        Assert.Equal("b", Read(Encoding.UTF8.GetBytes("x\ty\na\tb")).Rows[0].Cells[1]);
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_refused_in_one_line()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var result = await system.As(
            system.World.OfficeHead,
            s =>
                s.GetRequiredService<RunImport>()
                    .Handle(
                        new(FigureTarget.Facts, "anh.csv", new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0, 0x80]), false),
                        CancellationToken.None
                    )
        );
        Assert.Equal("not-utf8", Assert.Single(result.Errors).Code);
        Assert.Equal(
            ["missing-column"],
            (await Facts(system, system.World.OfficeHead, "unit;indicator;period\na;b;c")).Errors.Select(e => e.Code).Distinct()
        );
    }

    [Fact]
    public async Task The_verb_imports_units_into_an_empty_folder_and_says_what_it_did()
    {
        var folder = Directory.CreateTempSubdirectory("thidua-import").FullName;
        var file = Path.Combine(folder, "don-vi.csv");
        await File.WriteAllTextAsync(
            file,
            "code,name,kind,parent\n1,Xã Một,commune,\n2,Ấp Hai,hamlet,1\n",
            TestContext.Current.CancellationToken
        );
        string[] arguments = ["import", "units", file, "--data", Path.Combine(folder, "data")];
        Assert.Equal(
            CommandLine.Done,
            await CommandLine
                .Build()
                .Parse([.. arguments, "--dry-run"])
                .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken)
        );
        Assert.Equal(
            CommandLine.Done,
            await CommandLine.Build().Parse(arguments).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken)
        );
        await File.WriteAllTextAsync(file, "code,name,kind,parent\n3,Ấp Ba,hamlet,9\n", TestContext.Current.CancellationToken);
        Assert.Equal(
            CommandLine.BadInput,
            await CommandLine.Build().Parse(arguments).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken)
        );
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
