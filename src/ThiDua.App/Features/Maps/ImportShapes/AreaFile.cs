using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Imports;
using ThiDua.App.Maps;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Maps.ImportShapes;

/// <summary>One feature of a file: the area of a unit that it names by code or by name.</summary>
/// <param name="Number">From 1.</param>
/// <param name="From">The day from which it lies so; null: today.</param>
public sealed record AreaLine(int Number, string? Code, IReadOnlyList<string> Names, string? Parent, DateOnly? From, string Shape)
{
    /// <summary>As an error says it.</summary>
    public string Says => Code ?? Names.FirstOrDefault() ?? "";
}

/// <summary>
/// A GeoJSON file of areas, every feature checked, each mistake told by the number of its feature. Limits are
/// <see cref="AreaLimits"/>. Pure.
/// </summary>
public sealed class AreaFile(RowErrors errors, string file, IStringLocalizer<ThiDua.App.Forms.Text> words)
{
    private static readonly string[] Codes = ["code", "ma", "Mã", "maDonVi", "ma_xa"],
        Names = ["fullName", "name", "ten", "Tên", "tenDonVi", "ten_xa"],
        Parents = ["parent", "cap_tren", "Cấp trên"],
        Days = ["from", "tu_ngay", "Từ ngày"];

    private int points;

    /// <returns>The features that can be used; what is wrong with the others is among the errors.</returns>
    public async Task<IReadOnlyList<AreaLine>> Read(Stream content, CancellationToken cancellationToken)
    {
        if (await Bytes(content, cancellationToken) is not { } bytes)
        {
            errors.Add(0, "", "shapes-file-large", AreaLimits.Bytes / 1024 / 1024);
            return [];
        }
        try
        {
            using var json = JsonDocument.Parse(bytes, GeoJsonReader.Options);
            return Features(json.RootElement);
        }
        catch (JsonException broken)
        {
            errors.Add((int)Math.Min(broken.LineNumber + 1 ?? 0, int.MaxValue), "", "shapes-not-json");
            return [];
        }
    }

    private List<AreaLine> Features(JsonElement root)
    {
        if (
            GeoJsonReader.Type(root) != "FeatureCollection"
            || !root.TryGetProperty("features", out var features)
            || features.ValueKind != JsonValueKind.Array
        )
            errors.Add(0, "", "shapes-no-collection");
        else if (OtherSystem(root) is { } system)
            errors.Add(0, "crs", "shapes-crs", system);
        else if (features.GetArrayLength() is 0 or > AreaLimits.Features)
            errors.Add(0, "", features.GetArrayLength() == 0 ? "no-rows" : "shapes-many", AreaLimits.Features);
        else
            return [.. features.EnumerateArray().Select((f, at) => Feature(f, at + 1)).OfType<AreaLine>()];
        return [];
    }

    // Old files name their system; the one of GeoJSON today is longitude and latitude of WGS 84.
    private static string? OtherSystem(JsonElement root) =>
        root.TryGetProperty("crs", out var crs)
        && crs.ValueKind == JsonValueKind.Object
        && crs.TryGetProperty("properties", out var properties)
        && Word(properties, ["name"]) is { } name
        && !name.EndsWith("CRS84", StringComparison.Ordinal)
        && !name.EndsWith(":4326", StringComparison.Ordinal)
            ? name
            : null;

    private AreaLine? Feature(JsonElement feature, int number)
    {
        if (GeoJsonReader.Type(feature) != "Feature" || !feature.TryGetProperty("properties", out var properties))
        {
            errors.Add(number, "", "shapes-no-feature");
            return null;
        }
        var line = new AreaLine(
            number,
            Word(properties, Codes) ?? Word(feature, ["id"]),
            [.. Names.Select(n => Word(properties, [n])).OfType<string>()],
            Word(properties, Parents),
            Day(properties, number),
            Shape(feature, number) ?? ""
        );
        if (line.Code is null && line.Names.Count == 0)
            errors.Add(number, Codes[0], "shapes-no-unit");
        return line;
    }

    private DateOnly? Day(JsonElement properties, int number)
    {
        if (Word(properties, Days) is not { } typed)
            return null;
        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        errors.Add(number, Days[0], "unknown-day", typed);
        return null;
    }

    private string? Shape(JsonElement feature, int number)
    {
        try
        {
            if (!feature.TryGetProperty("geometry", out var geometry) || GeoJsonReader.Type(geometry) is not ("Polygon" or "MultiPolygon"))
                throw new ShapeRefused("ShapeArea");
            var shape = new GeoJsonReader(AreaLimits.Points).Read(geometry);
            if ((points += shape.NumPoints) > AreaLimits.AllPoints)
                throw new ShapeRefused("ShapePoints", AreaLimits.AllPoints);
            return ShapeText.Write(shape);
        }
        catch (ShapeRefused refused)
        {
            // A shape is refused in the words of the form.
            errors.Add(new RowError(file, number, "geometry", FormCodes.Of(refused.Problem), words[refused.Problem, refused.Arguments]));
            return null;
        }
    }

    private static string? Word(JsonElement of, IEnumerable<string> names) =>
        of.ValueKind != JsonValueKind.Object
            ? null
            : names
                .Select(n => of.TryGetProperty(n, out var value) ? value : default)
                .Where(v => v.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                .Select(v => NameText.Clean(v.ToString()))
                .FirstOrDefault(v => v.Length is > 0 and <= 400 && TextRules.IsClean(v));

    private static async Task<ReadOnlyMemory<byte>?> Bytes(Stream content, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var part = new byte[81_920];
        for (int read; (read = await content.ReadAsync(part, cancellationToken)) > 0; )
            if (all.Length + read > AreaLimits.Bytes)
                return null;
            else
                all.Write(part, 0, read);
        var bytes = all.GetBuffer().AsMemory(0, (int)all.Length);
        return bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
    }
}
