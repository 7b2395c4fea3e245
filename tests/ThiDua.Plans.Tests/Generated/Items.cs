using CsCheck;
using static ThiDua.Plans.Tests.Generated.Vocabulary;

namespace ThiDua.Plans.Tests.Generated;

/// <summary>One line of a made-up plan's body, and what it says.</summary>
internal abstract record Item(string Text);

/// <summary>Says nothing that a reader collects.</summary>
internal sealed record Aim(string Text) : Item(Text);

internal sealed record Target(string Text, string Comparator, decimal Value, decimal? Upper, string Unit, string? Direction, int? Baseline)
    : Item(Text);

internal sealed record Task(string Text, string[] Lead, string[] With, Due? Due) : Item(Text);

/// <param name="Full">Cited with its date and issuer.</param>
internal sealed record Citation(string Text, Cited Document) : Item(Text);

/// <summary>A document that a plan cites.</summary>
internal sealed record Cited(string Kind, string Name, string Symbol, DateOnly Date, string Issuer, string About)
{
    public string Full(int form) => $"{Name} số {Symbol} ngày {Written(Date, form)} của {Issuer} về {About}";

    public static string Written(DateOnly d, int form) =>
        form switch
        {
            0 => $"{d.Day:00} tháng {(d.Month <= 2 ? "0" : "")}{d.Month} năm {d.Year}",
            1 => $"{d.Day:00}/{d.Month}/{d.Year}",
            2 => $"{d.Day:00}/{d.Month:00}/{d.Year}",
            _ => $"{d.Day:00}-{d.Month}-{d.Year}",
        };
}

internal static class Items
{
    public const int Year = 2024;

    public static readonly Gen<DateOnly> Date = Gen.Select(Gen.Int[2014, Year], Gen.Int[1, 12], Gen.Int[1, 28])
        .Select((y, m, d) => new DateOnly(y, m, d));

    public static readonly Gen<Item> Aim = Pick(Aims).Select(t => (Item)new Aim(t));

    private static readonly (string Kind, string Name, Func<int, int, string> Symbol, string Issuer)[] Sources =
    [
        ("KH", "Kế hoạch", (n, _) => $"{n:00}/KH-UBND", "UBND tỉnh"),
        ("NĐ", "Nghị định", (n, y) => $"{n:00}/{y}/NĐ-CP", "Chính phủ"),
        ("TT", "Thông tư", (n, y) => $"{n:00}/{y}/TT-BCA", "Bộ trưởng Bộ Công an"),
        ("CT", "Chỉ thị", (n, _) => $"{n:00}/CT-TTg", "Thủ tướng Chính phủ"),
        ("QĐ", "Quyết định", (n, _) => $"{n:00}/QĐ-BCA-V05", "Bộ Công an"),
        ("KL", "Kết luận", (n, _) => $"{n:00}-KL/TW", "Ban Bí thư"),
        ("ĐA", "Đề án", (n, _) => $"{n:00}/ĐA-BCA", "Bộ Công an"),
        ("KH", "Kế hoạch", (n, _) => $"{n:00}/KH-BCĐ", "Ban Chỉ đạo tỉnh"),
    ];

    private static readonly string[] Subjects =
    [
        "công tác phòng ngừa xã hội",
        "tăng cường bảo đảm trật tự, an toàn giao thông",
        "xây dựng phong trào ở cơ sở",
        "vận động quần chúng trong tình hình mới",
    ];

    public static readonly Gen<Cited> Document = Gen.Select(Pick(Sources), Gen.Int[1, 1999], Date, Pick(Subjects))
        .Select((s, n, d, about) => new Cited(s.Kind, s.Name, s.Symbol(n, d.Year), d, s.Issuer, about));

    public static readonly Gen<Item> Cite = Gen.Select(Document, Gen.Int[0, 3])
        .Select((c, form) => (Item)new Citation($"Tiếp tục thực hiện {c.Full(form)}.", c));

    private static readonly Gen<(string Word, string Sign)> Least = Pick<(string, string)>([
        ("ít nhất ", ">="),
        ("tối thiểu ", ">="),
        ("trên ", ">"),
        ("", "="),
    ]);

