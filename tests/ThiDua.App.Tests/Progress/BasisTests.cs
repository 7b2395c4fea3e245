using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Documents;
using ThiDua.App.Features.Plans;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;
using ThiDua.Plans;
using ThiDua.Plans.Reading;
using ThiDua.Plans.Source;

namespace ThiDua.App.Tests.Progress;

/// <summary>One basis, named, switchable, equal to the digit on screen and on paper (F14).</summary>
public sealed partial class BasisTests
{
    private static readonly DateOnly Today = new(2024, 5, 15);

    [Theory, BothEngines]
    public async Task Page_and_paper_of_one_day_and_basis_agree_to_the_digit(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        await Plan(system);
        // The months to February are approved, of the police to March.
        await system.Approve(
            system.World.Police.Id,
            [
                .. from code in new[] { "crime.cases", "crime.cleared", "crime-report.received", "crime-report.resolved" }
                from month in Enumerable.Range(1, 3)
                select (code, Period.Month(2024, month)),
            ]
        );
        foreach (var hamlet in system.World.Hamlets.Take(3))
            await system.Approve(
                hamlet.Id,
                ("household.total", Period.Month(2024, 1)),
                ("household.reached", Period.Month(2024, 1)),
                ("household.reached", Period.Month(2024, 2))
            );
        var all = await Agree(system, approvedOnly: false);
        var approved = await Agree(system, approvedOnly: true);
        Assert.NotEqual(all, approved);
    }

    [Theory, BothEngines]
    public async Task The_choice_is_in_the_address_and_remembered(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/progress/{system.World.Campaign}");
        Assert.Contains("Đang xem: cả số liệu chưa duyệt.", browser.Text, StringComparison.Ordinal);
        await browser.Follow("Chỉ xem số liệu đã duyệt");
        Assert.Contains("Đang xem: số liệu đã duyệt.", browser.Text, StringComparison.Ordinal);
        Assert.All(
            browser.Page.QuerySelectorAll(".targets h3 a"),
            a => Assert.Contains("basis=approved", a.GetAttribute("href")!, StringComparison.Ordinal)
        );
        await browser.Open($"/progress/{system.World.Campaign}");
        Assert.Contains("Đang xem: số liệu đã duyệt.", browser.Text, StringComparison.Ordinal);
        await browser.Follow("Xem cả số liệu chưa duyệt");
        Assert.Contains("Đang xem: cả số liệu chưa duyệt.", browser.Text, StringComparison.Ordinal);
    }

    /// <summary>A paper is headed by its plan.</summary>
    private static async Task Plan(TestSystem system)
    {
        var text = "ỦY BAN NHÂN DÂN XÃ MẪU\nSố: 05/KH-UBND\n\nKẾ HOẠCH\nPhong trào thi đua năm 2024\n\nI. MỤC ĐÍCH\n1. Giữ an ninh."u8;
        var read = PlanReader.Read(DocumentSource.Read(new MemoryStream(text.ToArray()), "ke-hoach.txt"));
        await system.Db(db => db.PlanDrafts.ExecuteUpdateAsync(d => d.SetProperty(x => x.ReadJson, PlanJson.Write(read, false))));
    }

    /// <returns>All that was compared.</returns>
    private static async Task<string> Agree(TestSystem system, bool approvedOnly)
    {
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/progress/{system.World.Campaign}?basis={(approvedOnly ? "approved" : "all")}");
        var paper = await system.As(
            system.World.OfficeHead,
            async s =>
            {
                var campaign = await s.GetRequiredService<Data.AppDb>().Campaigns.Include(c => c.Targets).SingleAsync();
                return await s.GetRequiredService<ReportContent>().Of(campaign, Today, approvedOnly, CancellationToken.None);
            }
        );
        var summary = (IReadOnlyDictionary<string, object?>)paper["summary"]!;
        var counts = browser.Page.QuerySelectorAll(".counts strong").Select(c => int.Parse(c.TextContent)).ToList();
        Assert.Equal(counts.Take(4), new[] { "met", "on_track", "behind", "missed" }.Select(k => (int)summary[k]!));
        Assert.Equal(counts.Skip(4).Sum(), (int)summary["open"]!);
        var units = Units().Match(browser.Text);
        Assert.Equal(($"{summary["units"]}", $"{summary["reported"]}"), (units.Groups[1].Value, units.Groups[2].Value));
        var rows = ((IEnumerable<Dictionary<string, object?>>)paper["targets"]!).ToDictionary(r => (string)r["text"]!);
        var cards = browser.Page.QuerySelectorAll(".targets .card");
        Assert.Equal(rows.Count, cards.Length);
        foreach (var card in cards)
        {
            var row = rows[Browser.Fold(card.QuerySelector("h3")!.TextContent)];
            var (big, value) = (Browser.Fold(card.QuerySelector(".big")!.TextContent), (string)row["value"]!);
            Assert.Equal(value, big.Replace(" trên ", "/", StringComparison.Ordinal).Replace(" đạt", "", StringComparison.Ordinal));
            Assert.Equal((string)row["state"]!, Browser.Fold(card.QuerySelector(".state")!.TextContent));
            if (row["parts"] is string parts)
                Assert.Equal(Numbers(parts), Numbers(Browser.Fold(card.QuerySelector(".parts")!.TextContent)).Take(Numbers(parts).Count()));
        }
        return string.Join("; ", cards.Select(c => Browser.Fold(c.TextContent)));
    }

    private static IEnumerable<string> Numbers(string text) => Figures().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"(\d+) đơn vị phải báo cáo, (\d+) đơn vị đã gửi đủ")]
    private static partial Regex Units();

    [GeneratedRegex(@"\d[\d.]*(,\d+)?")]
    private static partial Regex Figures();
}
