namespace ThiDua.EndToEnd;

/// <summary>A hamlet's task from its beginning to the office's word that it is done.</summary>
public sealed class TaskJourney(Demo demo)
{
    private const string Note = "Đã họp dân ngày 12/9, 64 hộ dự.";
    private const string Missing = "Cần thêm biên bản họp.";

    [Fact]
    public async Task A_task_is_begun_noted_reported_sent_back_and_confirmed()
    {
        var hamlet = await demo.SignedIn("ap5", phone: true);
        await hamlet.OpenTask("Chưa làm");
        var task = new Uri(hamlet.Url).AbsolutePath;
        await hamlet.IsWell("task-open");
        await hamlet.Press(hamlet.Button("Bắt đầu làm"));
        await Write(hamlet);
        await Report(hamlet);

        var office = await demo.SignedIn("vanphong");
        await office.GotoAsync(task);
        await office.IsWell("task-reported");
        await office.Press(office.Locator(".crumbs a").First);
        Assert.Equal(1, await office.Locator($"main a[href='{task}']").CountAsync());
        await office.IsWell("task-campaign");
        await office.GotoAsync(task);
        await office.ClickAsync("summary:has-text('Yêu cầu làm tiếp')");
        await office.Press(office.Button("Yêu cầu làm tiếp"));
        Assert.Contains("Cần ghi lý do", await office.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await office.IsWell("task-reason-missing");
        await office.Field("reason").FillAsync(Missing);
        await office.Press(office.Button("Yêu cầu làm tiếp"));

        await hamlet.GotoAsync("/my-work");
        Assert.Contains(Missing, await hamlet.InnerTextAsync("section[aria-labelledby=tasks]"), StringComparison.Ordinal);
        await hamlet.IsWell("task-my-work-returned");
        await hamlet.GotoAsync(task);
        await Report(hamlet);
        await Confirm(task);
    }

    private static async Task Write(IPage page)
    {
        await page.Press(page.Button("Lưu"));
        Assert.Contains("Hãy ghi vài chữ", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await page.Field("text").FillAsync(Note);
        await page.Press(page.Button("Lưu"));
        Assert.Contains(Note, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.SetInputFilesAsync(
            "#files",
            new FilePayload
            {
                Name = "bien-ban-hop.txt",
                MimeType = "text/plain",
                Buffer = "Biên bản họp ấp"u8.ToArray(),
            }
        );
        await page.Press(page.Button("Thêm tệp"));
        var file = page.GetByRole(AriaRole.Link, new() { Name = "bien-ban-hop.txt" });
        Assert.Equal(
            "Biên bản họp ấp",
            await (await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), await file.GetAttributeAsync("href")).ToString())).TextAsync()
        );
        await page.IsWell("task-doing");
        await Photo(page);
    }

    /// <summary>A photo of a phone: said to be on its way, then shown small with a link to the whole.</summary>
    private static async Task Photo(IPage page)
    {
        await page.SetInputFilesAsync(
            "#files",
            new FilePayload
            {
                Name = "hop-dan.jpg",
                MimeType = "image/jpeg",
                Buffer = await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg }),
            }
        );
        await page.SelectOptionAsync("#kind", "Photo");
        await page.Field("title").FillAsync("Ảnh buổi họp dân");
        await page.Press(page.Button("Thêm tệp"));
        var small = page.Locator(".files .thumb img");
        var begun = TimeProvider.System.GetTimestamp();
        while (await small.CountAsync() == 0 && TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(60))
            await page.ReloadAsync();
        Assert.True(await small.EvaluateAsync<int>("image => image.naturalWidth") > 100);
        await page.IsWell("task-photo");
    }

    private static async Task Report(IPage page)
    {
        await page.Press(page.Button("Báo đã làm xong"));
        Assert.Contains("Đã báo xong, chờ xác nhận", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task Confirm(string task)
    {
        var leader = await demo.SignedIn("lanhdao", phone: true);
        await leader.GotoAsync("/review?kind=task");
        await leader.Press(leader.Locator($"a[href='{task}']"));
        await leader.Press(leader.Button("Xác nhận hoàn thành"));
        await leader.GotoAsync(task);
        var history = await leader.InnerTextAsync(".history");
        foreach (var step in new[] { "Bắt đầu làm", "Báo đã làm xong", "Yêu cầu làm tiếp", Missing, "Xác nhận hoàn thành" })
            Assert.Contains(step, history, StringComparison.Ordinal);
        await leader.IsWell("task-done");
    }
}
