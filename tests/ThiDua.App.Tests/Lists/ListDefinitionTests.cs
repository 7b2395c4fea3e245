using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;

namespace ThiDua.App.Tests.Lists;

/// <summary>A list whose columns and filters are known only when it is asked for, as a register's are.</summary>
public sealed class ListDefinitionTests
{
    private sealed record Row
    {
        public int Id { get; init; }
        public string Name { get; init; } = "";
        public string SortKey { get; init; } = "";
        public string Search { get; init; } = "";
        public string Path { get; init; } = "";
        public long Value { get; init; }
        public DateOnly? Day { get; init; }
    }

    private const long Large = 900_000_000_000_000_000;

    private static ListDefinition<Row> Units(AppDb db, params string[] fields) =>
        new()
        {
            Code = "test",
            Title = "Đơn vị",
            Empty = "Chưa có",
            Rows = db
                .UnitVersions.AsNoTracking()
                .Select(v => new Row
                {
                    Id = v.UnitId,
                    Name = v.Name,
                    SortKey = v.SortKey,
                    Search = v.Search,
                    Path = v.Path,
                    Value = v.Kind == "hamlet" ? Large : -5,
                    Day = v.Kind == "hamlet" ? v.From : null,
                }),
            Key = ListKey.Of((Row r) => r.Id),
            Order = ListOrder.By((Row r) => r.SortKey),
            Columns =
            [
                new("name", "Tên", r => ListCell.Of(r.Name)) { IsName = true },
                .. fields.Select(f => new ListColumn<Row>(f, $"Trường {f}", r => ListCell.Of(r.Value, 3, "m²"))
                {
                    Order = ListOrder.By((Row r) => r.Value),
                    Total = ListTotal.Of((Row r) => r.Value, 3, "m²"),
                }),
                new("day", "Ngày", r => ListCell.Of(r.Day)) { Order = ListOrder.By((Row r) => r.Day) },
            ],
            SearchLabel = "Tìm",
            Search = (rows, word) => rows.Where(r => r.Search.Contains(word)),
            Filters =
            [
                .. fields.Select(f => new NumberFilter<Row>(
                    f,
                    f,
                    3,
                    (rows, from, to) => rows.Where(r => (from == null || r.Value >= from) && (to == null || r.Value <= to))
                )),
            ],
        };

    private static Task<ListPage> Read(TestSystem system, string query) =>
        system.As(
            system.World.OfficeHead,
            s =>
            {
                var request = new DefaultHttpContext().Request;
                (request.Path, request.QueryString) = ("/test", new QueryString(query));
                return s.GetRequiredService<ListReader>()
                    .Read(Units(s.GetRequiredService<AppDb>(), "area"), new ListView(request), CancellationToken.None);
            }
        );

    private static IEnumerable<string> Names(ListPage page) => page.Rows.Select(r => r.Cells[0].Text);

    [Theory, BothEngines]
    public async Task Its_columns_sort_and_total_in_the_database_whatever_the_size_of_the_sum(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var page = await Read(system, "?sort=-area&totals=1");
        Assert.Equal("900.000.000.000.000 m²", page.Rows[0].Cells[1].Text);
        Assert.Equal("-0,005 m²", page.Rows[^1].Cells[1].Text);
        // Six hamlets; the five others take 5 each away.
        Assert.Equal("5.399.999.999.999.999,975 m²", page.Totals!["area"].Text);
        await using var more = await TestSystem.Start(engine);
        for (var i = 7; i <= 13; i++)
            await more.As(null, s => TestWorld.Unit(s, $"Ấp {i}", "hamlet", $"90001.A{i}", more.World.Commune.Id));
        Assert.Equal("11.699.999.999.999.999,975 m²", (await Read(more, "?totals=1")).Totals!["area"].Text);
    }

    [Theory, BothEngines]
    public async Task What_has_no_value_comes_last_whichever_way_it_is_sorted(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        foreach (var sort in new[] { "day", "-day" })
        {
            var cells = (await Read(system, $"?sort={sort}")).Rows.Select(r => r.Cells[2].Value).ToList();
            Assert.Equal([true, true, true, true, true, true, false, false, false, false, false], cells.Select(c => c is not null));
        }
    }

    [Theory, BothEngines]
    public async Task Its_filters_read_numbers_as_people_write_them(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        Assert.Equal(6, (await Read(system, "?area-from=1.000,5")).Rows.Count);
        Assert.Equal(5, (await Read(system, "?area-to=0")).Count);
        Assert.Equal(["Ấp 2"], Names(await Read(system, "?area-from=0&q=ap+2")));
        Assert.Equal(11, (await Read(system, "?area-from=nichts")).Count);
        Assert.Equal("nichts", (await Read(system, "?area-from=nichts")).Fields[0].Value);
    }

    [Theory, BothEngines]
    public async Task Rows_below_a_path_are_a_range(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var found = await system.Db(async db =>
        {
            var commune = await db.UnitVersions.SingleAsync(v => v.UnitId == system.World.Commune.Id);
            var one = await db.UnitVersions.SingleAsync(v => v.UnitId == system.World.Hamlets[0].Id);
            var rows = Units(db).Rows;
            return (await rows.Below(r => r.Path, commune.Path).CountAsync(), await rows.Below(r => r.Path, one.Path).CountAsync());
        });
        Assert.Equal((11, 1), found);
    }
}