    private static readonly Gen<Item> Share = Gen.Select(Least, Gen.Int[5, 100], Pick(Shares))
        .Select((c, n, what) => (Item)new Target($"Phấn đấu {c.Word}{n}% {what}.", c.Sign, n, null, "%", null, null));

    private static readonly Gen<Item> Rate = Gen.Select(Pick(Rates), Gen.Int[0, 4], Gen.Int[5, 99])
        .Select(
            (rate, form, n) =>
                (Item)(
                    form switch
                    {
                        0 => new Target($"{rate} đạt trên {n}%.", ">", n, null, "%", null, null),
                        1 => new Target($"{rate} đạt từ {n}% trở lên.", ">=", n, null, "%", null, null),
                        2 => new Target($"{rate} đạt {n}%.", "=", n, null, "%", null, null),
                        3 => new Target($"{rate} không dưới {n}%.", ">=", n, null, "%", null, null),
                        _ => new Target($"{rate} đạt từ {n}% đến {n + 1},5%.", ">=", n, n + 1.5m, "%", null, null),
                    }
                )
        );

    private static readonly Gen<Item> Fall = Gen.Select(Pick(Falling), Gen.Int[0, 1], Gen.Int[2, 30])
        .Select(
            (what, form, n) =>
                (Item)
                    new Target(
                        form == 0
                            ? $"Giảm {what} ít nhất {n:00}% so với năm {Year - 1}."
                            : $"Kéo giảm {what} từ {n}% trở lên so với năm {Year - 1}.",
                        ">=",
                        n,
                        null,
                        "%",
                        "decrease",
                        Year - 1
                    )
        );

    private static readonly Gen<Item> Count = Gen.Select(Pick(Counted), Gen.Int[0, 2], Gen.Int[2, 60])
        .Select(
            (c, form, n) =>
                (Item)(
                    form switch
                    {
                        0 => new Target($"Xây dựng mới ít nhất {n:00} {c.Noun} {c.What}.", ">=", n, null, c.Noun, null, null),
                        1 => new Target($"Tổ chức tối thiểu {n} {c.Noun} {c.What}.", ">=", n, null, c.Noun, null, null),
                        _ => new Target($"Xây dựng từ {n} đến {n + 3} {c.Noun} {c.What}.", ">=", n, n + 3, c.Noun, null, null),
                    }
                )
        );

    public static readonly Gen<Item> Figure = Gen.OneOf(Share, Rate, Fall, Count);

    private static readonly Gen<(string Text, Due? Due)> Deadline = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 12], Gen.Int[1, 28])
        .Select(
            (form, m, d) =>
                form switch
                {
                    0 => ($"; hoàn thành trước ngày {d:00}/{m}/{Year}", new Due(new DateOnly(Year, m, d).ToString("yyyy-MM-dd"), null)),
                    1 => (" hằng quý", new Due(null, "quarter")),
                    2 => (" hằng tháng", new Due(null, "month")),
                    _ => ("", (Due?)null),
                }
        );

    public static readonly Gen<Item> Assigned = Gen.Select(Some(Units, 1, 3), Gen.Int[0, 3], Pick(Deeds), Deadline)
        .Select(
            (units, form, deed, due) =>
            {
                var (lead, with) = (units[..1], units[1..]);
                return (Item)(
                    form switch
                    {
                        0 => new Task(
                            $"{lead[0]} chủ trì{(with.Length == 0 ? "" : ", phối hợp với " + string.Join(", ", with))} {deed}{due.Text}.",
                            lead,
                            with,
                            due.Due
                        ),
                        1 => new Task($"Giao {lead[0]} {deed}{due.Text}.", lead, [], due.Due),
                        2 => new Task($"Đề nghị {lead[0]} {deed}{due.Text}.", lead, [], due.Due),
                        _ => new Task($"{lead[0]} có trách nhiệm {deed}{due.Text}.", lead, [], due.Due),
                    }
                );
            }
        );
}
