using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Registers;
using ThiDua.App.Maps;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Maps;

/// <summary>Rows that lie somewhere: their form, their list as a map, the commune's map.</summary>
public sealed class RowMapTests
{
    private const string Address = $"/registers/{RoadRegister.Code}";

    internal static async Task<TestSystem> Start(Engine engine, SpoiltPack pack)
    {
        pack.Write(RoadRegister.File, RoadRegister.Yaml);
        var system = await TestSystem.Start(engine, packs: pack.Parent);
        Assert.True((await ImportAreasTests.Import(system, RoadRegister.Areas())).Applied);
        return system;
    }

    internal static async Task<string> Save(TestSystem system, int hamlet, Dictionary<string, string> typed)
    {
        var world = system.World;
        var saved = await system.As(
            world.HamletHeads[hamlet],
            s =>
                s.GetRequiredService<SaveRow>()
                    .Handle(
                        new(RoadRegister.Code, world.Hamlets[hamlet].PublicId, typed, new Dictionary<string, string>()),
                        CancellationToken.None
                    )
        );
        return saved.Value?.Id
            ?? throw new InvalidOperationException(string.Join("; ", saved.Errors.Select(e => $"{e.Field}: {e.Message}")));
    }

    [Theory]
    [InlineData("field: place, filled", "field: plaza, filled", "plaza")]
    [InlineData("field: place, filled", "field: spot, filled", "\"spot\" không phải ai cũng được xem")]
    [InlineData("filled: true}]", "is: [yes]}]", "\"place\"")]
    [InlineData("tuyến có tên chỗ", "Công giáo", "bộ mẫu không được")]
    public void What_a_map_may_not_tell_apart_is_refused_with_its_line(string right, string wrong, string says)
    {
        using var pack = new SpoiltPack();
        pack.Write(RoadRegister.File, RoadRegister.Yaml.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(
            pack.Load().Errors,
            e => e.File == RoadRegister.File && e.Line == 8 && e.Message.Vi.Contains(says, StringComparison.Ordinal)
        );
    }

    [Theory, BothEngines]
    public async Task What_the_register_tells_apart_has_a_look_of_its_own(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        await Save(system, 0, RoadRegister.Row("Đường ấp 1", place: "Nhà văn hóa ấp 1"));
        await Save(system, 0, RoadRegister.Row("Đường ấp 2"));
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open($"/map?layers=chosen&layer={RoadRegister.Code}");
        var legend = office.Page.QuerySelectorAll(".map-legend li").Select(e => e.TextContent.Trim()).ToList();
        Assert.Contains("tuyến có tên chỗ (1)", legend);
        Assert.Equal(2, legend.Count);
        await office.Open($"{Address}/map");
        Assert.Contains("tuyến có tên chỗ (1)", office.Page.QuerySelector(".map-legend")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_road_is_typed_measured_counted_and_changed_without_script(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        await browser.Open($"{Address}/new");
        await browser.Send("form.report", ("day", "2024-05-10"), ("road", "Đường ấp 1"), ("line", "106.12, 11.37\n106.13, 11.38"));
        Assert.Contains("Ghi vĩ độ trước", browser.Text, StringComparison.Ordinal);
        Assert.Equal("106.12, 11.37\n106.13, 11.38", browser.Page.QuerySelector("#line")!.TextContent);
        Assert.Null(browser.Page.QuerySelector("[name=metres]"));
        await browser.Send("form.report", ("line", RoadRegister.Line));
        Assert.StartsWith("/registers/rows/", browser.Path, StringComparison.Ordinal);
        Assert.Contains("1,26 km", browser.Text, StringComparison.Ordinal);
        Assert.Contains("1.259 m", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("figure.map svg path.mark"));
        var row = browser.Path;
        await browser.Open($"{row}/edit");
        Assert.Equal("11.37, 106.12\n11.374, 106.125\n11.375, 106.13", browser.Page.QuerySelector("#line")!.TextContent);
        await browser.Upload(
            "form.report",
            "file.line",
            "duong.geojson",
            """{"type":"Feature","geometry":{"type":"LineString","coordinates":[[106.12,11.37],[106.121,11.37]]}}"""u8.ToArray()
        );
        Assert.Contains("109 m", browser.Text, StringComparison.Ordinal);
        await browser.Open($"{row}/edit");
        await browser.Upload("form.report", "file.line", "duong.geojson", [0xff, 0xfe, 0x00, 0x01]);
        Assert.Contains("Không đọc được", browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task The_list_is_a_map_with_the_same_filters_and_rights(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        var first = await Save(system, 0, RoadRegister.Row("Đường Bàu Sen"));
        await Save(system, 1, RoadRegister.Row("Đường <ấp> 2", "", "Nhà văn hóa ấp 2 (11.36, 106.13)"));
        await Save(system, 2, RoadRegister.Row("Không có chỗ", "", "Chợ"));
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open(Address);
        var link = office.Page.QuerySelector("a[href^='/registers/test-roads/map']")!;
        Assert.Equal("Bản đồ", link.TextContent);
        await office.Open(link.GetAttribute("href")!);
        string[] Names() => [.. office.Page.QuerySelectorAll("#map-rows tbody th a").Select(t => t.TextContent)];
        Assert.Equal(["Đường <ấp> 2", "Đường Bàu Sen"], Names());
        // Each can be reached in the picture by its name, too; the hamlets bear theirs.
        Assert.Equal(2, office.Page.QuerySelectorAll("figure.map .shapes a[href^='/registers/rows/'][aria-label]").Length);
        Assert.Equal(
            6,
            office.Page.QuerySelectorAll("figure.map text.name").Count(t => t.TextContent.StartsWith("Ấp", StringComparison.Ordinal))
        );
        await office.Open($"{Address}/map?q=bau+sen");
        Assert.Equal(["Đường Bàu Sen"], Names());
        await office.Open($"{Address}/map?unit={system.World.Hamlets[1].PublicId}");
        Assert.Equal(["Đường <ấp> 2"], Names());
        await office.Open($"{Address}/map?box=106.115,11.368,106.131,11.376");
        Assert.Equal(["Đường Bàu Sen"], Names());
        // Zooming keeps the filter, and the way back to the list does.
        await office.Open($"{Address}/map?q=duong&box=106.1,11.35,106.16,11.39");
        Assert.Contains("q=duong", office.Page.QuerySelector("[data-zoom='0.5']")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal($"{Address}?q=duong", office.Page.QuerySelector(".actions a.button")!.GetAttribute("href"));
        await office.Open($"{Address}/map?box=nonsense&q=khong+co+gi");
        Assert.Empty(Names());
        Assert.Contains("Chưa có tuyến đường nào ghi vị trí", office.Text, StringComparison.Ordinal);
        using var other = await system.Browser(system.World.HamletHeads[3]);
        await other.Open($"{Address}/map");
        Assert.DoesNotContain(first, other.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Đường Bàu Sen", other.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task What_needs_a_right_is_on_no_map_of_others(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        var world = system.World;
        var typed = RoadRegister.Row("Điểm kín", "");
        typed["spot"] = "11.36, 106.12";
        var saved = await system.As(
            world.OfficeHead,
            s =>
                s.GetRequiredService<SaveRow>()
                    .Handle(
                        new(RoadRegister.Code, world.Hamlets[0].PublicId, typed, new Dictionary<string, string>()),
                        CancellationToken.None
                    )
        );
        Assert.True(saved.Ok, string.Join("; ", saved.Errors.Select(e => e.Message)));
        using var office = await system.Browser(world.OfficeHead);
        await office.Open($"{Address}/map");
        Assert.Contains("Điểm kín", office.Text, StringComparison.Ordinal);
        using var head = await system.Browser(world.HamletHeads[0]);
        await head.Open($"{Address}/map");
        Assert.DoesNotContain("Điểm kín", head.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task An_export_brings_its_shapes_back(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        await Save(system, 0, RoadRegister.Row("Đường ấp 1", place: "Chợ (11.36, 106.13)"));
        using var office = await system.Browser(system.World.OfficeHead);
        using var json = JsonDocument.Parse(await office.Client.GetStringAsync($"{Address}.json", TestContext.Current.CancellationToken));
        var row = json.RootElement.GetProperty("rows")[0];
        Assert.Equal("11.37, 106.12\n11.374, 106.125\n11.375, 106.13", row.GetProperty("line").GetString());
        Assert.Equal("Chợ (11.36, 106.13)", row.GetProperty("place").GetString());
        // The page says it shortly.
        await office.Open(Address);
        Assert.Contains("1,26 km", office.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("106.13", office.Page.QuerySelector("table.rows")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_rows_are_drawn_up_to_a_limit_that_is_said()
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(Engine.Sqlite, pack);
        for (var n = 0; n < MapDrawing.Most + 5; n++)
            await Save(
                system,
                0,
                RoadRegister.Row(
                    $"Đường số {n}",
                    FormattableString.Invariant($"{11.35 + n * 0.0001}, 106.1\n{11.351 + n * 0.0001}, 106.11\n11.37, 106.13")
                )
            );
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open($"{Address}/map");
        Assert.Equal(MapDrawing.Most, office.Page.QuerySelectorAll("#map-rows tbody tr").Length);
        Assert.Contains($"chỉ vẽ {MapDrawing.Most} mục đầu", office.Text, StringComparison.Ordinal);
        Assert.Empty(office.Page.QuerySelectorAll("text.number"));
        // The picture of 300 shapes, as it goes over the wire: 60 KB at most.
        var svg = office.Page.QuerySelector("figure.map svg")!.OuterHtml;
        using var packed = new MemoryStream();
        await using (
            var brotli = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)
        )
            await brotli.WriteAsync(
                System.Text.Encoding.UTF8.GetBytes(office.Page.DocumentElement.OuterHtml),
                TestContext.Current.CancellationToken
            );
        Assert.InRange(packed.Length, 1, 60 * 1024);
        Assert.InRange(svg.Length, 1, 300 * 1024);
    }
}
