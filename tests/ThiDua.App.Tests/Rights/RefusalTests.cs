using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Units.Close;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;

namespace ThiDua.App.Tests.Rights;

/// <summary>How a refusal sounds, and that it cannot be walked around.</summary>
public sealed class RefusalTests
{
    [Theory, BothEngines]
    public async Task A_program_without_a_key_is_told_so_in_json(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var client = system.Client();
        foreach (
            var answer in new[]
            {
                await client.GetAsync($"/api/v1/campaigns/{system.World.Campaign}/progress", TestContext.Current.CancellationToken),
                await client.PostAsJsonAsync("/api/v1/facts", new { facts = Array.Empty<object>() }, TestContext.Current.CancellationToken),
                await client.GetAsync("/api/v1/nothing", TestContext.Current.CancellationToken),
            }
        )
            Assert.Equal((HttpStatusCode.Unauthorized, 401), (answer.StatusCode, await Problem(answer)));
    }

    [Theory, BothEngines]
    public async Task What_one_may_not_see_is_not_there_for_programs_too(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var foreign = await system.As(null, s => TestWorld.Unit(s, "Xã Khác", "commune", "90002", null));
        var stranger = await system.As(null, s => TestWorld.Account(s, "khach", "Người xã khác", foreign, Roles.CampaignOffice));
        using var browser = await system.Browser(stranger);
        foreach (var address in new[] { $"campaigns/{system.World.Campaign}/progress", "campaigns/none/progress", "nothing" })
        {
            var answer = await browser.Client.GetAsync("/api/v1/" + address, TestContext.Current.CancellationToken);
            Assert.Equal((address, HttpStatusCode.NotFound, 404), (address, answer.StatusCode, await Problem(answer)));
        }
        await browser.Open($"/progress/{system.World.Campaign}");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Contains("Không tìm thấy trang này", browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_field_of_the_form_does_not_take_the_place_of_the_id_that_was_asked_about(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var foreign = await system.As(null, s => TestWorld.Unit(s, "Xã Khác", "commune", "90002", null));
        using var browser = await system.Browser(system.World.OfficeHead);
        var own = system.World.Hamlets[0];
        await browser.Open($"/units/{own.PublicId}/change");
        await browser.Send("form", ("id", foreign.PublicId), ("Name", "Xã bị đổi tên"), ("Reason", "thử"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.False(await system.Db(db => db.UnitVersions.AnyAsync(v => v.Name == "Xã bị đổi tên")));
    }

    [Theory, BothEngines]
    public async Task A_unit_named_twice_in_the_address_is_none(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        var (own, other) = (system.World.Hamlets[0].PublicId, system.World.Hamlets[1].PublicId);
        foreach (var query in new[] { "", "unit=", $"unit={own}", $"unit={other}", $"unit={own}&unit={other}" })
        {
            await browser.Open($"/progress/{system.World.Campaign}?{query}");
            var status = query.Contains(other, StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
            Assert.Equal((query, status), (query, browser.Status));
        }
    }

    [Theory, BothEngines]
    public async Task A_unit_that_has_ended_keeps_the_place_where_it_stood(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var hamlet = system.World.Hamlets[5];
        var place = async (TestAccount who) =>
            await system.As(
                who,
                async s =>
                    await s.GetRequiredService<Places>()
                        .Find(new NeedsAttribute<Unit>(Permission.ViewUnits, "id"), hamlet.PublicId, _ => true, default)
            );
        var before = await place(system.World.OfficeHead);
        await system.As(
            system.World.OfficeHead,
            s => s.GetRequiredService<CloseUnit>().Handle(new(hamlet.PublicId, new(2024, 5, 1), "sáp nhập", null, true), default)
        );
        Assert.Equal(before, await place(system.World.OfficeHead));
        Assert.False(await system.Db(db => db.UnitVersions.AnyAsync(v => v.UnitId == hamlet.Id && v.To == null)));
    }

    private static async Task<int> Problem(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetInt32();
    }
}
