using System.Globalization;
using System.Text.RegularExpressions;
using ThiDua.App.Data;

namespace ThiDua.App.Forms;

/// <summary>A unit, an officer, a row of another register: chosen from a list, or typed by name where the list is long.</summary>
internal sealed class NamedKind(string code) : FieldKind(code)
{
    /// <summary>A browser hangs over thousands of options.</summary>
    public const int MostOptions = 200;

    private static readonly char[] Between = ['\n', ';'];

    public override FieldControl Control(FormField field, FormNames names) =>
        names.Of(field).Count > MostOptions ? FieldControl.Line
        : field.Many ? FieldControl.Checks
        : FieldControl.Select;

    public override FieldReading Read(FormField field, string typed, FormNames names)
    {
        if (!field.Many)
            return One(field, typed, names);
        var keys = ChoicesKind.Codes(typed);
        IReadOnlyList<string> parts = keys.All(k => names.Name(field, k) is not null)
            ? keys
            : typed.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var read = parts.Select(p => One(field, p, names)).ToList();
        return read.Exists(r => r.Problem is not null)
            ? read.First(r => r.Problem is not null)
            : new(string.Join(' ', read.Select(r => r.Value).Distinct()));
    }

    private static FieldReading One(FormField field, string typed, FormNames names) =>
        names.Find(field, typed) switch
        {
            [var only] => new(only.Key),
            [] => FieldReading.Wrong("NoSuchThing", typed.Length > 80 ? typed[..80] + "…" : typed),
            var several => FieldReading.Wrong("SeveralThings", several.Count),
        };

    public override string Show(FormField field, string value, FormNames names) =>
        field.Many
            ? string.Join("; ", ChoicesKind.Codes(value).Select(k => names.Name(field, k)) is var all && all.Contains(null) ? [value] : all)
            : names.Name(field, value) ?? value;

    /// <summary>The key where it is chosen, the name where it is typed.</summary>
    public override string Typed(FormField field, string value, FormNames names) =>
        Control(field, names) == FieldControl.Line ? Show(field, value, names) : value;

    public override IReadOnlyList<NamedThing>? Options(FormField field, FormNames names) =>
        Control(field, names) == FieldControl.Line ? null : names.Of(field);
}

/// <summary>
/// Where something is: a name, and behind it, where one knows it, the point on the map: "Nhà văn hóa ấp 3 (10.95123, 106.5)".
/// </summary>
internal sealed partial class PlaceKind() : FieldKind(FieldKinds.Place)
{
    private const int Longest = 300;

    public override FieldControl Control(FormField field, FormNames names) => FieldControl.Line;

    public override FieldReading Read(FormField field, string typed, FormNames names)
    {
        var text = NameText.Clean(typed);
        if (text.Length > Longest)
            return FieldReading.Wrong("TooLong", Longest);
        if (Point().Match(text) is not { Success: true } point)
            return new(text);
        return Degrees(point, 1) is >= -90 and <= 90 && Degrees(point, 2) is >= -180 and <= 180
            ? new($"{text[..point.Index].TrimEnd()} ({point.Groups[1].Value}, {point.Groups[2].Value})".TrimStart())
            : FieldReading.Wrong("NotAPoint");
    }

    /// <summary>Its name; the point is for maps, and for files.</summary>
    public override string Show(FormField field, string value, FormNames names) =>
        Point().Match(value) is { Success: true, Index: > 0 } point ? value[..point.Index].TrimEnd() : value;

    public override string Typed(FormField field, string value, FormNames names) => value;

    /// <summary>Latitude and longitude in degrees (WGS 84); null for a place that is only named.</summary>
    public static (double Latitude, double Longitude)? PointOf(string value) =>
        Point().Match(value) is { Success: true } point ? (Degrees(point, 1), Degrees(point, 2)) : null;

    private static double Degrees(Match point, int group) => double.Parse(point.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\(?\s*(-?[0-9]{1,3}\.[0-9]{1,10})\s*[,;]\s*(-?[0-9]{1,3}\.[0-9]{1,10})\s*\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Point();
}
