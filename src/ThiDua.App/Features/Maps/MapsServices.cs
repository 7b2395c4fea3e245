using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ThiDua.App.Features.Maps.ImportShapes;
using ThiDua.App.Maps;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Maps;

internal static class MapsServices
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void AddMaps(this IServiceCollection services)
    {
        services.AddSingleton<AreaCache>();
        services.AddScoped<MapGround>();
        services.AddScoped<MapFigures>();
        services.AddScoped<ImportAreas>();
        services.AddScoped<UndoAreas>();
    }

    /// <summary>The areas that lie under the map of a form, as GeoJSON.</summary>
    public static void MapMaps(this IEndpointRouteBuilder app) =>
        app.MapGet(
                "/map/areas",
                async (string? unit, HttpContext http, MapGround ground, CancellationToken cancellationToken) =>
                {
                    http.Response.Headers.CacheControl = "private, max-age=600";
                    var areas = await ground.Of(unit, Permission.ViewRegister, cancellationToken);
                    return Results.Text(Collection(areas), "application/geo+json");
                }
            )
            .WithMetadata(new NeedsAttribute<Unit>(Permission.ViewRegister, "unit") { Optional = true });

    private static string Collection(IReadOnlyList<MapArea> areas) =>
        new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["features"] = new JsonArray([
                .. areas.Select(a => new JsonObject
                {
                    ["type"] = "Feature",
                    ["properties"] = new JsonObject { ["name"] = a.Name, ["code"] = a.Code },
                    ["geometry"] = JsonNode.Parse(ShapeText.Write(ShapeText.Lighter(a.Geometry))),
                }),
            ]),
        }.ToJsonString(Plain);
}
