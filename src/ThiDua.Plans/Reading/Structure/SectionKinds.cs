using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Figures;

namespace ThiDua.Plans.Reading.Structure;

/// <summary>What a section is for, told from the titles on its path; the nearest that tells wins.</summary>
internal enum SectionKind
{
    Other,
    Purpose,
    Targets,
    Work,
    Organisation,
    Past,
    Budget,
    Scope,
}

internal static class SectionKinds
{
    private static readonly Phrases<SectionKind> Cues = new Phrases<SectionKind>()
        .Add("chỉ tiêu", SectionKind.Targets)
        .Add("mục tiêu", SectionKind.Targets)
        .Add("phấn đấu", SectionKind.Targets)
        .Add("kinh phí", SectionKind.Budget)
        .Add("dự toán", SectionKind.Budget)
        .Add("nguồn vốn", SectionKind.Budget)
        .Add("mức chi", SectionKind.Budget)
        .Add("kết quả thực hiện", SectionKind.Past)
        .Add("kết quả đạt được", SectionKind.Past)
        .Add("đánh giá tình hình", SectionKind.Past)
        .Add("thực trạng", SectionKind.Past)
        .Add("đặc điểm tình hình", SectionKind.Past)
        .Add("tình hình", SectionKind.Past)
        .Add("sự cần thiết", SectionKind.Past)
        .Add("tồn tại", SectionKind.Past)
        .Add("hạn chế", SectionKind.Past)
        .Add("ưu điểm", SectionKind.Past)
        .Add("khái quát", SectionKind.Past)
        .Add("bối cảnh", SectionKind.Past)
        .Add("kết quả năm", SectionKind.Past)
        .Add("nguyên nhân", SectionKind.Past)
        .Add("tổ chức thực hiện", SectionKind.Organisation)
        .Add("phân công", SectionKind.Organisation)
        .Add("trách nhiệm của", SectionKind.Organisation)
        .Add("trách nhiệm", SectionKind.Organisation)
        .Add("đối tượng", SectionKind.Scope)
        .Add("phạm vi", SectionKind.Scope)
        .Add("thành phần", SectionKind.Scope)
        .Add("khẩu hiệu", SectionKind.Scope)
        .Add("giải thích từ ngữ", SectionKind.Scope)
        .Add("mục đích", SectionKind.Purpose)
        .Add("yêu cầu", SectionKind.Purpose)
        .Add("quan điểm", SectionKind.Purpose)
        .Add("nhiệm vụ", SectionKind.Work)
        .Add("giải pháp", SectionKind.Work)
        .Add("nội dung", SectionKind.Work)
        .Add("biện pháp", SectionKind.Work);

    public static SectionKind Of(OutlineNode? section)
    {
        for (var node = section; node is not null; node = node.Parent)
            if (node.OwnKind is var kind && kind is not SectionKind.Other)
                return kind;
        return SectionKind.Other;
    }

    // How many are to be honoured, and what makes an application whole.
    private static readonly string[] Rulings =
    [
        "khen thuong",
        "dieu kien thuc hien",
        "yeu cau, dieu kien",
        "thanh phan ho so",
        "thu tuc hanh chinh noi bo",
        "trinh tu thuc hien",
        "co cau, so luong",
    ];

    /// <summary>The section rules how a thing is done, by its title or one above it: its figures are bounds of the rule.</summary>
    public static bool Rules(OutlineNode? section)
    {
        for (var node = section; node is not null; node = node.Parent)
            if (
                node.OwnKind is not SectionKind.Targets
                && node.Title.Length < 200
                && Folding.Of(node.Title) is var title
                && Array.Exists(Rulings, r => title.Contains(r, StringComparison.Ordinal))
            )
                return true;
        return false;
    }

    /// <summary>Kind by one title: a short title by any of its words, a long one (a whole sentence) only by its first.</summary>
    public static SectionKind OfTitle(Words title)
    {
        var reach = title.Count <= 14 ? title.Count : 2;
        var found = SectionKind.Other;
        // "KẾT QUẢ GIẢM NGHÈO NĂM 2021": of a year that is over.
        if (title.Is(0, "ket") && title.Is(1, "qua") && Years.OfWord(title, title.Count - 1) is not null)
            return SectionKind.Past;
        for (var i = 0; i < reach; i++)
        {
            if (Cues.Match(title, i, out var kind) == 0)
                continue;
            if (kind is SectionKind.Targets && title.Is(i, "muc") && (title.Is(i - 1, "trinh") || title.Is(i + 2, "quoc")))
                continue;
            if (kind is SectionKind.Past && title.Is(i, "tinh") && !(i == 0 || title.Count <= 6))
                continue;
            if (kind is SectionKind.Targets or SectionKind.Organisation or SectionKind.Budget)
                return kind;
            if (found is SectionKind.Other)
                found = kind;
        }
        return found;
    }
}
