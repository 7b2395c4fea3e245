using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Registers;
using ThiDua.App.Tests.Registers;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Packs;

/// <summary>What is changed in the folder of packs is taken into use by a running system, or told and left alone.</summary>
public sealed class PackWatchTests
{
    private const string Address = $"/registers/{UnseenRegister.Code}";

    [Theory, BothEngines]
    public async Task A_register_dropped_into_the_folder_is_used_without_a_restart(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var (hamlet, head) = (system.World.Hamlets[0], system.World.HamletHeads[0]);
        using var browser = await system.Browser(head);
        await browser.Open(Address);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, browser.Status);

        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await Taken(system);
        await browser.Open($"{Address}/new");
        await browser.Send("form.report", ("day", "2024-05-10"), ("street", "Đường ấp 1"), ("sort", "street"), ("people", "30"));
        Assert.StartsWith("/registers/rows/", browser.Path, StringComparison.Ordinal);
        Assert.Contains("đã tính", browser.Text, StringComparison.Ordinal);
        await browser.Open(Address);
        Assert.Contains("Đường ấp 1", browser.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Đường ấp 1",
            await browser.Client.GetStringAsync($"{Address}.csv", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "pack.take")));
        // Looked at again, nothing changes.
        Assert.False(await Look(system));
        Assert.True((await RegisterCountTests.Save(system, head, hamlet, UnseenRegister.Row(street: "Đường ấp 2"))).Ok);
    }

    [Theory, BothEngines]
    public async Task A_broken_file_is_told_and_changes_nothing(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var before = system.Packs.Default;
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml.Replace("unique", "uniqe"));
        Assert.True(await Settled(system));
        Assert.Same(before, system.Packs.Default);

        using var browser = await system.Browser(system.World.Administrator);
        await browser.Open("/admin");
        Assert.Contains("Bộ mẫu vừa sửa còn 1 lỗi", browser.Text, StringComparison.Ordinal);
        await browser.Follow("Xem lỗi");
        Assert.Contains("an-ninh-to-quoc/registers/clean-up.yaml", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Có phải \"unique\"?", browser.Text, StringComparison.Ordinal);
        Assert.Equal("11", browser.Page.QuerySelector("td[data-label='Dòng']")!.TextContent);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open("/admin/packs");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, head.Status);

        // What stands goes on: a plan's own indicator is taken beside the packs of before.
        system.Packs.Take([]);
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await Taken(system);
        await browser.Open("/admin/packs");
        Assert.Contains("không có lỗi nào", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Sổ ra quân dọn vệ sinh", browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_register_that_goes_leaves_its_rows_to_be_read(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var (hamlet, head) = (system.World.Hamlets[0], system.World.HamletHeads[0]);
        var row = (await RegisterCountTests.Save(system, head, hamlet, UnseenRegister.Row())).Value!.Id;
        pack.Delete(UnseenRegister.File);
        await Taken(system);

        using var browser = await system.Browser(head);
        await browser.Open($"/registers/rows/{row}");
        Assert.Contains("Bộ mẫu không còn sổ “clean-up”", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Đường ấp 1", browser.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("main button[name=act]"));
        foreach (var (address, status) in new[] { (Address, 200), ($"{Address}/new", 404), ($"/registers/rows/{row}/edit", 404) })
        {
            await browser.Open(address);
            Assert.Equal(status, (int)browser.Status);
        }
        using var office = await system.Browser(system.World.OfficeHead);
        foreach (var address in new[] { "/review", "/my-work", "/registers", "/search?q=duong" })
        {
            await office.Open(address);
            Assert.Equal(200, (int)office.Status);
        }
        var moved = await system.As(
            system.World.OfficeHead,
            s => s.GetRequiredService<ThiDua.App.Cases.MoveCase>().Handle(new(row, "confirm"), CancellationToken.None)
        );
        Assert.Contains("không còn sổ", Assert.Single(moved.Errors).Message, StringComparison.Ordinal);

        // Put back, it goes on as if nothing had been.
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await Taken(system);
        await browser.Open($"/registers/rows/{row}/edit");
        Assert.Equal("Đường ấp 1", browser.Page.QuerySelector("#street")!.GetAttribute("value"));
    }

    [Theory, BothEngines]
    public async Task A_field_that_changes_its_kind_breaks_no_page(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var (hamlet, head) = (system.World.Hamlets[0], system.World.HamletHeads[0]);
        var row = (await RegisterCountTests.Save(system, head, hamlet, UnseenRegister.Row())).Value!.Id;
        using var browser = await system.Browser(head);
        foreach (var kind in new[] { "date", "yesno", "unit", "officer", "place", "link", "period", "long-text", "choices", "row" })
        {
            var more = kind switch
            {
                "choices" => ", choices: [{code: a, label: {vi: \"A\", en: \"A\"}}]",
                "row" => ", register: clean-up",
                _ => "",
            };
            var people = $"kind: {kind}, label: {{vi: \"Số người\", en: \"People\"}}, listed: true{more}}}";
            pack.Write(
                UnseenRegister.File,
                UnseenRegister
                    .Yaml.Replace(
                        "kind: number, label: {vi: \"Số người\", en: \"People\"}, required: true, listed: true, usual: {low: 5, high: 200}}",
                        people
                    )
                    .Replace(", atMost: [people]", "")
                    .Replace(", sum: people", "")
            );
            await Taken(system);
            foreach (
                var address in new[]
                {
                    $"/registers/rows/{row}",
                    $"/registers/rows/{row}/edit",
                    Address,
                    $"{Address}?sort=people",
                    $"{Address}.json",
                }
            )
            {
                await browser.Open(address);
                Assert.True(browser.Status == System.Net.HttpStatusCode.OK, $"{kind}: {address} {browser.Status}");
            }
        }
    }

    [Theory, BothEngines]
    public async Task What_cases_and_figures_stand_on_cannot_go(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml.Replace("keptBy:", "flow: own\nkeptBy:"));
        pack.Write(
            "flows/own.yaml",
            File.ReadAllText(Path.Combine(pack.Folder, "flows/row.yaml")).Replace("code: row\n", "code: own\nkind: row\n")
        );
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var (hamlet, head) = (system.World.Hamlets[0], system.World.HamletHeads[0]);
        Assert.True((await RegisterCountTests.Save(system, head, hamlet, UnseenRegister.Row())).Ok);
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        pack.Delete("flows/own.yaml");
        Assert.True(await Settled(system));
        var trouble = Assert.Single(system.Packs.Troubles!.All);
        Assert.Equal("an-ninh-to-quoc/flows/own.yaml", $"{trouble.Pack}/{trouble.Error.File}");
        Assert.Contains("\"entered\"", trouble.Error.Message.Vi, StringComparison.Ordinal);
        using var browser = await system.Browser(head);
        await browser.Open(Address);
        Assert.Equal(200, (int)browser.Status);
    }

    private static async Task Taken(TestSystem system)
    {
        Assert.True(await Settled(system));
        Assert.True(system.Packs.Troubles is null, string.Join('\n', system.Packs.Troubles?.All.Select(t => t.Format("vi")) ?? []));
    }

    // Once to see that it changed, once more to see that nobody is at it any longer.
    private static async Task<bool> Settled(TestSystem system)
    {
        Assert.False(await Look(system));
        return await Look(system);
    }

    private static Task<bool> Look(TestSystem system) =>
        system.Services.GetRequiredService<PackWatch>().Look(TestContext.Current.CancellationToken);
}
