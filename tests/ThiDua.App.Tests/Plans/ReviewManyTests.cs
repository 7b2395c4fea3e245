using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Plans.Edit;
using ThiDua.App.Features.Plans.Spelling;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Plans;

/// <summary>What is done to many items of a plan at once: given to units, put right, parted.</summary>
public sealed class ReviewManyTests
{
    private const string Misread = """
        ỦY BAN NHÂN DÂN
        XÃ HÒA THUẬN MẪU

        Số: 21/KH-UBND

        Hòa Thuận Mẫu, ngày 10 tháng 01 năm 2024

        KẾ HOẠCH
        Phát động phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” năm 2024

        I. MỤC ĐÍCH, YÊU CẦU

        Nâng cao ý thức giữ gìn an ninh, trật tự của mỗi gia đình.

        II. NHIỆM VỤ

        1. Công tác phối hợp

        Công an xã chủ động phối hợp với Hội Liên hiệp Phụ nữ xã làm tốt các việc sau:

        - Tổ chức họp dân ở các áp để phổ biến kế hoạch; áp dụng cách làm của các áp đi trước.

        - Củng cố các tổ tự quản ở từng áp.

        2. Tuyên truyền

        - Tổ chức Ngày hội toàn dân; phát tờ rơi đến từng hộ.

        - Lồng ghép nội dung vào sinh hoạt thường kỳ.

        Nơi nhận:
        - Công an xã;
        - Lưu: VT.
        """;

    private static async Task<DraftContent> Content(TestSystem system, PlanDraft draft) =>
        DraftContent.Parse(await system.Db(db => db.PlanDrafts.Where(d => d.Id == draft.Id).Select(d => d.Content).SingleAsync()));

    private static Task<Outcome> Mend(TestSystem system, PlanDraft draft, bool keep, params IEnumerable<DraftSlip> slips) =>
        system.As(
            system.World.OfficeHead,
            s => s.GetRequiredService<MendSlips>().Handle(new(draft.PublicId, [.. slips.Select(x => x.Pick)], keep), CancellationToken.None)
        );

    [Theory, BothEngines]
    public async Task Misprints_are_put_right_in_one_go_and_no_word_beside_them(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var draft = await PlanSamples.Import(system, Misread);
        var slips = DraftRules.Slips(await Content(system, draft));
        Assert.Equal(3, slips.Count);
        Assert.True((await Mend(system, draft, keep: false, slips.Take(2))).Ok);
        var content = await Content(system, draft);
        Assert.Contains(
            content.Tasks,
            t => t.Text.Contains("ở các ấp để phổ biến kế hoạch; áp dụng cách làm của các ấp", StringComparison.Ordinal)
        );
        Assert.True((await Mend(system, draft, keep: true, DraftRules.Slips(content))).Ok);
        content = await Content(system, draft);
        Assert.Empty(DraftRules.Slips(content));
        Assert.Contains(content.Tasks, t => t.Text.Contains("ở từng áp", StringComparison.Ordinal));
        // What was seen before is not changed over what stands now.
        Assert.NotEmpty((await Mend(system, draft, keep: false, slips)).Errors);
    }

