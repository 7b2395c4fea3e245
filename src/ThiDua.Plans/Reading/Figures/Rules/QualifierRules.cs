namespace ThiDua.Plans.Reading.Figures.Rules;

/// <summary>One figure among those of its clause that may set targets, in order.</summary>
internal readonly record struct FigureAmong(Words Words, TextRange Clause, IReadOnlyList<Figure> All, int Index)
{
    public Figure Figure => All[Index];

    public Figure? LastRate => All.LastOrDefault(f => f.Unit is "%");
}

/// <summary>One reason, by name, why a figure says no more than which things another of its clause counts.</summary>
/// <param name="Takes">A sentence with a figure that the rule leaves out.</param>
/// <param name="Leaves">A sentence like it of whose figures it leaves out none.</param>
internal sealed record QualifierRule(string Name, string Takes, string Leaves, Func<FigureAmong, bool> Holds);

/// <summary>Of two figures that nothing parts, one may only qualify the other.</summary>
internal static class QualifierRules
{
    private static readonly Phrases<bool> Having = Vocabulary.Set("targets/having");
    private static readonly Phrases<bool> RateOpenings = Vocabulary.Set("targets/rate-openings");

    /// <summary>In the order in which they are tried, each on what those before it left.</summary>
    public static readonly QualifierRule[] All =
    [
        new(
            "how often, of a rate",
            "Người cao tuổi được khám sức khỏe 1 lần/năm: 10%",
            "Họp dân 4 lần/năm, trên 70% hộ dự họp",
            f =>
                f.LastRate is { } rate
                && f.Figure.Word < rate.Word
                && f.Figure.Unit.StartsWith("lần", StringComparison.Ordinal)
                && f.Words.Folded.AsSpan(f.Figure.End, rate.Start - f.Figure.End).IndexOf(',') < 0
        ),
        new(
            "what each of a rate does",
            "100% chi hội đăng ký ít nhất 01 công trình",
            "100% chi hội đăng ký, ít nhất 10 công trình được khánh thành",
            f =>
                !f.Figure.IsShare
                && f.All.LastOrDefault(m => m.Word < f.Figure.Word) is { Unit: "%" } rate
                && !Parted(f.Words, rate, f.Figure)
        ),
        new(
            "which of a rate",
            "Kiểm tra 100% cơ sở kinh doanh, nhà trọ có trên 10 phòng",
            "Kiểm tra 100% cơ sở kinh doanh, trên 10 nhà trọ",
            f =>
                f.Figure is { Explicit: true, Comparator: ">" }
                && !f.Figure.IsShare
                && f.Words.Is(f.Words.At(f.Figure.Start) - 1, "co")
                && f.All.Any(m => m.Word < f.Figure.Word && m.Unit is "%")
        ),
        new(
            "within a rate",
            "Tỷ lệ hộ có từ 02 máy trở lên đạt 40%",
            "Trang bị 02 máy, tỷ lệ hộ có mạng đạt 40%",
            f =>
                !f.Figure.IsShare
                && f.LastRate is { } rate
                && f.Figure.Word < rate.Word
                && RateOpenings.Match(f.Words, f.Words.At(f.Clause.Start), out _) > 0
        ),
        new(
            "which ones, then what of them",
            "Mỗi hợp tác xã có từ 50 thành viên trở lên tổ chức ít nhất 01 hội thi",
            "Mỗi hợp tác xã có từ 50 thành viên trở lên, tổ chức ít nhất 01 hội thi",
            f =>
                f.Index + 1 < f.All.Count
                && f.Figure.Explicit
                && f.Words.HasNear(f.Words.At(f.Figure.Start), Having, 3)
                && !Parted(f.Words, f.Figure, f.All[f.Index + 1])
        ),
    ];

    /// <summary>The figures that set targets, those left out that only qualify others.</summary>
    public static List<Figure> Without(List<Figure> figures, Words words, TextRange clause)
    {
        foreach (var rule in All)
        {
            if (figures.Count < 2)
                break;
            var before = figures;
            figures = [.. before.Where((_, i) => !rule.Holds(new(words, clause, before, i)))];
        }
        return figures;
    }

    private static bool Parted(Words words, Figure first, Figure second)
    {
        for (var i = Math.Max(1, words.At(first.End)); i < second.Word; i++)
            if (words.Is(i, "va") || words.Is(i, "voi") || words.Gap(i - 1).IndexOfAny(",;:()") >= 0)
                return true;
        return words.Gap(second.Word - 1).IndexOfAny(",;:()") >= 0;
    }
}
