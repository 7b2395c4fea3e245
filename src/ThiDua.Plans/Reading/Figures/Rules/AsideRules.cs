using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Structure;
using static ThiDua.Plans.Reading.Figures.Rules.FigureRule;

namespace ThiDua.Plans.Reading.Figures.Rules;

/// <summary>
/// Figures that a clause gives beside what it asks: how often, how large or how good a thing is, how it stands today, what
/// follows.
/// </summary>
internal static class AsideRules
{
    private static readonly Phrases<bool> Forecasts = Vocabulary.Set("asides/forecasts");
    private static readonly Phrases<bool> Frequency = Vocabulary.Set("asides/frequency");
    private static readonly Phrases<bool> Scale = Vocabulary.Set("asides/scale");
    private static readonly Phrases<bool> Dimensions = Vocabulary.Set("asides/dimensions");
    private static readonly Phrases<bool> Concentrations = Vocabulary.Set("asides/concentrations");
    private static readonly Phrases<bool> SizeUnits = Vocabulary.Set("asides/size-units");
    private static readonly WordSet BoundedSizes = Vocabulary.Words("asides/bounded-sizes");
    private static readonly Phrases<bool> AsOfNow = Vocabulary.Set("asides/as-of-now");
    private static readonly Phrases<bool> Existing = Vocabulary.Set("asides/existing");
    private static readonly Phrases<bool> ByRule = Vocabulary.Set("asides/by-rule");
    private static readonly Phrases<bool> Consequences = Vocabulary.Set("asides/consequences");
    private static readonly Phrases<bool> Having = Vocabulary.Set("targets/having");

    public static readonly FigureRule[] All =
    [
        Out(
            "forecast",
            "Dự báo kinh tế tăng trưởng khoảng 8%/năm",
            "Phấn đấu kinh tế tăng trưởng khoảng 8%/năm",
            f => f.ClauseHas(Forecasts)
        ),
        Out(
            "example",
            "Vận động hộ dân tham gia (ví dụ: tổ có 10 hộ thì ít nhất 8 hộ)",
            "Vận động hộ dân tham gia (ví dụ: tổ tự quản), ít nhất 8 hộ",
            IsExample
        ),
        Out(
            "frequency",
            "Quan trắc nước với tần suất 02 đợt/tháng",
            "Quan trắc nước 02 đợt/tháng",
            f => !f.IsShare && f.Near(Frequency, 5)
        ),
        Out("grade", "04 xã đạt 19 tiêu chí nông thôn mới", "Phấn đấu đạt 19 tiêu chí nông thôn mới", f => IsGrade(f) && OfCounted(f)),
        Out(
            "scale",
            "Xây dựng 03 mô hình với quy mô từ 5 ha trở lên",
            "Xây dựng mô hình trồng 5 ha rau",
            f => !f.IsShare && f.Near(Scale, 5) && OfCounted(f)
        ),
        Out("present state in brackets", "Khôi phục làng nghề (hiện còn 64 hộ)", "Khôi phục làng nghề (xây mới 64 nhà)", StandsInBrackets),
        Out("figures on record", "Quản lý 120 hộ (số liệu đầu năm)", "Quản lý 120 hộ (trong năm)", OnRecord),
        Out("existing", "Củng cố 18 đội dân phòng hiện có của các ấp", "Thành lập 18 đội dân phòng của các ấp", IsThere),
        Out(
            "bound by rule",
            "Mỗi lớp không quá 25 học sinh theo quy định",
            "Tỷ lệ hồ sơ trễ hạn không quá 2% theo quy định",
            f => f.Figure.Comparator is "<=" && !f.IsShare && f.ClauseHas(ByRule)
        ),
        Out(
            "consequence",
            "Chấm điểm vườn mẫu, đạt từ 80 điểm mới được công nhận",
            "Chấm điểm vườn mẫu, đạt từ 80 điểm trở lên",
            HasConsequence
        ),
        Out(
            "bounded size",
            "Bài dự thi không quá 1.500 chữ",
            "Phát hành 1.500 cuốn sổ tay",
            f => f.Figure.Comparator is "<=" && BoundedSizes.HasWritten(f.Figure.Unit)
        ),
        Out(
            "size",
            "Làm biển báo kích thước tối thiểu 6 m",
            "Làm đường tối thiểu 600 m",
            f => !f.IsShare && SizeUnits.Match(new Words(f.Figure.Unit), 0, out _) > 0 && f.Near(Dimensions, 7)
        ),
        Out(
            "concentration",
            "Hướng dẫn khử khuẩn nguồn nước (nồng độ 0,5 - 1,2%)",
            "Khử khuẩn 50% nguồn nước",
            f => f.IsShare && f.Near(Concentrations, 7)
        ),
    ];

