using System.Text;

namespace ThiDua.EndToEnd;

/// <summary>
/// The office gives twenty tasks of a plan at once; a hamlet does one of them on the phone in two taps, cannot do another and says
/// why; the office reminds, and accepts with the evidence beside.
/// </summary>
public sealed class TaskGivingJourney(Demo demo)
{
    private const string Name = "Ra quân làm sạch đường làng, ngõ xóm",
        Hamlet = "Ấp An Lợi",
        Why = "Đường đang thi công, xe không vào được.";
    private const int Count = 21,
        Given = 20,
        MostClicks = 25;

    private int clicks;

    [Fact]
    public async Task Twenty_tasks_are_given_in_few_clicks_and_followed_to_their_end()
    {
        var office = await demo.SignedIn("vanphong");
        await Launch(office);
        await Give(office);
        var hamlet = await demo.SignedIn("ap3", phone: true);
        await hamlet.SetViewportSizeAsync(Touch.Width, 740);
        var done = await Report(hamlet);
        var (undone, silent) = (await GiveUp(hamlet), await NextTask(hamlet));
        await Remind(office, silent);
        await Accept(office, done, undone);
        Assert.Contains("Kính đề nghị " + Hamlet, await Notices(hamlet), StringComparison.Ordinal);
    }

    /// <summary>A plan that names nobody: "Tổ chức ra quân tại tuyến đường số 7".</summary>
    private static async Task Launch(IPage page)
    {
        var plan = new StringBuilder("ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH\n\nSố: 99/KH-UBND\n\nBình Minh, ngày 10 tháng 9 năm 2024\n\nKẾ HOẠCH\n")
            .Append(Name)
            .Append("\n\nI. MỤC ĐÍCH\n\nGiữ đường làng sạch, đẹp.\n\nII. NHIỆM VỤ\n");
        for (var n = 1; n <= Count; n++)
            plan.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"\n- Tổ chức ra quân dọn vệ sinh tuyến đường số {n} trên địa bàn.\n"
            );
        await page.GotoAsync("/plans/new");
        await page.SetInputFilesAsync(
            "#File",
            new FilePayload
            {
                Name = "ra-quan.txt",
                MimeType = "text/plain",
                Buffer = Encoding.UTF8.GetBytes(plan.ToString()),
            }
        );
        await page.ReadPlan();
        var review = page.Url;
        await page.GotoAsync(review + "?show=NoUnit");
        Assert.Equal(Count, await page.Locator(".item input[name=pick]").CountAsync());
        await page.IsWell("tasks-review");
        await page.GotoAsync(review + "/head");
        await page.FillAsync("#Name", Name);
        await page.FillAsync("#From", "2024-09-10");
        await page.FillAsync("#To", "2024-12-31");
        await page.Press(page.Button("Lưu"));
        await page.GotoAsync(review + "/launch");
        await page.Press(page.Locator("#launch button.main"));
        Assert.True(page.Url.Contains("/campaigns/", StringComparison.Ordinal), await page.InnerTextAsync("main"));
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Theo dõi nhiệm vụ" }));
    }

    private async Task Give(IPage page)
    {
        await page.SelectOptionAsync("#f-show", "no-lead");
        await page.Press(page.Button("Tìm"));
        Assert.Equal(Count, await page.Locator("tbody tr").CountAsync());
        await page.IsWell("tasks-no-lead");
        clicks = 0;
        foreach (var box in (await page.Locator("tbody input[name=pick]").AllAsync()).Take(Given))
            await Click(() => box.ClickAsync());
        // Opening the list and choosing from it.
        await Click(() => page.Locator("#lead").FocusAsync());
        await Click(() => page.SelectOptionAsync("#lead", new SelectOptionValue { Label = Hamlet }));
        await Click(() => page.Press(page.Button("Giao nhiệm vụ đã chọn")));
        Assert.InRange(clicks, Given, MostClicks);
        Assert.Contains($"Đã giao {Given} nhiệm vụ", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Contains("show=no-lead", page.Url, StringComparison.Ordinal);
        Assert.Equal(Count - Given, await page.Locator("tbody tr").CountAsync());
        await page.IsWell("tasks-given");
    }

    private async Task Click(Func<Task> what)
    {
        clicks++;
        await what();
    }

    private static async Task<string> NextTask(IPage page)
    {
        await page.GotoAsync("/tasks?state=open&q=ra+quan");
        return (await page.Locator("tbody th a").First.GetAttributeAsync("href"))!;
    }

    /// <summary>From the list it is two taps; before, minutes are added as evidence.</summary>
    private static async Task<string> Report(IPage page)
    {
        var task = await NextTask(page);
        Assert.Equal([], await page.Faults());
        await page.IsWell("tasks-phone");
        await page.GotoAsync(task);
        await page.SetInputFilesAsync(
            "#files",
            new FilePayload
            {
                Name = "bien-ban-ra-quan.txt",
                MimeType = "text/plain",
                Buffer = "Biên bản ra quân"u8.ToArray(),
            }
        );
        await page.Press(page.Button("Thêm tệp"));
        await page.GotoAsync("/tasks?state=open&q=ra+quan");
        await page.Press(page.Locator($"a[href='{task}']"));
        Assert.Equal([], await page.Faults());
        await page.Press(page.Button("Báo đã làm xong"));
        Assert.Contains("Đã báo xong, chờ xác nhận", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        return task;
    }

    private static async Task<string> GiveUp(IPage page)
    {
        var task = await NextTask(page);
        await page.GotoAsync(task);
        await page.ClickAsync("summary:has-text('Không làm được')");
        await page.Press(page.Button("Không làm được"));
        Assert.Contains("Cần ghi lý do", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await page.Field("reason").FillAsync(Why);
        await page.Press(page.Button("Không làm được"));
        Assert.Contains("Báo không làm được, chờ xem xét", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.IsWell("task-unable");
        return task;
    }

    private static async Task Remind(IPage page, string task)
    {
        await page.GotoAsync(task);
        await page.Press(page.Button("Nhắc đơn vị"));
        Assert.StartsWith("Kính đề nghị " + Hamlet, await page.InputValueAsync("textarea[readonly]"), StringComparison.Ordinal);
        await page.IsWell("task-reminded");
    }

    private static async Task Accept(IPage page, string done, string undone)
    {
        await page.GotoAsync(done);
        Assert.Equal(1, await page.GetByRole(AriaRole.Link, new() { Name = "bien-ban-ra-quan.txt" }).CountAsync());
        await page.IsWell("task-to-accept");
        await page.Press(page.Button("Xác nhận hoàn thành"));
        Assert.Contains("Hoàn thành", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync(undone);
        Assert.Contains(Why, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Press(page.Button("Ghi nhận không làm được"));
        await page.GotoAsync("/tasks?state=undone&q=ra+quan");
        Assert.Equal(1, await page.Locator("tbody tr").CountAsync());
        await page.IsWell("tasks-undone");
    }

    private static async Task<string> Notices(IPage page)
    {
        await page.GotoAsync("/notices");
        return await page.InnerTextAsync("main");
    }
}
