using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Files;
using ThiDua.App.Jobs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Files;

/// <summary>A photo on its way from a phone to its readers.</summary>
public sealed class PhotoTests
{
    [Theory, BothEngines]
    public async Task Nobody_is_given_a_photo_before_it_is_drawn_anew_and_the_original_goes(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        var task = await system.Task();
        var officer = system.World.PoliceOfficer;
        Assert.True((await system.Attach(officer, task, ("tuan-tra.jpg", PhotoSamples.Jpeg(800, 600, 6)))).Ok);
        var original = Assert.Single(system.Kept());
        var photo = Assert.Single(await system.Attachments());
        using var browser = await system.Browser(officer);
        await browser.Open($"/tasks/{task}");
        Assert.Contains("Đang xử lý ảnh", browser.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("a[href^='/files/']"));
        foreach (var size in (string[])["", "?small"])
            Assert.Equal(HttpStatusCode.NotFound, (await Get(browser, $"/files/{photo.PublicId}/x{size}")).StatusCode);

        Assert.Equal(1, (await system.Draw(j => j.IsOver)).Attempts);
        Assert.DoesNotContain(original, system.Kept());
        Assert.Equal(2, system.Kept().Count);
        await browser.Open($"/tasks/{task}");
        var address = browser.Page.QuerySelector(".files .thumb")!.GetAttribute("href")!;
        foreach (var size in (string[])["", "?small"])
        {
            var answer = await Get(browser, address + size);
            Assert.Equal(
                ("image/jpeg", "inline"),
                (answer.Content.Headers.ContentType?.ToString(), answer.Content.Headers.ContentDisposition?.DispositionType)
            );
            var served = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.True(JpegParts.IsBare(served));
            Assert.True(PhotoSamples.IsUpright(served));
        }
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "file.ready" && a.AccountId == officer.Id)));
    }

    [Theory, BothEngines]
    public async Task A_damaged_photo_is_said_to_be_unreadable_and_its_row_stays(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        var task = await system.Task();
        var officer = system.World.PoliceOfficer;
        var whole = PhotoSamples.Jpeg(800, 600);
        await system.Attach(officer, task, ("hong.jpg", whole[..(whole.Length / 2)]));
        Assert.Equal("unreadable", (await system.Draw(j => j.IsOver)).ErrorCode);
        Assert.Equal(AttachmentStage.Unreadable, Assert.Single(await system.Attachments()).Stage);
        Assert.Empty(system.Kept());
        using var browser = await system.Browser(officer);
        await browser.Open($"/tasks/{task}");
        Assert.Contains("hong.jpg Không đọc được ảnh", browser.Text, StringComparison.Ordinal);
        await browser.Send("form[action*='Detach']");
        Assert.Contains("Chưa có tệp nào", browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task What_failed_on_the_way_is_tried_again(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        await system.Attach(system.World.PoliceOfficer, await system.Task(), ("anh.jpg", PhotoSamples.Jpeg(300, 200)));
        var place = system.PathOf(Assert.Single(system.Kept()));
        File.Move(place, place + ".away");
        var failed = await system.Draw(j => j.ErrorCode is not null);
        Assert.Equal((JobState.Waiting, 1), (failed.State, failed.Attempts));
        Assert.Equal(AttachmentStage.Processing, Assert.Single(await system.Attachments()).Stage);
        File.Move(place + ".away", place);
        system.Clock.Advance(JobTries.Pauses[0]);
        Assert.Equal((JobState.Done, 2), (await system.Draw(j => j.IsOver)) is var done ? (done.State, done.Attempts) : default);
        Assert.Equal(AttachmentStage.Ready, Assert.Single(await system.Attachments()).Stage);
        Assert.Equal(2, system.Kept().Count);
    }

    [Theory, BothEngines]
    public async Task A_photo_that_was_taken_away_meanwhile_does_not_come_back(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        await system.Attach(system.World.PoliceOfficer, await system.Task(), ("anh.jpg", PhotoSamples.Jpeg(300, 200)));
        Assert.True((await system.Remove(system.World.PoliceOfficer, (await system.Attachments())[0].PublicId)).Ok);
        Assert.Empty(system.Kept());
        Assert.Equal(JobState.Done, (await system.Draw(j => j.IsOver)).State);
        Assert.Empty(system.Kept());
        Assert.NotNull(Assert.Single(await system.Attachments()).RemovedAt);
    }

    private static Task<HttpResponseMessage> Get(Browser browser, string address) =>
        browser.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
