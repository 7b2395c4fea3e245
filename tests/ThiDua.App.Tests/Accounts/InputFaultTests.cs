using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Audit;
using ThiDua.App.Features.Units;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Accounts;

/// <summary>S10: text that nobody writes was answered with a failure.</summary>
public sealed class InputFaultTests
{
    [Theory]
    [InlineData("Ấp Bình Đông\r\n\tdòng hai 🌾", true)]
    [InlineData("", true)]
    [InlineData("\0", false)]
    [InlineData("\u0007", false)]
    [InlineData("\u0085", false)]
    [InlineData("\ufffe", false)]
    [InlineData("\ufdd0", false)]
    [InlineData("\U0001ffff", false)]
    public void Text_is_what_people_write(string text, bool clean) => Assert.Equal(clean, TextRules.IsClean(text));

    [Fact]
    public void Half_a_pair_is_no_text() => Assert.False(TextRules.IsClean("a" + (char)0xd800));

    [Theory, BothEngines]
    public async Task An_address_with_it_is_refused_on_every_page(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var admin = await system.Browser(system.World.Administrator);
        string[] pages = ["/admin", "/admin/acts", "/units", "/admin/people/new", "/sign-in", "/progress", "/review", "/admin/people/x"];
        string[] texts = ["%00", "%EF%BF%BE", "a%07b", new('x', 5000)];
        foreach (var page in pages)
        foreach (var text in texts)
        foreach (var name in new[] { "q", "unit", "verb", "role", text.Length > 100 ? "z" : text })
        {
            await admin.Open($"{page}?{name}={text}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        }
        Assert.Contains("chưa dùng được", admin.Text, StringComparison.Ordinal);
        await admin.Open("/units/%EF%BF%BE");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        await admin.Open("/api/v1/campaigns/x/progress?unit=%EF%BF%BE");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
    }

    [Theory, BothEngines]
    public async Task A_form_with_it_is_refused_and_nothing_is_saved(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var admin = await system.Browser(system.World.Administrator);
        var address = $"/admin/people/new?unit={system.World.Hamlets[0].PublicId}";
        var before = await system.Db(db => db.Accounts.CountAsync());
        foreach (var name in new[] { "Lê\0Lan", "Lê\ufffeLan", new string('x', TextRules.Longest + 1) })
        {
            await admin.Open(address);
            await admin.Send("form", ("FullName", name), ("UserName", "lan"));
            // The server itself reads no form with a NUL: 400, the others 422.
            Assert.InRange((int)admin.Status, 400, 499);
        }
        await admin.Open("/sign-out");
        using var nobody = await system.Browser();
        await nobody.Open("/sign-in");
        await nobody.Send("form:not([action])", ("userName", "van\u0001phong"), ("password", "\ufffe"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.Status);
        Assert.Equal(before, await system.Db(db => db.Accounts.CountAsync()));
    }

    [Theory, BothEngines]
    public async Task Links_lead_somewhere_and_show_no_record(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open($"/progress/{system.World.Campaign}");
        var targets = office.Page.QuerySelectorAll("main a[href*='/targets/']").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        Assert.NotEmpty(targets);
        foreach (var target in targets.Append(targets[0] + $"?unit={system.World.Hamlets[0].PublicId}"))
        {
            await office.Open(target);
            Assert.Equal(HttpStatusCode.OK, office.Status);
            Assert.All(office.Page.QuerySelectorAll("a[href]"), a => Assert.Matches("^[/#][^{} ]*$", a.GetAttribute("href")!));
            Assert.DoesNotContain(" { ", office.Text, StringComparison.Ordinal);
        }
    }

    [Theory, BothEngines]
    public async Task Too_many_fields_are_refused(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var admin = await system.Browser(system.World.Administrator);
        await admin.Open($"/admin/people/new?unit={system.World.Hamlets[0].PublicId}");
        var token = admin.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var many = new StringBuilder("__RequestVerificationToken=").Append(Uri.EscapeDataString(token));
        for (var n = 0; n < 199_000; n++)
            many.Append("&code=").Append(n);
        var answer = await admin.Client.PostAsync(
            admin.Path,
            new StringContent(many.ToString(), Encoding.UTF8, "application/x-www-form-urlencoded"),
            TestContext.Current.CancellationToken
        );
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Theory, BothEngines]
    public async Task JSON_with_it_and_199000_codes_are_refused(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var office = await system.Browser(system.World.OfficeHead);
        var rows = string.Join(
            ',',
            Enumerable.Range(0, 199_000).Select(n => $$"""{"unit":"{{n}}","indicator":"x","period":"202401","value":1}""")
        );
        foreach (
            var body in new[]
            {
                $$"""{"facts":[{{rows}}]}""",
                """{"facts":[{"unit":"\u0000","indicator":"x","period":"202401","value":1}]}""",
                """{"facts":[{"unit":"\ufffe","indicator":"x"}]}""",
            }
        )
        {
            var answer = await office.Client.PostAsync(
                "/api/v1/facts",
                new StringContent(body, Encoding.UTF8, "application/json"),
                TestContext.Current.CancellationToken
            );
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
    }

    [Theory, BothEngines]
    public async Task What_passes_a_forms_own_check_is_bounded_where_it_is_kept(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.As(
            system.World.Administrator,
            async s =>
            {
                var db = s.GetRequiredService<Data.AppDb>();
                db.Acts.Add(
                    new Act
                    {
                        At = TestSystem.Now,
                        Verb = "x",
                        SubjectKind = "x",
                        SubjectId = new string('x', 61),
                    }
                );
                await Assert.ThrowsAsync<InputRefusedException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
            }
        );
        await system.As(
            system.World.Administrator,
            async s =>
                Assert.True(
                    (
                        await s.GetRequiredService<CreateUnit>()
                            .Handle(
                                new()
                                {
                                    Name = new string('ẫ', 399),
                                    Kind = "hamlet",
                                    Code = "L",
                                    ParentId = system.World.Commune.Id,
                                    From = CreateUnit.Always,
                                },
                                default
                            )
                    ).Ok
                )
        );
    }
}