    // From "ví dụ" to the end of its bracket, or of the clause.
    private static bool IsExample(FigureContext f)
    {
        var words = f.Words;
        for (var i = f.FirstOfClause; i < f.Figure.Word; i++)
        {
            if (Examples.Phrases.Match(words, i, out _) == 0)
                continue;
            var open = 0;
            foreach (var c in words.Folded.AsSpan(words.End(i), f.Figure.NumberStart - words.End(i)))
            {
                open +=
                    c is '(' ? 1
                    : c is ')' ? -1
                    : 0;
                if (open < 0)
                    break;
            }
            if (open >= 0)
                return true;
        }
        return false;
    }

    private static bool IsGrade(FigureContext f) => f.Figure.Unit.StartsWith("tiêu chí", StringComparison.Ordinal);

    // Each of those just counted is so good or so large.
    private static bool OfCounted(FigureContext f)
    {
        var words = f.Words;
        if (f.Written.Contains('/'))
            return false;
        for (var i = f.Figure.Word - 1; i >= 0 && words.Start(i) >= f.Clause.Start && words.Gap(i).IndexOfAny(",:") < 0; i--)
            if (words.IsNumber(i) && Years.OfWord(words, i) is null && UnitNouns.Length(words, i + 1) > 0)
                return true;
        return false;
    }

    private static bool OnRecord(FigureContext f) =>
        f.Words.Folded.AsSpan(f.Figure.End).TrimStart().StartsWith("(so lieu", StringComparison.Ordinal);

    // "(hiện còn 64 hộ)", "(năm học trước 5,36 triệu đồng)".
    private static bool StandsInBrackets(FigureContext f)
    {
        var words = f.Words;
        var open = words.Folded.LastIndexOf('(', f.Figure.NumberStart);
        if (open < f.Clause.Start || words.Folded.IndexOf(')', open, f.Figure.NumberStart - open) >= 0)
            return false;
        for (var i = words.At(open); i < f.Figure.Word; i++)
            if (
                AsOfNow.Match(words, i, out _) > 0
                || words.Is(i, "nam") && Years.OfWord(words, i + 1) < f.Year
                || words.Is(i, "den")
                    && WrittenDates.At(words.Folded, words.Start(Math.Min(i + 1, words.Count - 1))) is { Year: not null } date
                    && date.Year < f.Year
            )
                return true;
        return false;
    }

    private static bool IsThere(FigureContext f)
    {
        var words = f.Words;
        if (f.IsShare || f.Figure.Explicit)
            return false;
        if (Existing.MatchEnding(words, f.Before, out _) > 0 && words.Touches(f.Before))
            return true;
        for (var i = f.Noun; i < words.Count && i < f.Figure.Word + 9 && (i == 0 || words.Touches(i - 1)); i++)
            if (Existing.Match(words, i, out _) > 0)
                return true;
        return false;
    }

    // "đạt từ 80 điểm mới được công nhận", "dưới 10 điểm không xếp hạng": what follows for who reaches it.
    private static bool HasConsequence(FigureContext f)
    {
        var words = f.Words;
        var last = words.At(f.Figure.End);
        for (var i = last; i < words.Count && words.Start(i) < f.Clause.End && i < last + 12; i++)
        {
            if (i > last && words.Gap(i - 1).IndexOfAny(",:") >= 0)
                return false;
            if (f.Figure is { Explicit: true, Unit: not "%" } && words.Is(i, "phai") && words.HasNear(f.Before + 1, Having, 4))
                return true;
            if (Consequences.Match(words, i, out _) > 0 || words.Slice(i, i) is "thì")
                return true;
        }
        return false;
    }
}
