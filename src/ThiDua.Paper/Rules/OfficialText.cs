using System.Globalization;
using System.Text.RegularExpressions;

namespace ThiDua.Paper.Rules;

/// <summary>The fixed lines of a document, worded as Annex I words them.</summary>
internal static partial class OfficialText
{
    private static readonly string Blank = new('\u00a0', 6);
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Upper(string text) => Vietnamese.TextInfo.ToUpper(text);

    /// <summary><c>Số: 05/KH-UBND</c>; numbers under 10 get a leading zero, a draft has room to write the number in.</summary>
    public static string Number(int? number, string symbol) => "Số: " + NumberAndSymbol(number, symbol);

    public static string NumberAndSymbol(int? number, string symbol) =>
        (number?.ToString("00", CultureInfo.InvariantCulture) ?? Blank) + "/" + Symbol(symbol);

    /// <summary>Groups joined by "-" without spaces, in capitals.</summary>
    public static string Symbol(string symbol)
    {
        var joined = symbol.Replace('–', '-').Replace('—', '-').Trim();
        return Upper(string.Concat(joined.Where(c => !char.IsWhiteSpace(c))));
    }

    /// <summary>Lines of the issuing organ's name, in capitals: as given, else the unit's name under the kind of organ.</summary>
    /// <param name="width">Of the column, in millimetres.</param>
    public static IReadOnlyList<string> OrganLines(string organ, double width) =>
        [
            .. (organ.Contains('\n') ? organ : UnitName().Replace(organ, "\n$1"))
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(line => SubjectLines.Of(Upper(line), Annex.OrganSize.Chosen, width)),
        ];

    [GeneratedRegex(
        @"(?<=^(?:Ủy|Uỷ) ban nhân dân|^Hội đồng nhân dân) ((?:xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh) .+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex UnitName();

    /// <summary><c>ngày 05 tháng 4 năm 2024</c>: a leading zero for days under 10 and for months 1 and 2 only.</summary>
    public static string Date(PaperDate date) =>
        $"ngày {Day(date.Day)} tháng {Month(date.Month)} năm {date.Year.ToString(CultureInfo.InvariantCulture)}";

    public static string Day(int? day) => day?.ToString("00", CultureInfo.InvariantCulture) ?? Blank;

    public static string Month(int? month) =>
        month is null ? Blank : month.Value.ToString(month <= 2 ? "00" : "0", CultureInfo.InvariantCulture);

    public static string PlaceAndDate(OfficialDocument d) => $"{d.Place}, {Date(d.Date)}";

    /// <summary>"(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của …)".</summary>
    public static string AppendixReference(OfficialDocument d) =>
        $"(Kèm theo {d.TypeName ?? "Công văn"} số {NumberAndSymbol(d.Number, d.Symbol)} {Date(d.Date)} của {d.IssuingOrgan.Replace("\n", " ", StringComparison.Ordinal)})";

    public static string AppendixLabel(Appendix a) => a.Label is null ? "Phụ lục" : "Phụ lục " + a.Label;

    /// <summary>Each legal basis ends with ";", the last with ".".</summary>
    public static IEnumerable<RichText> LegalBases(OfficialDocument d) =>
        d.LegalBases.Select((b, i) => b.WithEnding([";", ".", ","], i == d.LegalBases.Count - 1 ? "." : ";"));

    /// <summary>Each recipient ends with ";", the last with ".".</summary>
    public static IEnumerable<string> Listed(IReadOnlyList<string> items) =>
        items.Select((r, i) => "- " + r.Trim().TrimStart('-').Trim().TrimEnd(';', '.', ',') + (i == items.Count - 1 ? "." : ";"));

    /// <summary>The body with its last text ending in "./.", the mark that nothing follows.</summary>
    public static IReadOnlyList<Block> Closed(IReadOnlyList<Block> body) =>
        body.Count == 0
            ? body
            : body[^1] switch
            {
                TextBlock t => [.. body.SkipLast(1), t with { Text = Close(t.Text) }],
                BulletBlock b => [.. body.SkipLast(1), b with { Text = Close(b.Text) }],
                _ => body,
            };

    private static RichText Close(RichText text) => text.WithEnding(["./.", ".", ";", ","], "./.");
}
