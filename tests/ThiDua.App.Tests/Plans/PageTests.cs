using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Features.Plans;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Plans;

/// <summary>The pages from upload to campaign, without JavaScript.</summary>
public sealed class PageTests
{
    [Theory, BothEngines]
    public async Task A_person_uploads_checks_and_launches_a_plan(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open("/plans/new");
        await browser.Upload("form", "File", "ke-hoach.txt", PlanSamples.Bytes(PlanSamples.Short));
        Assert.StartsWith("/plans/", browser.Path, StringComparison.Ordinal);
        Assert.Contains("21/KH-UBND", browser.Text, StringComparison.Ordinal);
        Assert.Contains("trên 75%", browser.Text, StringComparison.Ordinal);
        var review = browser.Path;

        await browser.Follow("Đến bước phát động");
        await browser.Send("form#launch", "Phát động");
        Assert.StartsWith("/campaigns/", browser.Path, StringComparison.Ordinal);
        Assert.Contains("Công an xã", browser.Text, StringComparison.Ordinal);
        Assert.Contains("76/KH-UBND", browser.Text, StringComparison.Ordinal);
        var line = browser.Page.QuerySelector("td a[href*='/source#L']")!.GetAttribute("href")!;
        await browser.Open(line);
        Assert.NotNull(browser.Page.GetElementById(line.Split('#')[1]));
        await browser.Open(review);
        Assert.Contains("Đã phát động", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("button[name=act]"));
    }

