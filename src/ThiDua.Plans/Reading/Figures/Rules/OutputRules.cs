using ThiDua.Plans.Reading.Structure;
using static ThiDua.Plans.Reading.Figures.Rules.FigureRule;

namespace ThiDua.Plans.Reading.Figures.Rules;

/// <summary>
/// Counted things: what is to be made or done so many times, what each unit is to have, how many are to come or to be
/// served.
/// </summary>
internal static class OutputRules
{
    private static readonly Phrases<bool> Levels = Vocabulary.Set("targets/levels");
    private static readonly Phrases<bool> Striving = Vocabulary.Set("targets/striving");
    private static readonly Phrases<bool> RateNames = Vocabulary.Set("targets/rate-names");
    private static readonly Phrases<bool> Distances = Vocabulary.Set("asides/distances");
    private static readonly Phrases<bool> Costs = Vocabulary.Set("money/costs");

    public static readonly FigureRule[] All =
    [
        Out("quoted", "Hưởng ứng cuộc vận động “xây dựng 05 mô hình”", "Xây dựng 05 mô hình “Tiếng kẻng an ninh”", IsQuoted),
        Out("paid so often", "Hỗ trợ 01 lần kinh phí mua thùng rác", "Họp dân 01 lần", f => IsTimes(f) && RateRules.IsBefore(f, Costs)),
        Out(
            "no more often",
            "Kiểm tra không quá 01 lần/năm",
            "Kiểm tra ít nhất 01 lần/năm",
            f => !f.AmongTargets && IsTimes(f) && f.Figure.Comparator is "<="
        ),
        Out(
            "time limit",
            "Giải quyết hồ sơ trong thời gian không quá 05 ngày",
            "Giải quyết không quá 05 hồ sơ",
            f => !f.AmongTargets && FigureUnits.IsTime(f.Figure.Unit)
        ),
        Out(
            "distance",
            "Bảo đảm khoảng cách đến khu dân cư tối thiểu 100 m",
            "Lắp đường ống tối thiểu 100 m",
            f => !f.AmongTargets && f.Near(Distances)
        ),
        In(
            "behind the colon",
            "Lắp đặt mới trạm phát sóng: 58 trạm",
            "Trạm phát sóng trên địa bàn: 58 trạm",
            f => f.Kind is not SectionKind.Purpose && OutputPlaces.IsBehindColon(f)
        ),
        In(
            "planned quantity",
            "Số lượng: 3.000 cuốn",
            "Số lượng hồ sơ: 02 bộ",
            f => f.Kind is not SectionKind.Purpose && OutputPlaces.IsPlannedQuantity(f)
        ),
        Out(
            "range in brackets",
            "Lấy mẫu tầng đáy (cách đáy 5 - 10 m)",
            "Lấy từ 5 - 10 mẫu",
            f => f.Figure.Upper is not null && f.BracketedInClause
        ),
        In(
            "made, in brackets",
            "Hỗ trợ nhà ở (xây mới 12 nhà, sửa chữa 05 nhà)",
            "Hỗ trợ nhà ở (có 12 nhà)",
            f => f.Bracketed && IsMade(f) && (f.AmongTargets || !f.Near(Striving, 4) && !f.Words.Is(f.Before, "co"))
        ),
        Out(
            "in brackets",
            "Hỗ trợ nhà ở (gồm 12 nhà)",
            "Hỗ trợ nhà ở (phấn đấu 12 nhà)",
            f => f.Bracketed && !f.Near(Striving, 4) && (!f.Figure.Explicit || f.Kind is not (SectionKind.Purpose or SectionKind.Targets))
        ),
        Out("placed", "Tuyên truyền tại 28 xã", "Tuyên truyền cho 28 xã đạt ít nhất 05 buổi", IsPlaced),
        In("thing among targets", "[Targets] 05 mô hình tự quản", "05 mô hình tự quản", f => f.AmongTargets),
        In("attended", "Tổ chức hội nghị với 420 người tham dự", "Tổ chức hội nghị với 420 người", OutputPlaces.IsAttended),
        In("each is to have", "Mỗi ấp có 01 mô hình", "Các ấp có 01 mô hình", OutputPlaces.IsForEach),
        In("made", "Mở 03 lớp tập huấn", "Theo 03 lớp tập huấn", IsMade),
        In("served", "Đào tạo nghề cho 120 lao động nông thôn", "Chuyển hồ sơ cho 120 hộ", IsServed),
        In(
            "level to be reached",
            "Phấn đấu trên 20 hộ tham gia",
            "Bình quân trên 20 hộ tham gia",
            f => IsBounded(f) && f.Kind is not SectionKind.Purpose && f.ClauseHas(Levels)
        ),
        In("bounded", "Ưu tiên ít nhất 03 mô hình", "Ưu tiên trên 03 mô hình", f => IsBounded(f) && f.Figure.Comparator is ">=" or "<="),
        In(
            "bounded rate",
            "Tỷ số giới tính khi sinh dưới 109 bé trai/100 bé gái",
            "Giới tính khi sinh dưới 109 bé trai",
            f => IsBounded(f) && RateNames.Match(f.Words, f.FirstOfClause, out _) > 0
        ),
    ];

    private static bool IsTimes(FigureContext f) => f.Figure.Unit.StartsWith("lần", StringComparison.Ordinal);

    private static bool IsMade(FigureContext f) =>
        f.Kind is not SectionKind.Purpose
        && (
            PlannedOutputs.IsMade(f.Words, f.Figure)
            || f.Counted is { Unit: not ("%" or "‰") } counted && PlannedOutputs.IsBeside(f.Words, counted, f.Figure)
        );

    private static bool IsServed(FigureContext f) => f.Kind is not SectionKind.Purpose && OutputPlaces.IsServed(f);

    // "tại 28 xã", "cho 96 xã": how many there are, not how many are to be reached.
    private static bool IsPlaced(FigureContext f) =>
        !f.Figure.Explicit
        && OutputPlaces.IsPlaced(f)
        && !f.Written.Contains('/')
        && !(f.Words.Is(f.Before, "voi") && OutputPlaces.IsAttended(f))
        && !IsServed(f);

    // A bound is written, and it is not the lower end of a range.
    private static bool IsBounded(FigureContext f) =>
        f.Figure.Explicit
        && !(f.Words.Is(f.Figure.Word - 1, "tu") && (Comparators.After(f.Words, f.Figure.End) is null || !f.ClauseHas(Striving)));

    private static bool IsQuoted(FigureContext f)
    {
        var (text, folded, at) = (f.Words.Text, f.Words.Folded, f.Figure.NumberStart);
        for (var i = at - 1; i >= 0 && i >= at - LongestQuote; i--)
            if (text[i] is '“' or '”')
                return text[i] is '“';
        return folded.AsSpan(Math.Max(0, at - LongestQuote), at - Math.Max(0, at - LongestQuote)).Count('"') % 2 == 1;
    }

    private const int LongestQuote = 400;
}
