using System.Text;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Forms;
using ThiDua.App.Tests.Files;
using ThiDua.App.Tests.Registers;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tests.Tasks;

namespace ThiDua.App.Tests.Forms;

/// <summary>The same form sent twice, because the answer was lost: taken once and answered alike.</summary>
public sealed class OncePostsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static string Address(TestSystem system) => $"/reports/{system.World.Hamlets[0].PublicId}/{system.World.Campaign}/202404";

    [Theory, BothEngines]
    public async Task A_report_is_sent_once_with_its_files(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open(Address(system));
        var fields = Filled(head, "form.report", [.. ReportDesk.April.Select(v => (v.Key, v.Value)), ("act", "send")]);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var answer = await head.Client.PostAsync(new Uri(Address(system), UriKind.Relative), WithMinutes(fields), None);
            Assert.Contains("Báo cáo đã gửi", await answer.Content.ReadAsStringAsync(None), StringComparison.Ordinal);
        }
        Assert.Equal(1, await Acts(system, "report.submit"));
        Assert.Single(await system.Attachments());
    }

    [Theory, BothEngines]
    public async Task A_report_sent_twice_at_once_is_sent_once_and_both_are_answered_alike(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open(Address(system));
        var fields = Filled(head, "form.report", [.. ReportDesk.April.Select(v => (v.Key, v.Value)), ("act", "send")]);
        var to = new Uri(Address(system), UriKind.Relative);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => head.Client.PostAsync(to, WithMinutes(fields), None)))
        );
        foreach (var answer in answers)
            Assert.Contains("Báo cáo đã gửi", await answer.Content.ReadAsStringAsync(None), StringComparison.Ordinal);
        Assert.Equal(1, await Acts(system, "report.submit"));
        Assert.Single(await system.Attachments());
    }

    [Theory, BothEngines]
    public async Task A_note_on_a_task_is_written_once_and_another_text_is_another_note(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var task = await system.OfPolice();
        using var police = await system.Browser(system.World.PoliceOfficer);
        await police.Open($"/tasks/{task}");
        const string form = "form[action*='handler=Note']";
        var fields = Filled(police, form, ("text", "Đã họp với các ấp."));
        var to = new Uri(police.Page.QuerySelector(form)!.GetAttribute("action")!, UriKind.Relative);
        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => police.Client.PostAsync(to, new FormUrlEncodedContent(fields), None)))
        );
        Assert.Equal(1, await Acts(system, "task.note"));
        await police.Client.PostAsync(to, new FormUrlEncodedContent(Filled(police, form, ("text", "Đã họp xong."))), None);
        Assert.Equal(2, await Acts(system, "task.note"));
    }

    [Theory, BothEngines]
    public async Task What_was_refused_is_taken_when_it_is_sent_again(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var task = await system.OfPolice();
        using var police = await system.Browser(system.World.PoliceOfficer);
        await police.Open($"/tasks/{task}");
        const string form = "form[action*='handler=Note']";
        await police.Send(form, ("text", ""));
        Assert.Equal(0, await Acts(system, "task.note"));
        await police.Send(form, ("text", "Đã họp."));
        Assert.Equal(1, await Acts(system, "task.note"));
    }

    [Theory, BothEngines]
    public async Task A_changed_row_sent_twice_is_changed_once_and_meets_nobody(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open("/registers/outreach/new");
        await head.Send(
            "form.report",
            ("date", "2024-05-10"),
            ("topic", "Phòng cháy, chữa cháy"),
            ("channel", "meeting"),
            ("attendance", "40")
        );
        var row = head.Path;
        await head.Open($"{row}/edit");
        var fields = Filled(head, "form.report", ("attendance", "45"));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var answer = await head.Client.PostAsync(
                new Uri($"{row}/edit", UriKind.Relative),
                new FormUrlEncodedContent(fields),
                None
            );
            Assert.Equal(row, answer.RequestMessage!.RequestUri!.AbsolutePath);
        }
        Assert.Equal(1, await Acts(system, "row.edit"));
    }

    [Fact]
    public async Task A_queue_is_told_where_its_post_led_and_whom_it_met()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var task = await system.OfPolice();
        using var police = await system.Browser(system.World.PoliceOfficer);
        await police.Open($"/tasks/{task}");
        const string form = "form[action*='handler=Note']";
        var to = new Uri(police.Page.QuerySelector(form)!.GetAttribute("action")!, UriKind.Relative);
        using var post = new HttpRequestMessage(HttpMethod.Post, to)
        {
            Content = new FormUrlEncodedContent(Filled(police, form, ("text", "Đã họp."))),
        };
        post.Headers.Add(QueuedPosts.Header, "1");
        using var answer = await police.Client.SendAsync(post, None);
        Assert.Equal($$"""{"to":"/tasks/{{task}}"}""", await answer.Content.ReadAsStringAsync(None));
        Assert.DoesNotContain(
            answer.Headers,
            h => h.Key == "Set-Cookie" && h.Value.Any(v => v.Contains(QueuedPosts.Cookie, StringComparison.Ordinal))
        );
    }

    private static Task<int> Acts(TestSystem system, string verb) => system.Db(db => db.Acts.CountAsync(a => a.Verb == verb));

    private static MultipartFormDataContent WithMinutes(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var body = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes("Biên bản họp ấp")), "minutes", "bien-ban.txt" },
        };
        foreach (var (name, value) in fields)
            body.Add(new StringContent(value), name);
        return body;
    }

    /// <summary>What a browser would send of this form, filled in so.</summary>
    private static List<KeyValuePair<string, string>> Filled(
        Browser browser,
        string form,
        params IReadOnlyList<(string Name, string Value)> typed
    )
    {
        var fields = browser
            .Page.QuerySelectorAll($"main {form} :is(input, textarea)")
            .Where(e => e.GetAttribute("type") is not ("file" or "checkbox" or "radio"))
            .Select(e => (Name: e.GetAttribute("name")!, Value: e.GetAttribute("value") ?? e.TextContent))
            .Where(f => typed.All(t => t.Name != f.Name));
        var chosen = browser
            .Page.QuerySelectorAll($"main {form} option[selected]")
            .Select(o => (Name: o.ParentElement!.GetAttribute("name")!, Value: o.GetAttribute("value")!));
        return [.. fields.Concat(chosen).Concat(typed).Select(f => KeyValuePair.Create(f.Name, f.Value))];
    }
}
