namespace ThiDua.Plans.Reading.Figures.Rules;

/// <summary>Where in its sentence a counted thing stands: behind a colon, for each, as those who come, are served or are there.</summary>
internal static class OutputPlaces
{
    private static readonly Phrases<bool> Quantities = Vocabulary.Set("outputs/quantities");
    private static readonly Phrases<bool> Levels = Vocabulary.Set("outputs/levels-of-government");
    private static readonly Phrases<bool> Serving = Vocabulary.Set("outputs/serving");
    private static readonly Phrases<bool> Attending = Vocabulary.Set("outputs/attending");
    private static readonly WordSet NotAttending = Vocabulary.Words("outputs/not-attending");
    private static readonly WordSet Placing = Vocabulary.Words("outputs/placing");
    private static readonly Phrases<bool> Dossiers = Vocabulary.Set("asides/dossiers");

    /// <summary>
    /// "Lắp đặt mới trạm 4G: 58 trạm (trong đó: VNPT: 25 trạm)": what is to be made, and behind the colon how much of it.
    /// </summary>
    public static bool IsBehindColon(FigureContext f)
    {
        var words = f.Words;
        if (
            f.Figure.Word == 0
            || !words.Gap(f.Figure.Word - 1).Contains(':')
            || !f.CountsThing
            || !PlannedOutputs.IsVerb(words, f.FirstOfClause)
            || Levels.Match(words, f.FirstOfClause, out _) > 0
        )
            return false;
        var open = words.Folded.LastIndexOf('(', f.Figure.NumberStart);
        return open < f.Clause.Start
            || words.Folded.IndexOf(')', open, f.Figure.NumberStart - open) >= 0
            || words.Folded.AsSpan(open + 1).TrimStart().StartsWith("trong do", StringComparison.Ordinal);
    }

    /// <summary>"Số lượng: 5.000 cuốn", "số lượng mẫu quan trắc 240 mẫu/năm", "Dự kiến khoảng 1.000 thuê bao".</summary>
    public static bool IsPlannedQuantity(FigureContext f)
    {
        var first = f.FirstOfClause;
        if (Quantities.Match(f.Words, first, out _) == 0 || f.Figure.Word - first > 10)
            return false;
        for (var i = first; i < f.Figure.Word; i++)
            if (f.Words.IsNumber(i))
                return false;
        return !f.BracketedInClause && !f.ClauseHas(Dossiers);
    }

    /// <summary>"Mỗi ấp … 01 mô hình": what every unit is to have.</summary>
    public static bool IsForEach(FigureContext f)
    {
        for (var i = f.Figure.Word - 1; i >= 0 && i >= f.Figure.Word - 10; i--)
        {
            if (f.Words.Is(i, "moi"))
                return f.Words.Slice(i, i).EndsWith("ỗi", StringComparison.Ordinal);
            if (f.Words.Gap(i).IndexOfAny(";.") >= 0)
                return false;
        }
        return false;
    }

    public static bool IsPlaced(FigureContext f) =>
        f.Before >= 0
        && f.Words.Touches(f.Before)
        && (Placing.HasWritten(f.Words, f.Before) || f.Words.Slice(f.Before, f.Before) is "thành" && !f.Words.Is(f.Before - 1, "hoan"));

    /// <summary>"Đào tạo nghề cho 120 lao động": so many are to be served, where nothing was counted before them.</summary>
    public static bool IsServed(FigureContext f)
    {
        var words = f.Words;
        if (f.Before < 0 || !words.Is(f.Before, "cho"))
            return false;
        var comma = false;
        for (var i = f.Before - 1; i >= 0 && words.Start(i) >= f.Clause.Start; i--)
        {
            comma |= words.Gap(i).Contains(',');
            // "đất ở cho 32 hộ, nước sạch cho 140 hộ": each thing its own.
            if (words.IsNumber(i))
                return comma && f.Counted is not null;
            if (Serving.Match(words, i, out _) > 0)
                return true;
        }
        return false;
    }

    /// <summary>"với 420 người tham dự": so many are to come.</summary>
    public static bool IsAttended(FigureContext f)
    {
        var words = f.Words;
        var last = words.At(f.Figure.End);
        for (var i = last; i < words.Count && i < last + 5 && (i == last || words.Gap(i - 1).Trim().IsEmpty); i++)
            if (
                Attending.Match(words, i, out _) is > 0 and var length
                && !words.Capital(i)
                && (length > 1 || !NotAttending.Has(words, Math.Min(i + 1, words.Count - 1)))
            )
                return true;
        return false;
    }
}
