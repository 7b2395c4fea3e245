using System.Text.RegularExpressions;

namespace ThiDua.EndToEnd;

/// <summary>Every figure of the sample leads to facts that make exactly it; a wish is assessed; a target is called by a better name.</summary>
public sealed partial class NumbersJourney(Demo demo)
{
    [Theory]
    [InlineData("all")]
    [InlineData("approved")]
    public async Task Every_figure_is_the_sum_of_its_facts(string basis)
    {
        var page = await demo.SignedIn("vanphong");
        await page.OpenProgress();
        var root = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{root}?basis={basis}");
        var places = await page.Locator("main a[href*='/targets/'], main a[href*='/units/']").AllAsync();
        var addresses = new HashSet<string> { $"{root}?basis={basis}" };
        foreach (var place in places)
            addresses.Add((await place.GetAttributeAsync("href"))!);
        var figures = new Dictionary<string, (string Shown, string Page)>();
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            var links = await page.EvaluateAsync<string[][]>(
                "[...document.querySelectorAll('main a[href*=\"/facts?\"]')].map(a => [a.textContent.trim(), a.getAttribute('href')])"
            );
            foreach (var link in links)
                if (Number().IsMatch(link[0]))
                    figures[link[1]] = (link[0], address);
        }
        Assert.True(figures.Count > 300, $"{figures.Count} figures");
        foreach (var (facts, (shown, from)) in figures)
        {
            var answer = await page.APIRequest.GetAsync(demo.Url + facts);
            Assert.Equal(200, answer.Status);
            var sum = Big().Match(await answer.TextAsync());
            Assert.True(sum.Groups[1].Value == Number().Match(shown).Value, $"{from}: {shown} is not {sum.Value} of {facts}");
        }
    }

    [Fact]
    public async Task A_target_without_a_figure_is_assessed_with_evidence()
    {
        var page = await demo.SignedIn("vanphong", phone: true);
        await page.OpenProgress();
        await page.Press(page.Locator("main a[href*='/targets/']").Filter(new() { HasText = "làm nòng cốt" }));
        await page.IsWell("wish");
        await page.Press(page.Locator("main a[href*='/assess']").First);
        await page.IsWell("wish-assess");
        await page.Press(page.Button("Lưu đánh giá"));
        await page.IsWell("wish-assess-errors");
        await page.GetByLabel("Đạt", new() { Exact = true }).CheckAsync();
        await page.Field("Words").FillAsync("Đã tham mưu 05 văn bản, vận động 12 buổi.");
        await page.SetInputFilesAsync(
            "input[type=file]",
            new FilePayload
            {
                Name = "bao-cao-tham-muu.txt",
                MimeType = "text/plain",
                Buffer = System.Text.Encoding.UTF8.GetBytes("Báo cáo kết quả tham mưu"),
            }
        );
        await page.Press(page.Button("Lưu đánh giá"));
        await page.IsWell("wish-assessed");
        var text = await page.InnerTextAsync("main");
        foreach (var said in new[] { "Đã tham mưu 05 văn bản", "bao-cao-tham-muu.txt", "ngày 16/9/2024" })
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_target_gets_a_shorter_name_and_the_kinds_of_its_group()
    {
        var page = await demo.SignedIn("vanphong");
        await page.OpenProgress();
        await page.Press(page.Locator(".targets h3 a").Filter(new() { HasText = "04 giảm" }));
        await page.IsWell("group");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Chọn năm gốc để so sánh" }));
        await page.IsWell("target-edit");
        await page.Field("Name").FillAsync("Giảm tội phạm thuộc mục tiêu “04 giảm”");
        await page.Press(page.Button("Lưu"));
        Assert.Equal("Giảm tội phạm thuộc mục tiêu “04 giảm”", await page.InnerTextAsync("h1"));
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Nêu tên từng loại" }));
        await page.Field("name").FillAsync("Số vụ trộm cắp tài sản");
        await page.Press(page.Button("Thêm loại này"));
        await page.IsWell("group-parts");
        await page.Press(page.Locator("main a").Filter(new() { HasText = "Số vụ trộm cắp tài sản" }));
        await page.IsWell("group-part");
        Assert.Contains("giảm so với năm 2023", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^[\d.]+(,\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"class=""big"">\s*([\d.]+(?:,\d+)?)")]
    private static partial Regex Big();
}
