using Microsoft.Data.Sqlite;
using ThiDua.App.Cli;
using ThiDua.App.Packs;

namespace ThiDua.EndToEnd;

/// <summary>
/// Each register of the pack by those who keep it, on a phone, and by the office, on a PC: its list, its form, its row, what it
/// counts, what is done with it next, and what leaves it as a file.
/// </summary>
public sealed class EveryRegisterJourney(Demo demo)
{
    private const string Reviewer = "phochutich",
        Office = "vanphong";

    public static TheoryData<string> Codes =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(ServeOptions.DefaultPacks, "an-ninh-to-quoc", "registers"), "*.yaml")
                .Select(f => Path.GetFileNameWithoutExtension(f))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Is_kept_counted_reviewed_and_taken_out(string code)
    {
        var form = new SampleForm(code);
        var writer = form.IsGiven ? Office : form.Keeper;
        var page = await demo.SignedIn(writer, phone: true);
        await page.GotoAsync($"/registers/{code}");
        await Look(page, $"{code}-list-phone");
        var before = await Figures(form.Register);
        await Write(page, form);
        var row = new Uri(page.Url).AbsolutePath;
        await Look(page, $"{code}-row-phone");
        await IsCounted(page, form, before);
        if (form.IsGiven && form.Keeper != Office)
            await Report(form, row);
        await page.Context.CloseAsync();
        await Review(form, row, writer);
    }

    private async Task Write(IPage page, SampleForm form)
    {
        await page.GotoAsync($"/registers/{form.Register.Code}/new");
        if (await page.Locator("select#unit").CountAsync() > 0)
        {
            await page.SelectOptionAsync("#unit", new SelectOptionValue { Label = demo.UnitOf(form.Keeper) });
            await page.Press(page.Button("Tiếp tục"));
        }
        await form.Fill(page);
        await Look(page, $"{form.Register.Code}-form-phone");
        await page.Press(page.Button("Lưu vào sổ"));
        foreach (var doubt in await page.Locator("[name^='comment.']").AllAsync())
            await doubt.FillAsync("Đã đối chiếu với sổ của đơn vị.");
        if (await page.Locator("form.report").CountAsync() > 0 && await page.Locator("[name^='comment.']").CountAsync() > 0)
            await page.Press(page.Button("Lưu vào sổ"));
        Assert.True(page.Url.Contains("/registers/rows/", StringComparison.Ordinal), await page.InnerTextAsync("main"));
        if (form.Title is { } title)
            Assert.Equal(title, await page.InnerTextAsync("h1"));
    }

    private async Task IsCounted(IPage page, SampleForm form, Dictionary<string, long> before)
    {
        if (form.Register.Feeds.Count == 0)
            return;
        Assert.Contains("Được tính vào", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        var after = await Figures(form.Register);
        foreach (var feed in form.Counting())
        {
            var (was, now) = (before.GetValueOrDefault(feed.Indicator), after.GetValueOrDefault(feed.Indicator));
            var rose = SampleForm.Pack.Indicator(feed.Indicator)!.Kind == PackKind.YesNo ? now >= 1 && now >= was : now > was;
            Assert.True(rose || IsZero(form, feed), $"{feed.Indicator}: {was} → {now}");
        }
    }

    private static bool IsZero(SampleForm form, RegisterFeed feed) =>
        feed.Sum is { } sum && form.Typed.GetValueOrDefault(sum) is null or "0";

    /// <summary>The unit itself writes what it did, and says that it is done.</summary>
    private async Task Report(SampleForm form, string row)
    {
        var unit = await demo.SignedIn(form.Keeper, phone: true);
        await unit.GotoAsync($"{row}/edit");
        var result = unit.Locator("[name=result], [name=note], [name=summary]").First;
        await result.FillAsync("Đã làm xong theo yêu cầu.");
        await unit.Press(unit.Button("Lưu vào sổ"));
        Assert.Contains("Đã làm xong theo yêu cầu.", await unit.InnerTextAsync("main"), StringComparison.Ordinal);
        await unit.Press(unit.Locator("button[name=act][value=report]"));
        await unit.Context.CloseAsync();
    }

    /// <summary>Somebody else of the office finds it, does what is next, and takes the register out.</summary>
    private async Task Review(SampleForm form, string row, string writer)
    {
        var code = form.Register.Code;
        var office = await demo.SignedIn(writer == Office ? Reviewer : Office);
        await office.GotoAsync($"/registers/{code}");
        await office.IsWell($"register-{code}-list-pc");
        if (form.Title is { } title)
        {
            await office.Search(title);
            Assert.NotEqual(0, await office.Locator($"main a[href='{row}']").CountAsync());
        }
        await office.GotoAsync(row);
        await office.IsWell($"register-{code}-row-pc");
        var (act, state) = form.Register.Flow switch
        {
            "proposal" => ("send", "Đã gửi cấp trên"),
            "assignment" when form.Keeper == Office => ("report", "Đã báo xong"),
            "assignment" => ("accept", "Hoàn thành"),
            _ => ("confirm", "Đã xác nhận"),
        };
        await office.Press(office.Locator($"button[name=act][value={act}]"));
        await office.GotoAsync(row);
        Assert.Contains(state, await office.InnerTextAsync("main"), StringComparison.Ordinal);
        var book = await office.Context.APIRequest.GetAsync($"{demo.Url}/registers/{code}.xlsx");
        Assert.True(book.Ok && (await book.BodyAsync()).Length > 1000, $"{code}.xlsx answers {book.Status}");
        await office.Context.CloseAsync();
    }

    private static async Task Look(IPage page, string name)
    {
        await page.IsWell($"register-{name}");
        await page.IsTouchable();
    }

    /// <summary>All that is counted for each indicator that the register feeds, over all units and periods.</summary>
    private async Task<Dictionary<string, long>> Figures(RegisterDefinition register)
    {
        var figures = new Dictionary<string, long>();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(demo.Data, "thidua.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        foreach (var feed in register.Feeds)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT SUM(f.Value) FROM figure f JOIN indicator i ON i.Id = f.IndicatorId WHERE i.Code = $code";
            command.Parameters.AddWithValue("$code", feed.Indicator);
            figures[feed.Indicator] = await command.ExecuteScalarAsync() is long sum ? sum : 0;
        }
        return figures;
    }
}
