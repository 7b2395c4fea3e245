using Microsoft.AspNetCore.Mvc;
using ThiDua.App.Security;
using ThiDua.App.Tests.Rights;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Architecture;

/// <summary>No address of the real application without a right, and none with an id that nothing resolves.</summary>
public sealed class RightsTests
{
    /// <summary>What is looked up inside the place that another value of the same address resolved.</summary>
    private static readonly string[] Parts = ["item", "target", "period", "role", "name", "format"];

    /// <summary>Names a definition of a pack, which belongs to no unit: the rows of a register are narrowed by their list.</summary>
    private static readonly string[] Definitions = ["code"];

    /// <summary>Of the reader's own things alone: another's is not found.</summary>
    private static readonly string[] Own = ["number"];

    /// <summary>Whether the unit took part in the campaign in the report's own period: today's tree does not say it.</summary>
    private static readonly string[] AskedByThePage =
    [
        "/reports/{unit}/{campaign}/{period}: campaign",
        "/reports/{unit}/{campaign}/{period}/xlsx: campaign",
    ];

    [Fact]
    public async Task Every_address_says_who_may_open_it()
    {
        var all = await Addresses();
        Assert.True(all.Count > 40);
        var silent = all.Where(a => Sorts(a).Count() != 1);
        Assert.Empty(silent.Select(a => $"{a.Pattern}: {string.Join(", ", Sorts(a))}"));
    }

    [Fact]
    public async Task Every_id_of_an_address_is_resolved_before_the_page_runs()
    {
        var open =
            from address in await Addresses()
            let resolved = address.Marks.OfType<NeedsAttribute>().Select(n => n.Key).ToList()
            from key in address.Keys.Except(Parts).Except(Definitions).Except(Own)
            where !resolved.Contains(key)
            select $"{address.Pattern}: {key}";
        Assert.Equal(AskedByThePage, open);
    }

    [Fact]
    public async Task A_permission_that_is_asked_for_exists()
    {
        var asked = (await Addresses())
            .SelectMany(a => a.Marks)
            .OfType<NeedsAttribute>()
            .Select(n => n.Permission)
            .OfType<string>()
            .Distinct();
        Assert.Empty(asked.Except(Permission.All));
    }

    /// <summary><see cref="PermissionGuard"/> holds a handler's arguments against the resolved id; a property says its source.</summary>
    [Fact]
    public async Task A_property_that_holds_a_resolved_id_comes_from_the_route_or_the_query()
    {
        var loose =
            from address in await Addresses()
            where address.Page is not null
            from property in address.Page!.BoundProperties
            where
                address.Marks.OfType<NeedsAttribute>().Any(n => string.Equals(n.Key, property.Name, StringComparison.OrdinalIgnoreCase))
                && property.BindingInfo?.BindingSource?.Id is not ("Path" or "Query")
            select $"{address.Pattern}: {property.Name}";
        Assert.Empty(loose);
    }

    [Fact]
    public void The_table_of_rights_in_the_docs_is_the_one_in_force()
    {
        IEnumerable<string> rows =
        [
            $"| permission | {string.Join(" | ", Roles.All)} |",
            $"| --- |{string.Concat(Roles.All.Select(_ => " :-: |"))}",
            .. Permission.All.Select(p => $"| `{p}` | {string.Join(" | ", Roles.All.Select(r => Roles.Of(r)!.Contains(p) ? "●" : " "))} |"),
        ];
        var page = File.ReadAllText(Path.Combine(Source.Root, "docs", "security.md"));
        Assert.Contains(string.Join('\n', rows), page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sorts(Address address) =>
        address
            .Marks.Select(m =>
                m switch
                {
                    NeedsSomewhereAttribute => "somewhere",
                    NeedsAttribute => "place",
                    SignedInAttribute => "signed in",
                    OpenToAllAttribute => "open",
                    _ => null,
                }
            )
            .OfType<string>()
            .Distinct();

    private static async Task<IReadOnlyList<Address>> Addresses()
    {
        await using var system = await TestSystem.Empty(Engine.Sqlite);
        return await Address.All(system.Services);
    }
}
