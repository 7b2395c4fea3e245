using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Check;

/// <summary>Type name and subject (Annex I, part I, II.5).</summary>
internal static class TitleRules
{
    public static void Check(Components c, Findings found)
    {
        if (c.LetterSubject is { } about)
        {
            found.Size("subject-size", about, Annex.LetterSubjectSize);
            found.Style("subject-style", about, bold: false, italic: false);
            return;
        }
        if (c.TypeName is not { } type)
        {
            found.Add(
                "type-name",
                "Trang 1",
                "không có tên loại văn bản, cũng không có “V/v” của công văn",
                "tên loại bằng chữ in hoa, đậm, canh giữa"
            );
            return;
        }
        found.Upper("type-name-upper", type);
        found.Size("type-name-size", type, Annex.BodySize);
        found.Style("type-name-style", type, bold: true, italic: false);
        found.Centred("type-name-place", type);
        if (c.Subject.Count == 0)
        {
            found.Add("subject", type.Where, "không có trích yếu canh giữa dưới tên loại", "trích yếu nội dung, chữ đậm, canh giữa");
            return;
        }
        foreach (var p in c.Subject)
        {
            found.Size("subject-size", p, Annex.BodySize);
            found.Style("subject-style", p, bold: true, italic: false);
        }
        if (c.SubjectRule is null)
            found.Add("subject-line", c.Subject[^1].Where, "không có đường kẻ bên dưới", "đường kẻ ngang dài từ 1/3 đến 1/2 dòng chữ");
    }
}
