using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Registers;
using ThiDua.App.Imports;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Registers;

/// <summary>
/// A register that was only dropped into the pack's folder: form, list, exports, import and undo, without a line of code.
/// </summary>
public sealed class RegisterPageTests
{
    private const string Address = $"/registers/{UnseenRegister.Code}";

    private static async Task<TestSystem> Start(Engine engine, SpoiltPack pack)
    {
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        return await TestSystem.Start(engine, packs: pack.Parent);
    }

    [Theory, BothEngines]
    public async Task The_form_takes_a_row_says_what_is_wrong_and_loses_nothing(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        await browser.Open("/registers");
        Assert.Contains("Sổ ra quân dọn vệ sinh", browser.Text, StringComparison.Ordinal);
        await browser.Open($"{Address}/new");
        await browser.Send("form.report", ("day", "2024-05-10"), ("street", "Đường ấp 1"), ("sort", "street"), ("people", "nhiều"));
        Assert.Contains("Chỉ ghi chữ số", browser.Text, StringComparison.Ordinal);
        Assert.Equal("Đường ấp 1", browser.Page.QuerySelector("#street")!.GetAttribute("value"));
        await browser.Send("form.report", ("people", "300"));
        Assert.Contains("Khác mức thường gặp (từ 5 đến 200)", browser.Text, StringComparison.Ordinal);
        await browser.Send("form.report", ("comment.people", "Cả ba ấp cùng làm"));
        Assert.StartsWith("/registers/rows/", browser.Path, StringComparison.Ordinal);
        Assert.Contains("Cả ba ấp cùng làm", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Số buổi tuyên truyền phòng, chống tội phạm, tháng 5/2024 · đã tính", browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task The_list_filters_sorts_sums_and_exports_and_a_stranger_sees_nothing(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        var world = system.World;
        await RegisterCountTests.Save(system, world.HamletHeads[0], world.Hamlets[0], UnseenRegister.Row(people: "30"));
        await RegisterCountTests.Save(
            system,
            world.HamletHeads[0],
            world.Hamlets[0],
            UnseenRegister.Row(street: "Đường ấp 9", people: "100")
        );
        var canal = UnseenRegister.Row(street: "=Kênh ấp 2", people: "9");
        (canal["sort"], canal["boats"]) = ("canal", "1");
        await RegisterCountTests.Save(system, world.HamletHeads[1], world.Hamlets[1], canal);
        using var browser = await system.Browser(world.OfficeHead);
        async Task<string[]> Streets(string query)
        {
            using var json = JsonDocument.Parse(
                await browser.Client.GetStringAsync($"{Address}.json{query}", TestContext.Current.CancellationToken)
            );
            return [.. json.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("street").GetString()!)];
        }
        Assert.Equal(["=Kênh ấp 2", "Đường ấp 1", "Đường ấp 9"], await Streets("?sort=people"));
        Assert.Equal(["Đường ấp 9", "Đường ấp 1", "=Kênh ấp 2"], await Streets("?sort=-people"));
        Assert.Equal(["=Kênh ấp 2"], await Streets("?f.sort=canal"));
        Assert.Equal(["Đường ấp 1", "Đường ấp 9"], await Streets("?sort=street&f.people-from=30"));
        Assert.Equal(["=Kênh ấp 2"], await Streets("?q=kenh"));
        Assert.Empty(await Streets("?date-to=2024-05-09"));
        await browser.Open($"{Address}?totals=1");
        Assert.Contains("139", browser.Text, StringComparison.Ordinal);
        Assert.Contains(
            "'=Kênh ấp 2",
            await browser.Client.GetStringAsync($"{Address}.csv", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        using var head = await system.Browser(world.HamletHeads[2]);
        await head.Open(Address);
        Assert.Contains("Chưa có dòng nào", head.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Đường ấp",
            await head.Client.GetStringAsync($"{Address}.csv", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory, BothEngines]
    public async Task Its_workbook_comes_back_all_same_changes_by_code_and_is_taken_back(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        var world = system.World;
        var full = UnseenRegister.Row();
        (full["bags"], full["other"], full["with"], full["women"]) = ("1,5", "2", "Công an xã", "10");
        await RegisterCountTests.Save(system, world.OfficeHead, world.Hamlets[0], full);
        await RegisterCountTests.Save(system, world.OfficeHead, world.Hamlets[1], UnseenRegister.Row(street: "Đường ấp 2"));
        using var browser = await system.Browser(world.OfficeHead);
        var book = await browser.Client.GetByteArrayAsync($"{Address}.xlsx", TestContext.Current.CancellationToken);
        Assert.Equal((2, 0, 0, 2), Counts(await Import(system, world.OfficeHead, book)));

        var text = $"Đơn vị;Ngày;Tuyến đường;Loại;Số người\n{world.Hamlets[2].Code};12/5/2024;Đường mới;Đường ấp;15\n";
        var fresh = await Import(system, world.OfficeHead, System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal((1, 1, 0, 0), Counts(fresh));
        Assert.Equal(3, await system.Db(db => db.RegisterRows.CountAsync()));
        var undone = await system.As(
            world.OfficeHead,
            s => s.GetRequiredService<UndoImport>().Handle(fresh.Import!, CancellationToken.None)
        );
        Assert.True(undone.Ok, string.Join('\n', undone.Errors));
        Assert.Equal(1, await system.Db(db => db.RegisterRows.CountAsync(r => r.Case.State == "cancelled")));
        Assert.Equal(
            0,
            (await system.As(null, s => s.GetRequiredService<ThiDua.App.Verify.VerifySystem>().Handle(CancellationToken.None))).Totals.Wrong
        );

        // A column that the file lacks changes nothing, a name that the row holds is its own, what is unique stays so.
        var key = await system.Db(db => db.RegisterRows.OrderBy(r => r.Id).Select(r => r.Case.PublicId).FirstAsync());
        var few = $"Mã dòng;Ngày;Tuyến đường;Loại;Số người\n{key};10/5/2024;Đường ấp 1;Đường ấp;31\n";
        Assert.Equal((1, 0, 1, 0), Counts(await Import(system, world.OfficeHead, System.Text.Encoding.UTF8.GetBytes(few))));
        var data = (await system.Db(db => db.RegisterRows.OrderBy(r => r.Id).FirstAsync())).Data;
        Assert.Equal(("31", "10", world.Police.PublicId), (data["people"], data["women"], data["with"]));
        var twice = $"Đơn vị;Ngày;Tuyến đường;Loại;Số người\n{world.Hamlets[0].Code};12/5/2024;đường ấp 1;Đường ấp;15\n";
        Assert.Equal(
            "row-taken",
            Assert.Single((await Import(system, world.OfficeHead, System.Text.Encoding.UTF8.GetBytes(twice))).Errors).Code
        );

        var wrong = await Import(system, world.OfficeHead, "Đơn vị;Ngày;Tuyến đường;Loại;Số người\nẤp 99;1/5/2024;A;Sông;x\n"u8.ToArray());
        Assert.False(wrong.Ok);
        wrong = await Import(system, world.OfficeHead, "Đơn vị;Ngày;Tuyến đường;Loại;Số người\nẤp 1;31/4/2024;A;Sông;x\n"u8.ToArray());
        Assert.Equal(["Ngày", "Loại", "Số người"], wrong.Errors.Select(e => e.Column));
    }

    private static (int, int, int, int) Counts(ImportResult result)
    {
        Assert.True(result.Ok, string.Join('\n', result.Errors));
        return (result.Rows, result.New, result.Changed, result.Same);
    }

    private static Task<ImportResult> Import(TestSystem system, TestAccount who, byte[] content) =>
        system.As(
            who,
            s =>
                s.GetRequiredService<RunImport>()
                    .Handle(
                        new(
                            Features.Registers.ImportRows.RowTarget.Code,
                            "so.xlsx",
                            new MemoryStream(content),
                            DryRun: false,
                            UnseenRegister.Code
                        ),
                        CancellationToken.None
                    )
        );
}
