using System.Text;
using System.Text.Json.Nodes;
using ThiDua.App.Features.Maps.ImportShapes;
using ThiDua.App.Tree;

namespace ThiDua.App.Cli.Demo;

/// <summary>Where the sample's units lie: a commune with six hamlets that nobody will find on a map.</summary>
internal static class DemoMap
{
    private static readonly Lazy<JsonArray> Features = new(() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(ServeOptions.Beside("samples"), "dia-gioi.geojson")))!["features"]!.AsArray()
    );

    /// <summary>The areas of the commune and, as far as they go, of its hamlets in their order.</summary>
    public static async Task Lay(
        IServiceProvider services,
        UnitRow commune,
        IReadOnlyList<UnitRow> hamlets,
        CancellationToken cancellationToken
    )
    {
        var units = new[] { commune }.Concat(hamlets);
        var named = Features.Value.Zip(units).Select(pair => (JsonNode?)Named(pair.First!, pair.Second)).ToArray();
        var file = new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray(named) };
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(file.ToJsonString()));
        var result = await services.GetRequiredService<ImportAreas>().Handle(new("dia-gioi.geojson", content, false), cancellationToken);
        if (!result.Ok)
            throw new InvalidOperationException(result.Errors[0].ToString());
    }

    /// <summary>Where a hamlet's hall stands, as a place writes it; empty for a hamlet without an area.</summary>
    /// <param name="hamlet">From 1, in their order.</param>
    public static string Hall(int hamlet) =>
        Features.Value.ElementAtOrDefault(hamlet)?["properties"]?["hall"] is JsonArray at
            ? FormattableString.Invariant($" ({at[1]!.GetValue<double>():0.00000}, {at[0]!.GetValue<double>():0.00000})")
            : "";

    private static JsonObject Named(JsonNode feature, UnitRow unit) =>
        new()
        {
            ["type"] = "Feature",
            ["properties"] = new JsonObject { ["code"] = unit.Code, ["name"] = unit.Name },
            ["geometry"] = feature["geometry"]!.DeepClone(),
        };
}
