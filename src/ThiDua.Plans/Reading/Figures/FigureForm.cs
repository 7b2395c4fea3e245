namespace ThiDua.Plans.Reading.Figures;

/// <summary>How a figure is written, by name.</summary>
/// <param name="Takes">A sentence with a figure of this form.</param>
/// <param name="Leaves">A sentence with figures, none of which has it.</param>
internal sealed record FigureForm(string Name, string Takes, string Leaves)
{
    public static readonly FigureForm Digits = new("digits", "Mở 03 lớp", "Mở ít nhất ba lớp");
    public static readonly FigureForm Dotted = new("dots part thousands", "Thu hút 1.200 lượt người", "Cứng hóa 13,5 km");
    public static readonly FigureForm Spaced = new("blanks part thousands", "Thu hút 1 200 lượt người", "Ấp 1 200 hộ đăng ký");
    public static readonly FigureForm Commas = new("commas part thousands", "Vận động 1,200 hộ", "Cứng hóa 1,200 km");
    public static readonly FigureForm InWords = new("in words", "Ra mắt ba mô hình", "Mọi năm mở 03 lớp");
    public static readonly FigureForm Range = new("range", "Giảm từ 03 - 05% số vụ", "Giảm 05% số vụ, xây 07 nhà");
    public static readonly FigureForm SoManyOf = new("so many of so many", "Đạt 19/19 tiêu chí", "Họp 02 lần/tháng");
    public static readonly FigureForm Share = new("share of a whole", "Trên 2/3 số hộ tham gia", "Có 3/5 ấp đạt chuẩn");
    public static readonly FigureForm Changed = new(
        "from so many to so many",
        "Giảm số vụ cháy từ 12 vụ xuống còn 8 vụ",
        "Đạt từ 12 buổi trở lên"
    );

    public static IEnumerable<FigureForm> All => [Digits, Dotted, Spaced, Commas, InWords, Range, SoManyOf, Share, Changed];
}
