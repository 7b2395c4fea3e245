using System.Text.RegularExpressions;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Check;

/// <summary>The text: bases, headings, paragraphs, end mark, appendices (Annex I, part I, II.6 and III.1).</summary>
internal static partial class BodyRules
{
    // A paragraph this long takes more than one line, so that its alignment and its indent can be seen.
    private const int LongText = 110;

    public static void Check(Components c, Findings found)
    {
        Bases(c.LegalBases, found);
        foreach (var p in c.Addressees)
            found.Size("addressee-size", p, Annex.BodySize);
        foreach (var p in c.Body)
        {
            found.Size("body-size", p, Annex.BodySize);
            Heading(p, found);
            if (p.Table < 0)
                Paragraph(p, found);
        }
        Gaps([.. c.LegalBases.Concat(c.Body)], found);
        if (c.Body.LastOrDefault() is { } last && !last.Text.EndsWith("./.", StringComparison.Ordinal))
            found.Add("end-mark", last.Where, "không có dấu kết thúc", "kết thúc bằng “./.”");
        foreach (var p in c.AppendixLabels)
        {
            found.Size("appendix-size", p, new Limits(14, 14, 14));
            found.Style("appendix-style", p, bold: true, italic: false);
            found.Centred("appendix-place", p);
        }
    }

    private static void Bases(IReadOnlyList<Para> bases, Findings found)
    {
        for (var i = 0; i < bases.Count; i++)
        {
            var (p, end) = (bases[i], i == bases.Count - 1 ? '.' : ';');
            found.Size("basis-size", p, Annex.BodySize);
            found.Style("basis-style", p, bold: null, italic: true);
            if (!p.Text.EndsWith(end))
                found.Add("basis-end", p.Where, $"kết thúc bằng “{p.Text[^1]}”", $"kết thúc bằng “{end}”");
        }
    }

    private static void Heading(Para p, Findings found)
    {
        if (Roman().IsMatch(p.Text) && p.Text.Length < 200)
        {
            found.Upper("heading-upper", p);
            found.Style("heading-style", p, bold: true, italic: false);
        }
        else if (Article().IsMatch(p.Text) && p.Visible.First() is { Bold: false })
            found.Add("article-style", p.Where, "“Điều” không đậm", "“Điều”, số thứ tự và tiêu đề đậm");
    }

    private static void Paragraph(Para p, Findings found)
    {
        if (p.Multiple ? p.Line is < 0.99 or > 1.51 : p.Line < p.Sizes.DefaultIfEmpty(14).Max())
            found.Add(
                "line-spacing",
                p.Where,
                p.Multiple ? $"cách dòng {Findings.Text(p.Line)} lines" : $"cách dòng đúng {Findings.Text(p.Line)} pt",
                "từ dòng đơn đến 1,5 lines"
            );
        if (p.Text.Length < LongText || p.Align == Align.Centre)
            return;
        if (p.Align != Align.Both)
            found.Add("body-align", p.Where, "không canh đều hai lề", "canh đều cả hai lề");
        if (!p.Numbered && !Annex.FirstLine.Allow(p.FirstLine, 0.3))
            found.Add("first-line", p.Where, $"lùi đầu dòng {Findings.Text(p.FirstLine)} mm", "lùi đầu dòng 1 cm hoặc 1,27 cm");
    }

    private static void Gaps(Para[] paragraphs, Findings found)
    {
        for (var i = 1; i < paragraphs.Length; i++)
        {
            var (a, b) = (paragraphs[i - 1], paragraphs[i]);
            if (b.Index != a.Index + 1 || a.Table >= 0 || b.Table >= 0)
                continue;
            var gap = a.After + b.Before;
            if (gap < Annex.ParagraphGap - 0.05)
                found.Add("paragraph-gap", b.Where, $"cách đoạn trên {Findings.Text(gap)} pt", "cách tối thiểu 6 pt");
        }
    }

    [GeneratedRegex(@"^[IVX]{1,6}\.\s+\S")]
    private static partial Regex Roman();

    [GeneratedRegex(@"^Điều\s+\d+\.")]
    private static partial Regex Article();
}
