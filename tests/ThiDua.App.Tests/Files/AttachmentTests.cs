using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Jobs;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;
using ThiDua.App.Verify;

namespace ThiDua.App.Tests.Files;

public sealed class AttachmentTests
{
    private static readonly byte[] Minutes = Encoding.UTF8.GetBytes("Biên bản họp dân");

    [Theory, BothEngines]
    public async Task It_is_seen_where_its_owner_is_and_changed_while_that_may_be(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        var (task, world) = (await system.Task(), system.World);
        Assert.True((await system.Attach(world.WomenOfficer, task, ("a.txt", Minutes))).Missing);
        Assert.True((await system.Attach(world.PoliceOfficer, "nosuchcase", ("a.txt", Minutes))).Missing);
        Assert.True((await system.Attach(world.PoliceOfficer, task, ("bien-ban.txt", Minutes))).Ok);
        var file = Assert.Single(await system.Attachments());
        Assert.Equal((world.PoliceOfficer.Id, "bien-ban.txt", AttachmentStage.Ready), (file.AddedBy, file.Title, file.Stage));
        var address = $"/files/{file.PublicId}/bien-ban.txt";
        foreach (
            var (who, status) in new[]
            {
                (world.PoliceOfficer, HttpStatusCode.OK),
                (world.OfficeHead, HttpStatusCode.OK),
                (world.WomenOfficer, HttpStatusCode.NotFound),
            }
        )
        {
            using var browser = await system.Browser(who);
            Assert.Equal(
                status,
                (await browser.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode
            );
        }
        Assert.True((await system.Remove(world.WomenOfficer, file.PublicId)).Missing);
        Assert.True(
            (
                await system.As(
                    world.PoliceOfficer,
                    s => s.GetRequiredService<MoveCase>().Handle(new MoveInput(task, "report"), CancellationToken.None)
                )
            ).Ok
        );
        Assert.True((await system.Attach(world.PoliceOfficer, task, ("them.txt", Minutes))).Missing);
        Assert.True((await system.Remove(world.PoliceOfficer, file.PublicId)).Missing);
        using var officer = await system.Browser(world.PoliceOfficer);
        await officer.Open($"/tasks/{task}");
        Assert.Empty(officer.Page.QuerySelectorAll("form[action*='Attach'], form[action*='Detach']"));
        Assert.Equal("bien-ban.txt", officer.Page.QuerySelector(".files a")!.TextContent);
    }

    [Theory, BothEngines]
    public async Task The_page_adds_files_and_takes_them_away_without_script(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        var task = await system.Task();
        using var browser = await system.Browser(system.World.PoliceOfficer);
        await browser.Open($"/tasks/{task}");
        await browser.Upload("form[action*='Attach']", "files", "C:\\Anh\\bien-ban.bat", Minutes);
        Assert.Equal($"/tasks/{task}", browser.Path);
        Assert.Contains("bien-ban.bat.txt", browser.Text, StringComparison.Ordinal);
        await browser.Upload("form[action*='Attach']", "files", "anh.jpg", "MZ chương trình"u8.ToArray());
        Assert.Contains("anh.jpg: đây là chương trình, không nhận.", browser.Text, StringComparison.Ordinal);
        Assert.Single(await system.Attachments());
        await browser.Open($"/tasks/{task}");
        await browser.Send("form[action*='Detach']");
        Assert.Contains("Chưa có tệp nào", browser.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["file.add", "file.remove"],
            await system.Db(db =>
                db.Acts.Where(a => a.SubjectId == task && a.Verb.StartsWith("file.")).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()
            )
        );
    }

    [Theory, BothEngines]
    public async Task What_cannot_be_taken_is_named_and_the_rest_is_kept(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        var (task, officer) = (await system.Task(), system.World.PoliceOfficer);
        var acts = await system.Db(db => db.Acts.CountAsync());
        Assert.Contains(
            "Hãy chọn ít nhất một tệp",
            Assert.Single((await system.Attach(officer, task)).Errors).Message,
            StringComparison.Ordinal
        );
        var many = Enumerable.Range(0, AttachFiles.MostAtOnce + 1).Select(n => ($"{n}.txt", Minutes)).ToArray();
        Assert.Contains(
            "chỉ thêm được 20 tệp",
            Assert.Single((await system.Attach(officer, task, many)).Errors).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "không có nội dung",
            Assert.Single((await system.Attach(officer, task, ("rong.pdf", []))).Errors).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(acts, await system.Db(db => db.Acts.CountAsync()));
        Assert.Empty(system.Kept());
        var some = await system.Attach(
            officer,
            task,
            ("tot.txt", Minutes),
            ("la.xyz", [1, 2, 0, 3]),
            ("lon.txt", new byte[FileStore.MaxBytes + 1])
        );
        Assert.Equal(
            ["la.xyz: không biết đây là loại tệp gì. Hãy gửi ảnh, PDF, Word hoặc Excel.", "lon.txt: tệp lớn quá 50 MB."],
            some.Errors.Select(e => e.Message)
        );
        Assert.Equal("tot.txt", Assert.Single(await system.Attachments()).Title);
    }

    [Theory, BothEngines]
    public async Task The_same_content_is_kept_once_and_goes_with_the_last_that_has_it(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        var (task, officer) = (await system.Task(), system.World.PoliceOfficer);
        await system.Attach(officer, task, ("mot.txt", Minutes), ("hai.txt", Minutes));
        await system.Attach(officer, task, ("ba.txt", Minutes));
        Assert.Single(system.Kept());
        foreach (var file in await system.Attachments())
        {
            Assert.Single(system.Kept());
            Assert.True((await system.Remove(officer, file.PublicId)).Ok);
            Assert.True((await system.Remove(officer, file.PublicId)).Missing);
        }
        Assert.Empty(system.Kept());
        Assert.All(await system.Attachments(), a => Assert.Equal((officer.Id, null), (a.RemovedBy, a.File)));
        Assert.Empty(await system.Db(db => db.Files.Where(f => f.Name.EndsWith(".txt")).ToListAsync()));
    }

    [Theory, BothEngines]
    public async Task Content_that_was_cut_short_is_mended_when_it_comes_again(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        var (task, officer) = (await system.Task(), system.World.PoliceOfficer);
        await system.Attach(officer, task, ("mot.txt", Minutes));
        var place = system.PathOf(Assert.Single(system.Kept()));
        await File.WriteAllBytesAsync(place, Minutes[..3], TestContext.Current.CancellationToken);
        await system.Attach(officer, task, ("hai.txt", Minutes));
        Assert.Equal(Minutes, await File.ReadAllBytesAsync(place, TestContext.Current.CancellationToken));
    }

    [Theory, BothEngines]
    public async Task Content_whose_row_is_not_saved_yet_is_not_swept_and_afterwards_is(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        await system.As(
            null,
            async s =>
            {
                var kept = await s.GetRequiredService<FileStore>().Keep(new MemoryStream(Minutes), "a.txt", CancellationToken.None);
                Assert.False(await system.As(null, o => o.GetRequiredService<FileStore>().Drop(kept.Hash, CancellationToken.None)));
                // The same content again, while it is held.
                await system.As(
                    null,
                    o => o.GetRequiredService<FileStore>().Keep(new MemoryStream(Minutes), "b.txt", CancellationToken.None)
                );
            }
        );
        Assert.Single(system.Kept());
        await Sweep(system);
        Assert.Empty(system.Kept());
    }

    [Theory, BothEngines]
    public async Task A_download_says_what_it_is_can_be_asked_for_in_parts_and_stays_nowhere(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        await system.Attach(system.World.PoliceOfficer, await system.Task(), ("Biên bản.txt", Minutes));
        using var browser = await system.Browser(system.World.PoliceOfficer);
        var address = $"/files/{(await system.Attachments())[0].PublicId}/x";
        using var whole = await Ask(browser, HttpMethod.Get, address);
        Assert.Equal("text/plain; charset=utf-8", whole.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            ("attachment", "Biên bản.txt"),
            (whole.Content.Headers.ContentDisposition!.DispositionType, whole.Content.Headers.ContentDisposition.FileNameStar)
        );
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal((true, true), (whole.Headers.CacheControl!.NoStore, whole.Headers.CacheControl.Private));
        Assert.Equal(Minutes, await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var head = await Ask(browser, HttpMethod.Head, address);
        Assert.Equal((HttpStatusCode.OK, Minutes.Length), (head.StatusCode, (int)head.Content.Headers.ContentLength!.Value));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var part = await Ask(browser, HttpMethod.Get, address, new(0, 3));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(Minutes[..4], await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory, BothEngines]
    public async Task Files_of_a_draft_are_its_authors_until_they_are_given_to_what_is_made_of_it(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        var (task, officer) = (await system.Task(), system.World.PoliceOfficer);
        var key = await system.As(officer, s => Task.FromResult(s.GetRequiredService<DraftFiles>().NewKey()));
        Task<bool> Bring(TestAccount who) =>
            system.As(
                who,
                async s =>
                    (
                        await s.GetRequiredService<AttachFiles>()
                            .Handle(
                                new(DraftFiles.Code, key, [new("a.txt", new MemoryStream(Minutes))], Field: "minutes"),
                                CancellationToken.None
                            )
                    ).Ok
            );
        Assert.True(await Bring(officer));
        Assert.False(await Bring(system.World.OfficeHead));
        Assert.Empty(
            (await system.As(system.World.OfficeHead, s => s.GetRequiredService<Attachments>().Of(DraftFiles.Code, key, default))).Files
        );
        await system.As(
            officer,
            async s =>
            {
                await s.GetRequiredService<AttachFiles>().Adopt(key, CaseFiles.Code, task, CancellationToken.None);
                s.GetRequiredService<Viewer>().Record("test.sent", "task", task, null);
                await s.GetRequiredService<AppDb>().SaveChangesAsync();
            }
        );
        var seen = await system.As(system.World.OfficeHead, s => s.GetRequiredService<Attachments>().Of(CaseFiles.Code, task, default));
        Assert.Equal("minutes", Assert.Single(seen.Files).Field);
    }

    [Theory, BothEngines]
    public async Task A_draft_that_nobody_finished_is_swept(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        var officer = system.World.PoliceOfficer;
        await system.As(
            officer,
            s =>
                s.GetRequiredService<AttachFiles>()
                    .Handle(
                        new(DraftFiles.Code, s.GetRequiredService<DraftFiles>().NewKey(), [new("a.txt", new MemoryStream(Minutes))]),
                        CancellationToken.None
                    )
        );
        await Sweep(system);
        Assert.Single(system.Kept());
        system.Clock.Advance(SweepFiles.DraftsKept + TimeSpan.FromDays(1));
        await Sweep(system);
        Assert.Empty(system.Kept());
        Assert.NotNull(Assert.Single(await system.Attachments()).RemovedAt);
    }

    [Theory, BothEngines]
    public async Task Verify_finds_an_attachment_that_lost_its_file(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        await system.Attach(system.World.PoliceOfficer, await system.Task(), ("a.txt", Minutes));
        Task<VerifyResult> Verify() => system.As(null, s => s.GetRequiredService<VerifySystem>().Handle(CancellationToken.None));
        var before = (await Verify()).Files;
        await system.Db(db => db.Attachments.ExecuteUpdateAsync(u => u.SetProperty(a => a.FileId, (int?)null)));
        Assert.Equal(before.Wrong + 1, (await Verify()).Files.Wrong);
    }

    private static async Task Sweep(TestSystem system)
    {
        await system.As(
            null,
            async s =>
            {
                var db = s.GetRequiredService<AppDb>();
                await db.Enqueue(
                    SweepFiles.Code,
                    new { },
                    s.GetRequiredService<Viewer>().Record("test.sweep", "job", "x", null),
                    CancellationToken.None
                );
                await db.SaveChangesAsync();
            }
        );
        Assert.Equal(JobState.Done, (await system.Draw(j => j.IsOver)).State);
    }

    private static Task<HttpResponseMessage> Ask(Browser browser, HttpMethod method, string address, RangeHeaderValue? range = null)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Range = range;
        return browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
