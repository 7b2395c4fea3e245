using System.Text.RegularExpressions;
using ThiDua.Paper;
using ThiDua.Plans;

namespace ThiDua.App.Features.Plans.Compare;

/// <summary>A comparison as a draft report in the form of Decree 30, or as a workbook with every row.</summary>
public static partial class ComparisonFiles
{
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int LongestText = 400;

    /// <param name="organ">Whose report it is, where the later plan does not say; the clerk fills in what is blank.</param>
    /// <param name="today">Its month stands in the head; the day is the signer's.</param>
    public static byte[] Word(Comparison found, string? organ, DateOnly today)
    {
        var (header, signature) = (found.B.Header, found.B.Signature);
        return DocxWriter.Write(
            new OfficialDocument
            {
                IssuingOrgan = header.Issuer ?? organ ?? "…",
                Symbol = Symbol(header.Symbol),
                Place = header.Place ?? "…",
                Date = new(today.Year, today.Month),
                TypeName = "Báo cáo",
                Subject = $"so sánh {Named(found.A)} với {Named(found.B)}",
                Body = [.. Introduction(found), .. found.Tables.SelectMany((t, i) => Section(t, i))],
                Signature = new(signature.Powers().OnBehalf, signature.Powers().For, signature.Title ?? "…", null),
                Recipients = ["Lưu: VT"],
            }
        );
    }

    public static byte[] Workbook(Comparison found) =>
        SheetWriter.Write([
            .. found.Tables.Select(t => new Sheet(
                t.Name,
                $"{t.Name}: {Comparison.Counts(t)}",
                [new("TT", 6), new("Thay đổi", 14), new(t.Item, 70), new(t.Before, 34), new(t.After, 34)],
                [
                    .. t
                        .Changes.Concat(t.Rows.Where(r => r.Kind == ChangeKind.Same))
                        .Select(
                            (r, i) => (IReadOnlyList<string>)[$"{i + 1}", Capital(Comparison.Word(r.Kind)), Capital(r.What), r.From, r.To]
                        ),
                ]
            )),
        ]);

    private static IEnumerable<Block> Introduction(Comparison found) =>
        [
            new TextBlock($"Kế hoạch trước: {Named(found.A)}{Title(found.A)}."),
            new TextBlock($"Kế hoạch sau: {Named(found.B)}{Title(found.B)}."),
            new TextBlock(
                "Chỉ tiêu, nhiệm vụ, căn cứ của hai kế hoạch được đối chiếu theo nội dung; các bảng dưới đây chỉ ghi phần thay đổi."
            ),
        ];

    private static IEnumerable<Block> Section(ComparisonTable table, int number)
    {
        yield return new HeadingBlock(
            HeadingKind.Roman,
            number switch
            {
                0 => "I.",
                1 => "II.",
                _ => "III.",
            },
            table.Name
        );
        var counts = Comparison.Counts(table);
        yield return new TextBlock(counts.Length == 0 ? "Cả hai kế hoạch không nêu." : $"{Capital(counts)}.");
        if (table.Changes.Count == 0)
            yield break;
        yield return new TableBlock(
            [new("TT", CellAlign.Centre), new("Thay đổi"), new(table.Item), new(table.Before), new(table.After)],
            [
                .. table.Changes.Select(
                    (r, i) =>
                        (IReadOnlyList<RichText>)
                            [$"{i + 1}", Capital(Comparison.Word(r.Kind)), Capital(Short(r.What)), Dash(r.From), Dash(r.To)]
                ),
            ],
            $"{table.Name}: phần thay đổi"
        );
    }

    // "Kế hoạch số 76/KH-UBND", or by its year while it has no number.
    private static string Named(Plan plan) =>
        plan.Header switch
        {
            { Number: { } number, Symbol: { } symbol } => $"Kế hoạch số {number}/{symbol}",
            { Year: { } year } => $"Kế hoạch năm {year}",
            _ => "Kế hoạch chưa có số",
        };

    private static string Title(Plan plan) =>
        plan.Header.Title is { Length: > 0 } title ? $" ({char.ToLowerInvariant(title[0])}{title[1..]})" : "";

    private static string Symbol(string? plan) =>
        plan is not null && Organ().Match(plan) is { Success: true } organ ? $"BC-{organ.Value}" : "BC";

    private static string Dash(string text) => text.Length == 0 ? "–" : text;

    private static string Short(string text) => text.Length <= LongestText ? text : text[..(LongestText - 1)].TrimEnd() + "…";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"(?<=-)[A-ZĐ]+$")]
    private static partial Regex Organ();
}
