using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Check;

/// <summary>Paper, margins, page numbers and the font of everything (Annex I, part I, I).</summary>
internal static class PageRules
{
    // Millimetres: files round to twentieths of a point or to tenths of a centimetre.
    private const double Tolerance = 0.3;

    public static void Check(DocxPage page, Findings found)
    {
        for (var i = 0; i < page.Sheets.Count; i++)
            Sheet(page.Sheets[i], page.Sheets.Count == 1 ? "Trang giấy" : $"Phần trang {i + 1}", found);
        foreach (var p in page.Paragraphs)
        foreach (var r in p.Visible)
        {
            if (r.Font != Annex.Font)
                found.Add("font", p.Where, $"phông chữ {(r.Font.Length == 0 ? "không ghi" : r.Font)}", $"phông chữ {Annex.Font}");
            if (r.Colour is not (null or "000000") && !IsUrgency(p))
                found.Add("colour", p.Where, $"màu chữ #{r.Colour}", "màu đen");
        }
        Numbers(page, found);
    }

    private static void Sheet(SheetSize s, string where, Findings found)
    {
        bool Is(double a, double b) => Math.Abs(s.Width - a) <= Tolerance && Math.Abs(s.Height - b) <= Tolerance;
        if (!Is(Annex.PageWidth, Annex.PageHeight) && !Is(Annex.PageHeight, Annex.PageWidth))
            found.Add("page-size", where, $"khổ {Findings.Text(s.Width)} x {Findings.Text(s.Height)} mm", "khổ A4 (210 x 297 mm)");
        foreach (
            var (rule, name, value, limits) in new[]
            {
                ("margin-top", "trên", s.Top, Annex.Top),
                ("margin-bottom", "dưới", s.Bottom, Annex.Bottom),
                ("margin-left", "trái", s.Left, Annex.Left),
                ("margin-right", "phải", s.Right, Annex.Right),
            }
        )
            if (!limits.Allow(value, Tolerance))
                found.Add(rule, where, $"lề {name} {Findings.Text(value)} mm", $"lề {name} {limits.Min} - {limits.Max} mm");
    }

    private static void Numbers(DocxPage page, Findings found)
    {
        const string where = "Số trang";
        if (page.PageNumbers.Count == 0)
        {
            found.Add("page-number", where, page.NumberInFooter ? "đặt ở lề dưới" : "không có", "đặt canh giữa trong phần lề trên");
            return;
        }
        if (page.NumberOnFirst || page.Sheets.Any(s => s.NumberOnFirst))
            found.Add("page-number-first", where, "hiện ở trang thứ nhất", "không hiển thị ở trang thứ nhất");
        foreach (var p in page.PageNumbers)
        {
            if (p.Align != Align.Centre)
                found.Add("page-number-place", where, "không canh giữa", "canh giữa theo chiều ngang");
            if (p.Pieces.Select(r => r.Size).FirstOrDefault(s => !Annex.PageNumberSize.Allow(s)) is var wrong and > 0)
                found.Add("page-number-size", where, $"cỡ chữ {Findings.Text(wrong)}", "cỡ 13 đến 14");
            if (p.Pieces.Any(r => r.Italic))
                found.Add("page-number-style", where, "chữ nghiêng", "kiểu chữ đứng");
        }
    }

    private static bool IsUrgency(Para p) => p.Text is "KHẨN" or "THƯỢNG KHẨN" or "HỎA TỐC" or "HOẢ TỐC";
}
