using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Imports;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Imports;

/// <summary>A file from its upload to its undoing, as a person without scripts does it.</summary>
public sealed class ImportPageTests
{
    private const string Right = "unit;indicator;period;value\n90001.A1;road.lit;202404;9\n90001.A2;road.lit;202404;1.250\n";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<Browser> Upload(TestSystem system, string text, TestAccount? who = null, string name = "so-lieu.csv")
    {
        var browser = await system.Browser(who ?? system.World.OfficeHead);
        await browser.Open("/imports/figures");
        await browser.Upload("form#upload", "file", name, Bytes(text));
        return browser;
    }

    private static string[] Kept(TestSystem system) =>
        Directory.Exists(Path.Combine(system.DataFolder, "imports")) ? Directory.GetFiles(Path.Combine(system.DataFolder, "imports")) : [];

    [Theory, BothEngines]
    public async Task It_is_looked_at_first_then_all_of_it_is_taken_and_all_of_it_taken_back(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var office = await Upload(system, Right + "x;road.lit;202404;1\n");
        Assert.Contains("Tệp có 1 chỗ cần sửa", office.Text, StringComparison.Ordinal);
        await office.Upload("form#upload", "file", "so-lieu.csv", Bytes(Right));
        Assert.Contains("Tệp đúng, chưa nhập", office.Text, StringComparison.Ordinal);
        Assert.Contains("“1.250” → 1250", office.Text, StringComparison.Ordinal);
        Assert.Equal(0, await system.Db(db => db.Facts.CountAsync()));
        var page = office.Path;
        await office.Send("form.actions");
        Assert.Equal(page, office.Path);
        Assert.Contains("Đã nhập số liệu", office.Text, StringComparison.Ordinal);
        Assert.Equal(2, await system.Db(db => db.Facts.CountAsync()));
        Assert.False(await system.Db(db => db.Set<ImportDraft>().AnyAsync(d => d.Import!.Complete)));
        await office.Open("/imports");
        await office.Follow("so-lieu.csv");
        await office.Open(page);
        await office.Send("form#undo");
        Assert.Contains("Đã hoàn tác", office.Text, StringComparison.Ordinal);
        Assert.Empty(await system.Stored());
        Assert.Null((await system.Db(db => db.Figures.Where(f => f.Value != null).FirstOrDefaultAsync()))?.Value);
    }

    [Theory, BothEngines]
    public async Task What_is_no_table_is_named_and_not_kept(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var office = await Upload(system, "unit;indicator;period;value\n90001.A1;road.lit;202404;9\n\"90001.A2;road.lit;202404;1\n");
        Assert.Contains("dấu ngoặc kép mở ở dòng này không được đóng", office.Text, StringComparison.Ordinal);
        Assert.Empty(Kept(system));
        await office.Upload("form#upload", "file", "anh.csv", [0xFF, 0xD8, 0xFF, 0xE0, 0x80]);
        Assert.Contains("tệp không phải UTF-8", office.Text, StringComparison.Ordinal);
        Assert.Empty(Kept(system));
    }

