using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Features.Registers;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Registers;

/// <summary>Rows from another system: by the checks of the form, once for a key, and only where one may write.</summary>
public sealed class RowsApiTests
{
    private const string Address = $"/api/v1/registers/{UnseenRegister.Code}";

    [Theory, BothEngines]
    public async Task A_row_is_taken_once_changed_and_refused_with_every_mistake(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        var unit = system.World.Hamlets[0].PublicId;
        var made = await Send(browser.Client, HttpMethod.Post, Address, unit, UnseenRegister.Row(), "k1");
        var row = made.GetProperty("row").GetString();
        var again = await Send(browser.Client, HttpMethod.Post, Address, unit, UnseenRegister.Row(), "k1");
        Assert.Equal(row, again.GetProperty("row").GetString());
        var wrong = UnseenRegister.Row(day: "mai", people: "nhiều");
        var refused = await Send(browser.Client, HttpMethod.Post, Address, unit, wrong, null, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(
            ["not-a-day", "number-not-a-number"],
            refused.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()).Order()
        );
        var rows = $"/api/v1/registers/rows/{row}";
        await Send(browser.Client, HttpMethod.Put, rows, null, UnseenRegister.Row(people: "40"), null, version: 0);
        await Send(browser.Client, HttpMethod.Put, rows, null, UnseenRegister.Row(people: "50"), null, HttpStatusCode.Conflict, 0);
        await browser.Open($"/registers/rows/{row}");
        Assert.Contains("Số người: 30 → 40", browser.Text, StringComparison.Ordinal);
        // The first request once more, late: it is answered, and takes nothing back.
        var late = await Send(browser.Client, HttpMethod.Post, Address, unit, UnseenRegister.Row(), "k1");
        Assert.Equal(row, late.GetProperty("row").GetString());
        await browser.Open($"/registers/rows/{row}");
        Assert.Contains("40", browser.Text, StringComparison.Ordinal);
        var other = system.World.Hamlets[1].PublicId;
        await Send(browser.Client, HttpMethod.Post, Address, other, UnseenRegister.Row(), null, HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task Another_content_under_the_same_key_is_a_later_word_on_the_row(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        var unit = system.World.Hamlets[0].PublicId;
        // The answer to the first is lost on its way; what was typed is mended and sent again by the same form.
        var first = await Send(browser.Client, HttpMethod.Post, Address, unit, UnseenRegister.Row(people: "30"), "k2");
        var second = await Send(browser.Client, HttpMethod.Post, Address, unit, UnseenRegister.Row(people: "35"), "k2");
        var row = first.GetProperty("row").GetString();
        Assert.Equal(row, second.GetProperty("row").GetString());
        Assert.Equal(1, await system.Db(db => db.RegisterRows.CountAsync()));
        Assert.Contains(
            "\"people\":\"35\"",
            await system.Db(db => db.RegisterRows.Select(r => r.Content).SingleAsync()),
            StringComparison.Ordinal
        );
        // Meanwhile somebody else has moved it: nothing is overwritten.
        await Send(browser.Client, HttpMethod.Post, Address, unit, UnseenRegister.Row(people: "36"), "k2", HttpStatusCode.Conflict);
    }

    private static async Task<JsonElement> Send(
        HttpClient client,
        HttpMethod method,
        string address,
        string? unit,
        Dictionary<string, string> values,
        string? key,
        HttpStatusCode expected = HttpStatusCode.OK,
        int? version = null
    )
    {
        using var request = new HttpRequestMessage(method, address)
        {
            Content = JsonContent.Create(
                new
                {
                    unit,
                    values,
                    version,
                }
            ),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        return expected == HttpStatusCode.NotFound
            ? default
            : await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
