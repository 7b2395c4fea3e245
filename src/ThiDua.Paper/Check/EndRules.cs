using System.Text.RegularExpressions;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Check;

/// <summary>The signer and "Nơi nhận" (Annex I, part I, II.7 and II.9).</summary>
internal static partial class EndRules
{
    public static void Check(Components c, Findings found)
    {
        if (c.SignerTitles.Count == 0)
            found.Add(
                "signer",
                "Cuối văn bản",
                "không thấy quyền hạn, chức vụ người ký bằng chữ in hoa",
                "quyền hạn, chức vụ bằng chữ in hoa, đậm"
            );
        foreach (var p in c.SignerTitles)
        {
            found.Size("signer-size", p, Annex.BodySize);
            found.Style("signer-style", p, bold: true, italic: false);
        }
        if (c.SignerName is { } name)
        {
            found.Size("signer-name-size", name, Annex.BodySize);
            found.Style("signer-name-style", name, bold: true, italic: false);
        }
        Recipients(c, found);
    }

    private static void Recipients(Components c, Findings found)
    {
        if (c.RecipientsLabel is not { } label)
        {
            found.Add("recipients", "Cuối văn bản", "không có “Nơi nhận:”", "“Nơi nhận:” cỡ 12, nghiêng, đậm");
            return;
        }
        if (label.Text != "Nơi nhận:")
            found.Add("recipients-text", label.Where, $"“{label.Text}”", "“Nơi nhận:”");
        found.Size("recipients-label-size", label, Annex.RecipientsLabelSize);
        found.Style("recipients-label-style", label, bold: true, italic: true);
        for (var i = 0; i < c.Recipients.Count; i++)
        {
            var p = c.Recipients[i];
            var last = i == c.Recipients.Count - 1;
            found.Size("recipients-size", p, Annex.RecipientsSize);
            found.Style("recipients-style", p, bold: false, italic: false);
            if (!p.Text.StartsWith('-') && !p.Numbered)
                found.Add("recipients-dash", p.Where, "không có gạch đầu dòng", "đầu dòng có gạch đầu dòng (-)");
            var end = last ? '.' : ';';
            if (!p.Text.EndsWith(end))
                found.Add("recipients-end", p.Where, $"kết thúc bằng “{p.Text[^1]}”", $"kết thúc bằng “{end}”");
        }
        if (c.Recipients.Count == 0 || !Kept().IsMatch(c.Recipients[^1].Text))
            found.Add(
                "recipients-last",
                c.Recipients.LastOrDefault()?.Where ?? label.Where,
                "dòng cuối không phải “Lưu: VT, …”",
                "dòng cuối là “- Lưu: VT, <đơn vị soạn thảo>.”"
            );
    }

    [GeneratedRegex(@"^-?\s*Lưu:\s*VT\b")]
    private static partial Regex Kept();
}