    [Theory, BothEngines]
    public async Task The_mistakes_come_as_a_file_in_which_nothing_is_a_formula(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var office = await Upload(system, "unit;indicator;period;value\n90001.A1;=cmd;202404;9\n90001.A9;road.lit;202404;9\n");
        var csv = await office.Client.GetStringAsync($"{office.Path}?handler=Errors", TestContext.Current.CancellationToken);
        Assert.Contains("2;indicator;unknown-indicator;", csv, StringComparison.Ordinal);
        Assert.Contains("3;unit;unknown-unit;", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(csv.Split('\n'), l => l.Split(';').Any(c => c.StartsWith('=')));
    }

    [Theory, BothEngines]
    public async Task Columns_of_ones_own_are_chosen_once(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        const string file = "BẢNG SỐ LIỆU;;\n;;\nNơi;Đoạn đường có đèn;Ghi chú\nẤp 1;9;tốt\nẤp 2;7;\n";
        using var office = await Upload(system, file);
        Assert.Contains("Ghép cột", office.Text, StringComparison.Ordinal);
        Assert.Contains("Ấp 1 · Ấp 2", office.Text, StringComparison.Ordinal);
        await office.Send("form#columns", ("column-0", "unit"), ("column-1", "value"), ("given-indicator", "road.lit"));
        Assert.Contains("Còn cột bắt buộc", office.Text, StringComparison.Ordinal);
        await office.Send(
            "form#columns",
            ("column-0", "unit"),
            ("column-1", "value"),
            ("given-indicator", "road.lit"),
            ("given-period", "tháng 4/2024")
        );
        Assert.Contains("Tệp đúng, chưa nhập", office.Text, StringComparison.Ordinal);
        await office.Send("form.actions");
        Assert.Equal(16, (await system.Stored()).Single(r => r.Unit == system.World.Commune.Id).All.Sum);

        // A colleague of the same unit has a file with the same heads.
        using var again = await Upload(system, file, system.World.Reviewer);
        Assert.Contains("giữ nguyên", again.Text, StringComparison.Ordinal);
        Assert.Contains("Tệp đúng, chưa nhập", again.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Strange_figures_have_to_be_looked_at(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var office = await Upload(
            system,
            "unit;indicator;period;value\n90001.CA;crime.cases;202401;3\n90001.CA;crime.cases;202402;4\n90001.CA;crime.cases;202403;3\n"
                + "90001.CA;crime.cases;202404;3.000\n"
        );
        Assert.Contains("“3.000” → 3000 vụ", office.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Khác nhiều so với các kỳ trước",
            office.Page.QuerySelector("main tbody tr")!.TextContent,
            StringComparison.Ordinal
        );
        await office.Send("form.actions");
        Assert.Contains("Hãy xem các dòng cần lưu ý", office.Text, StringComparison.Ordinal);
        await office.Send("form.actions", ("looked", "true"));
        Assert.Contains("Đã nhập số liệu", office.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task What_has_changed_since_the_look_is_looked_at_again(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var office = await Upload(system, Right);
        await system.Record(
            new ThiDua.App.Facts.FactEntry(system.World.Hamlets[0].Id, "road.lit", ThiDua.Measures.Period.Month(2024, 4), 5)
        );
        await office.Send("form.actions");
        Assert.Contains("Số liệu vừa thay đổi", office.Text, StringComparison.Ordinal);
        Assert.Equal(1, await system.Db(db => db.Facts.CountAsync()));
        await office.Send("form.actions");
        Assert.Contains("Đã nhập số liệu", office.Text, StringComparison.Ordinal);
        Assert.Equal(
            9,
            await system.Db(db => db.Figures.Where(f => f.UnitId == system.World.Hamlets[0].Id).Select(f => f.Value).SingleAsync())
        );
    }

    [Theory, BothEngines]
    public async Task Another_persons_file_is_none(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var office = await Upload(system, Right);
        foreach (var other in new[] { system.World.Reviewer, system.World.HamletHeads[0], system.World.Administrator })
        {
            using var browser = await system.Browser(other);
            await browser.Open(office.Path);
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
            await browser.Open($"{office.Path}?handler=Errors");
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        }
        using var mine = await system.Browser(system.World.Reviewer);
        await mine.Open("/imports");
        Assert.DoesNotContain("so-lieu.csv", mine.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task What_is_given_up_or_forgotten_leaves_nothing(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var office = await Upload(system, Right);
        Assert.Single(Kept(system));
        await office.Send("form:not(.actions)");
        Assert.Empty(Kept(system));
        Assert.Equal(0, await system.Db(db => db.Imports.CountAsync()));

        await office.Upload("form#upload", "file", "so-lieu.csv", Bytes(Right));
        Assert.Single(Kept(system));
        system.SetClock(2024, 5, 17);
        await ImportWorld.Forget(system);
        Assert.Empty(Kept(system));
        Assert.Equal(0, await system.Db(db => db.Imports.CountAsync()));
    }
}