    [Fact]
    public async Task What_was_left_in_the_middle_is_there_when_one_comes_back()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var draft = await PlanSamples.Import(system);
        using (var browser = await system.Browser(system.World.OfficeHead))
        {
            await browser.Open($"/plans/{draft.PublicId}");
            await Mark(browser, "drop");
        }
        using var later = await system.Browser(system.World.Reviewer);
        await later.Open("/plans");
        await later.Follow(draft.Title);
        Assert.Contains("Vừa làm: bỏ một mục", later.Text, StringComparison.Ordinal);
        await later.Send("form.last-change");
        Assert.DoesNotContain((await PlanSamples.Content(system, draft.PublicId)).Items, i => i.Dropped);
    }

    [Fact]
    public async Task Every_item_leads_to_lines_that_the_source_shows()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var draft = await PlanSamples.Import(system);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/plans/{draft.PublicId}");
        var items = browser.Page.QuerySelectorAll("li.item");
        Assert.Equal((await PlanSamples.Content(system, draft.PublicId)).Items.Count(), items.Length);
        Assert.All(items, i => Assert.NotNull(browser.Page.GetElementById(i.QuerySelector("a[href^='#L']")!.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task Filters_and_search_narrow_the_list_and_typing_without_marks_finds()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var draft = await PlanSamples.Import(system);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/plans/{draft.PublicId}?q=tu+quan");
        Assert.Contains("tự quản", Assert.Single(browser.Page.QuerySelectorAll("li.item")).TextContent, StringComparison.Ordinal);
        await browser.Open($"/plans/{draft.PublicId}?show=NoIndicator");
        Assert.All(
            browser.Page.QuerySelectorAll("li.item"),
            i => Assert.Contains("chưa có, chỉ ghi nhận", i.TextContent, StringComparison.Ordinal)
        );
        await browser.Open($"/plans/{draft.PublicId}?show=Dropped");
        Assert.Empty(browser.Page.QuerySelectorAll("li.item"));
    }

    [Fact]
    public async Task A_target_is_corrected_on_its_own_page_and_a_wrong_number_is_kept_in_the_field()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var draft = await PlanSamples.Import(system);
        var target = (await PlanSamples.Content(system, draft.PublicId)).Targets.First(t => t.Comparator == ">");
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/plans/{draft.PublicId}/targets/{target.Id}");
        await browser.Send("form", ("Value", "bảy mươi"));
        Assert.Equal("bảy mươi", browser.Page.QuerySelector("input[name=Value]")!.GetAttribute("value"));
        Assert.Contains("Chỉ ghi chữ số", browser.Text, StringComparison.Ordinal);
        await browser.Send("form", ("Value", "77,5"), ("Comparator", "="), ("Exact", "true"));
        var now = (await PlanSamples.Content(system, draft.PublicId)).Targets.Single(t => t.Id == target.Id);
        Assert.Equal((77.5m, "=", true, true), (now.Value, now.Comparator, now.Exact, now.Confirmed));
        Assert.Contains("đúng 77,5%", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_figure_is_shown_as_it_is_read()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var draft = await PlanSamples.Import(system);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/plans/{draft.PublicId}");
        var trees = browser.Page.QuerySelectorAll("li.item").First(i => i.TextContent.Contains("hoa giấy", StringComparison.Ordinal));
        Assert.Contains("ít nhất 40", trees.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kế hoạch chỉ ghi con số", trees.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_matched_on_the_page_of_units()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var draft = await PlanSamples.Import(system);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/plans/{draft.PublicId}/units");
        var row = (await PlanSamples.Content(system, draft.PublicId)).Unit("Công an xã")!;
        var form = $"form:has(input[value='{row.Key}'])";
        await browser.Send(form, ("Choice", "Create"), ("Kind", "police"), ("NewNames", ""));
        Assert.Contains(
            "Đơn vị cần tạo",
            browser.Text.Replace("Tên đơn vị cần tạo", "Đơn vị cần tạo", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.NotNull(browser.Page.QuerySelector("[role=alert]"));
        await browser.Send(form, ("Choice", "Ignore"));
        Assert.Equal(UnitChoice.Ignore, (await PlanSamples.Content(system, draft.PublicId)).Unit("Công an xã")!.Choice);
    }

    [Fact]
    public async Task All_of_a_kind_that_has_no_unit_yet_asks_for_names()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var draft = await PlanSamples.Import(system);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/plans/{draft.PublicId}/units");
        var form = "form:has(input[value='cong an xa'])";
        await browser.Send(form, ("Choice", "AllOfKind"), ("Kind", "veterans"), ("NewNames", ""));
        Assert.Contains(
            "chưa có đơn vị nào thuộc loại này",
            browser.Page.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        await browser.Send(form, ("Choice", "AllOfKind"), ("Kind", "veterans"), ("NewNames", "Hội Cựu chiến binh xã"));
        Assert.Equal(["Hội Cựu chiến binh xã"], (await PlanSamples.Content(system, draft.PublicId)).Unit("Công an xã")!.NewNames);
        await browser.Open($"/plans/{draft.PublicId}/units");
        await browser.Send(form, ("Choice", "AllOfKind"), ("Kind", "hamlet"), ("NewNames", ""));
        Assert.Null(browser.Page.QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task The_last_page_before_the_launch_leads_to_everything_still_to_check()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var draft = await PlanSamples.Import(
            system,
            PlanSamples.Short.Replace(
                "2. Hội Liên hiệp Phụ nữ xã:",
                "2. Các trường trên địa bàn xã và Câu lạc bộ thơ:",
                StringComparison.Ordinal
            )
        );
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/plans/{draft.PublicId}/launch");
        var content = await PlanSamples.Content(system, draft.PublicId);
        var units = DraftRules.UnitsInUse(content).Count(u => u.ToCheck);
        Assert.True(units > 0);
        var links = browser.Page.QuerySelectorAll(".alert.soon a").ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent);
        Assert.Equal($"Xem {units} tên đơn vị", links[$"/plans/{draft.PublicId}/units"]);
        Assert.Equal(content.Head.ToCheck, links.ContainsKey($"/plans/{draft.PublicId}/head"));
    }

    [Fact]
    public async Task A_refused_file_is_named_on_the_page()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open("/plans/new");
        await browser.Upload("form", "File", "trong.docx", []);
        Assert.Contains("trong.docx", browser.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await system.Db(db => db.PlanDrafts.CountAsync()));
    }

    [Fact]
    public async Task Who_may_not_see_a_draft_finds_nothing_there()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var draft = await PlanSamples.Import(system);
        foreach (var who in new[] { system.World.HamletHeads[0], system.World.Administrator })
        {
            using var browser = await system.Browser(who);
            foreach (
                var page in new[]
                {
                    "/plans",
                    "/plans/new",
                    $"/plans/{draft.PublicId}",
                    $"/plans/{draft.PublicId}/units",
                    $"/plans/{draft.PublicId}/head",
                    $"/plans/{draft.PublicId}/launch",
                    $"/plans/{draft.PublicId}/source",
                }
            )
            {
                await browser.Open(page);
                Assert.Equal(HttpStatusCode.NotFound, browser.Status);
            }
        }
    }

    private static async Task Mark(Browser browser, string mark)
    {
        var button = browser
            .Page.QuerySelectorAll("button[name=act]")
            .First(b => b.GetAttribute("value")!.StartsWith(mark, StringComparison.Ordinal));
        await browser.Send("#marks", Browser.Fold(button.TextContent));
    }
}
