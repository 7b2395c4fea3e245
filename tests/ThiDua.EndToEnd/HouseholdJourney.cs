using System.Text.RegularExpressions;

namespace ThiDua.EndToEnd;

/// <summary>
/// Thirty households come to two meetings and count once; from the office's figure the way leads down to the meeting and its photo.
/// </summary>
public sealed partial class HouseholdJourney(Demo demo)
{
    private const int Many = 30;
    private const string First = "Gặp gỡ ba mươi hộ cuối sổ",
        Second = "Gặp lại ba mươi hộ cuối sổ";

    [Fact]
    public async Task Thirty_households_at_two_meetings_count_once()
    {
        var hamlet = await demo.SignedIn("ap3", phone: true);
        var before = await Reached();
        var last = await Write(hamlet, First, "2024-09-14", null);
        var once = await Reached();
        Assert.Equal(before + Many, once);
        await Write(hamlet, Second, "2024-09-15", last);
        Assert.Equal(once, await Reached());
        var row = new Uri(hamlet.Url).AbsolutePath;

        // What was ticked is there again to be mended.
        await hamlet.GotoAsync($"{row}/edit");
        await hamlet.IsWell("households-edit");
        await hamlet.Press(hamlet.Button("Lưu vào sổ"));
        Assert.Equal(once, await Reached());

        var office = await demo.SignedIn("vanphong");
        await office.GotoAsync(await FactsOf(office));
        await office.IsWell("households-facts");
        await office.Press(office.Locator("tbody tr", new() { HasText = demo.UnitOf("ap3") }).Locator("a[href^='/facts/']").First);
        await office.IsWell("households-fact");
        await office.Press(office.GetByRole(AriaRole.Link, new() { Name = First }));
        await office.IsWell("households-meeting");
        Assert.Contains($"{Many} hộ", await office.InnerTextAsync("main"), StringComparison.Ordinal);
        var photo = office.GetByRole(AriaRole.Link, new() { Name = "anh-buoi-hop.txt" });
        var held = await office.APIRequest.GetAsync(new Uri(new Uri(office.Url), await photo.GetAttributeAsync("href")).ToString());
        Assert.Equal("Ảnh buổi họp", await held.TextAsync());
    }

    /// <summary>The last thirty of the hamlet's list: written the first time, ticked one by one the second.</summary>
    /// <returns>Their order numbers.</returns>
    private static async Task<IReadOnlyList<int>> Write(IPage page, string topic, string day, IReadOnlyList<int>? ticked)
    {
        await page.GotoAsync("/registers/outreach/new");
        await page.Field("date").FillAsync(day);
        await page.Field("topic").FillAsync(topic);
        await page.SelectOptionAsync("#channel", "meeting");
        await page.Field("attendance").FillAsync("40");
        var groups = await page.Locator("input[name=reached][type=checkbox]").EvaluateAllAsync<string[]>("all => all.map(a => a.value)");
        var end = groups.Where(g => g.Contains('-', StringComparison.Ordinal)).Max(g => int.Parse(g.Split('-')[1], null));
        var numbers = Enumerable.Range(end - Many + 1, Many).ToList();
        if (ticked is null)
        {
            await page.Locator("input[name=reached][type=text]").FillAsync($"{numbers[0]}-{numbers[^1]}");
            await page.SetInputFilesAsync(
                "#photos",
                new FilePayload
                {
                    Name = "anh-buoi-hop.txt",
                    MimeType = "text/plain",
                    Buffer = "Ảnh buổi họp"u8.ToArray(),
                }
            );
        }
        else
        {
            foreach (var group in await page.Locator(".households summary").AllAsync())
                await group.ClickAsync();
            foreach (var number in ticked)
                await page.Locator($"#reached-n{number}").CheckAsync();
        }
        await page.IsWell($"households-form-{(ticked is null ? "written" : "ticked")}");
        await page.IsTouchable();
        await page.Press(page.Button("Lưu vào sổ"));
        Assert.Equal(topic, await page.InnerTextAsync("h1"));
        return numbers;
    }

    private async Task<long> Reached()
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={Path.Combine(demo.Data, "thidua.db")};Mode=ReadOnly"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT f.Value FROM figure f
            JOIN indicator i ON i.Id = f.IndicatorId AND i.Code = 'household.reached'
            JOIN unit_version v ON v.UnitId = f.UnitId AND v.Name = $unit
            ORDER BY f.PeriodId DESC LIMIT 1
            """;
        command.Parameters.AddWithValue("$unit", demo.UnitOf("ap3"));
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<string> FactsOf(IPage page)
    {
        await page.GotoAsync("/progress");
        foreach (
            var target in await page.Locator("main a[href*='/targets/']")
                .EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))")
        )
        {
            var html = await (await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), target).ToString())).TextAsync();
            if (Facts().Match(html) is { Success: true } link)
                return System.Net.WebUtility.HtmlDecode(link.Groups[1].Value);
        }
        throw new InvalidOperationException("No target leads to the facts of households reached.");
    }

    [GeneratedRegex("href=\"([^\"]*/facts\\?[^\"]*indicator=household\\.reached[^\"]*)\"")]
    private static partial Regex Facts();
}