    [Fact]
    public async Task The_list_of_misprints_is_led_to_and_mends_what_is_ticked()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var draft = await PlanSamples.Import(system, Misread);
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open($"/plans/{draft.PublicId}");
        Assert.DoesNotContain("lỗi nhận dạng chữ", office.Text, StringComparison.Ordinal);
        await office.Follow("Sửa giúp 3 chỗ có thể sai chữ");
        await office.Send("form", "Sửa các chỗ đã chọn");
        Assert.Equal($"/plans/{draft.PublicId}", office.Path);
        Assert.DoesNotContain("có thể sai chữ", office.Text, StringComparison.Ordinal);
        Assert.Empty(DraftRules.Slips(await Content(system, draft)));
    }

    [Theory, BothEngines]
    public async Task Tasks_are_given_many_at_once_and_filter_and_place_are_kept(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var draft = await PlanSamples.Import(system, Misread);
        var free = (await Content(system, draft)).Tasks.Where(t => t.Lead.Count == 0).ToList();
        Assert.Equal(2, free.Count);
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open($"/plans/{draft.PublicId}?show=NoUnit");
        Assert.Contains("2 nhiệm vụ chưa có đơn vị chủ trì", office.Text, StringComparison.Ordinal);
        var pick = $"{free[0].Id}:{free[0].Version}";
        await office.Send("form#marks", "Giao nhiệm vụ đã chọn", ("pick", pick));
        Assert.Contains("Hãy chọn đơn vị chủ trì", office.Text, StringComparison.Ordinal);
        await office.Send("form#marks", "Giao nhiệm vụ đã chọn", ("pick", pick), ("lead", "Ấp 2"), ("with", "Công an xã"));
        Assert.Equal($"/plans/{draft.PublicId}?show=NoUnit", office.Path.Split('#')[0]);
        var content = await Content(system, draft);
        Assert.Equal(["Ấp 2"], content.Tasks.Single(t => t.Id == free[0].Id).Lead);
        Assert.Equal(["Công an xã"], content.Tasks.Single(t => t.Id == free[0].Id).With);
        Assert.Equal([system.World.Hamlets[1].PublicId], content.Unit("Ấp 2")!.Matched);
        Assert.Single(DraftRules.WithoutLead(content));
        // Who is no unit of this system leads nothing; the launch page counts alike.
        var strange = DraftContent.Parse(content.With(content.Unit("Ấp 2")! with { Choice = UnitChoice.Ignore }).Write());
        Assert.Contains(DraftRules.WithoutLead(strange), t => t.Id == free[0].Id);
        await office.Open($"/plans/{draft.PublicId}/launch");
        Assert.Contains("1 nhiệm vụ chưa có đơn vị chủ trì", office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_one_item_leads_back_to_the_same_filter()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var draft = await PlanSamples.Import(system, Misread);
        var free = (await Content(system, draft)).Tasks.Where(t => t.Lead.Count == 0).ToList();
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open($"/plans/{draft.PublicId}?show=NoUnit&q=hoi");
        await office.Open(office.Page.QuerySelector($"a[href^='/plans/{draft.PublicId}/tasks/{free[0].Id}']")!.GetAttribute("href")!);
        await office.Send("form:has([name=Lead])", "Lưu", ("Lead", "Công an xã"));
        Assert.Equal($"/plans/{draft.PublicId}?show=NoUnit&q=hoi", office.Path.Split('#')[0]);
    }

    [Theory, BothEngines]
    public async Task An_item_is_parted_and_put_together_again(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var draft = await PlanSamples.Import(system, Misread);
        var item = (await Content(system, draft)).Tasks.Single(t => t.Text.Contains("Ngày hội", StringComparison.Ordinal));
        Task<Outcome> Split(string? parts, int version) =>
            system.As(
                system.World.OfficeHead,
                s => s.GetRequiredService<SplitItem>().Handle(new(draft.PublicId, item.Id, version, parts), CancellationToken.None)
            );
        Assert.Equal("parts", Assert.Single((await Split("Một dòng", item.Version)).Errors).Field);
        Assert.True((await Split("Tổ chức Ngày hội\n\nPhát tờ rơi", item.Version)).Ok);
        Assert.NotEmpty((await Split("a\nb", item.Version)).Errors);
        var content = await Content(system, draft);
        var parts = content.Tasks.Where(t => t.FirstLine == item.FirstLine).ToList();
        Assert.Equal(["Tổ chức Ngày hội", "Phát tờ rơi"], parts.Select(t => t.Text));
        var merged = await system.As(
            system.World.OfficeHead,
            s =>
                s.GetRequiredService<MergeItems>()
                    .Handle(new(draft.PublicId, parts[0].Id, parts[0].Version, parts[1].Id), CancellationToken.None)
        );
        Assert.True(merged.Ok);
        Assert.Equal("Tổ chức Ngày hội; Phát tờ rơi", (await Content(system, draft)).Tasks.Single(t => t.Id == item.Id).Text);
    }

    [Theory, BothEngines]
    public async Task A_heading_of_tasks_holds_its_parts_which_are_its_units_to_do(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var content = await Content(system, await PlanSamples.Import(system, Misread));
        var whole = content.Tasks.Single(t => t.Text.Contains("làm tốt các việc sau", StringComparison.Ordinal));
        var parts = content.Tasks.Where(t => t.Parent == whole.Id).ToList();
        Assert.Equal(2, parts.Count);
        Assert.All(parts, p => Assert.Equal(whole.Lead, p.Lead));
        Assert.All(content.Tasks.Where(t => t.Section != whole.Section), t => Assert.Null(t.Parent));
    }

    [Fact]
    public async Task What_would_be_refused_is_not_offered()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        // Several units, of a kind of which the commune has none yet.
        var draft = await PlanSamples.Import(
            system,
            Misread.Replace("1. Công tác phối hợp", "1. Các cơ quan chuyên môn: Thực hiện tốt phòng cháy.", StringComparison.Ordinal)
        );
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open($"/plans/{draft.PublicId}/units");
        foreach (var row in office.Page.QuerySelectorAll("ul.units > li"))
        {
            if (!row.TextContent.Contains("đang có 0", StringComparison.Ordinal))
                continue;
            Assert.DoesNotContain(row.QuerySelectorAll("button"), b => b.TextContent.StartsWith("Đúng rồi", StringComparison.Ordinal));
            return;
        }
        Assert.Fail(office.Text);
    }
}
