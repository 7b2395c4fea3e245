using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Packs;
using ThiDua.App.Tests.Architecture;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Audit;

/// <summary>S9: acts had no words in the list, and rows did not open.</summary>
public sealed partial class ActPageTests
{
    [Fact]
    public void Every_act_that_is_recorded_has_words_in_both_languages()
    {
        var verbs = Source
            .Files("src/ThiDua.App", ".cs")
            .SelectMany(f => Recorded().Matches(f.Text))
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .ToList();
        Assert.True(verbs.Count > 25, string.Join(' ', verbs));
        Assert.Contains("account.sign-in-failed", verbs);
        var packs = new PackShelf(Path.Combine(Source.Root, "packs"));
        verbs.AddRange(packs.All.SelectMany(p => p.Flows).SelectMany(f => f.Acts.Select(a => $"{f.Code}.{a.Code}")));
        verbs.RemoveAll(v => v.Contains('{', StringComparison.Ordinal));
        foreach (var language in new[] { "vi", "en" })
        {
            var known = XDocument
                .Load(Path.Combine(Source.Root, $"src/ThiDua.App/Audit/Text.{language}.resx"))
                .Root!.Elements("data")
                .Select(d => d.Attribute("name")!.Value)
                .ToHashSet();
            Assert.Empty(
                verbs.Where(v => v.Length > 0 && !v.EndsWith('.') && !known.Contains("verb." + v)).Select(v => $"{v} ({language})")
            );
        }
    }

    [Theory, BothEngines]
    public async Task A_row_opens_to_what_it_holds_and_leads_back_to_the_filtered_list(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using (await system.Browser(system.World.OfficeHead)) { }
        using var admin = await system.Browser(system.World.Administrator);
        await admin.Open("/admin/acts?q=lan&verb=account.sign-in");
        var row = Assert.Single(admin.Page.QuerySelectorAll("main tbody th a"));
        Assert.Equal("Đăng nhập", row.TextContent);
        await admin.Open(row.GetAttribute("href")!);
        Assert.Contains("Nguyễn Thị Lan", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Xã Hòa Thuận Mẫu", admin.Text, StringComparison.Ordinal);
        var person = await system.Db(db => db.Accounts.Where(a => a.UserName == "vanphong").Select(a => a.PublicId).SingleAsync());
        Assert.NotNull(admin.Page.QuerySelector($"main a[href='/admin/people/{person}']"));
        await admin.Follow("Về danh sách");
        Assert.Equal("/admin/acts?q=lan&verb=account.sign-in", admin.Path);
    }

    [Theory, BothEngines]
    public async Task A_failed_sign_in_tells_why_and_names_nobody_as_the_one_who_did_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var stranger = await system.Browser();
        await stranger.Open("/sign-in");
        await stranger.Send("form:not([action])", ("userName", "vanphong"), ("password", "khong phai"));
        using var admin = await system.Browser(system.World.Administrator);
        await admin.Open("/admin/acts?verb=account.sign-in-failed");
        await admin.Follow("Đăng nhập không thành công");
        Assert.Contains("Chưa rõ", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Sai mật khẩu", admin.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task An_act_elsewhere_is_not_found(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var below = await system.As(
            null,
            s => TestWorld.Account(s, "quantriap", "Quản trị ấp", system.World.Hamlets[0], Security.Roles.Administrator)
        );
        using var admin = await system.Browser(below);
        await admin.Open("/admin/acts/1");
        Assert.Equal(HttpStatusCode.NotFound, admin.Status);
    }

    [GeneratedRegex("""(?:\bRecord\([^;]*?|Verb = )\$?"([a-z-]+\.[a-z-]*)""")]
    private static partial Regex Recorded();
}
