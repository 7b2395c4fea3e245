namespace ThiDua.Plans.Reading.Figures;

/// <summary>What is to be made or done so many times: "mở 03 lớp", "in 10.000 tờ rơi", "cấp 200 thùng rác và 60 bộ chế phẩm".</summary>
internal static class PlannedOutputs
{
    private static readonly Phrases<string> Making = Vocabulary.Named("outputs/making");

    private static readonly Phrases<bool> CarriedOut = Vocabulary.Set("outputs/carried-out");
    private static readonly Phrases<bool> Standing = Vocabulary.Set("outputs/existing-things");

    private static readonly Phrases<bool> Loose = Vocabulary.Set("outputs/loose-verbs");

    private static readonly Phrases<bool> Naming = Vocabulary.Set("outputs/appointing");
    private static readonly WordSet Faint = Vocabulary.Words("outputs/faint-verbs");
    private static readonly WordSet NoDoing = Vocabulary.Words("outputs/no-doing-behind");
    private static readonly WordSet Elsewhere = Vocabulary.Words("outputs/other-subject");

    // One syllable is that verb with its own marks, or with none: "mỗi" is not "mời", "dân" not "dán".
    private static int Ending(Words words, int last) =>
        Making.MatchEnding(words, last, out var verb) is > 0 and var length && (length > 1 || words.Spelled(last, verb)) ? length : 0;

    /// <summary>A verb of making ends with this word; not "có" or "đạt", which say no more than that something is.</summary>
    public static bool EndsWithVerb(Words words, int last) =>
        Ending(words, last) is > 0 and var verb
        && CarriedOut.MatchEnding(words, last, out _) != verb
        && !(Loose.MatchEnding(words, last, out _) == verb && Faint.Has(words, last));

    public static bool IsVerb(Words words, int at) => Making.Match(words, at, out _) > 0;

    /// <summary>
    /// A verb of making stands before the figure and its comparator, or before another of the same verb: "cấp 200 thùng rác
    /// và 60 bộ chế phẩm".
    /// </summary>
    public static bool IsMade(Words words, Figure figure)
    {
        var before = words.At(figure.Start) - 1;
        if (before < 0 || !words.Touches(before) || Ending(words, before) is not (> 0 and var verb))
            return false;
        // "sau khi hoàn thành 02 công trình": said of when, not of what.
        if (before >= verb && words.Touches(before - verb) && NoDoing.HasWritten(words, before - verb))
            return false;
        // "cử 01 cán bộ làm đầu mối" says who, not how many.
        if (figure.Value == 1 && Naming.MatchEnding(words, before, out _) == verb)
            return false;
        var noun = words.AfterNumber(figure.Word);
        if (CarriedOut.MatchEnding(words, before, out _) == verb && Standing.Match(words, noun, out _) > 0)
            return false;
        return Loose.MatchEnding(words, before, out _) != verb || UnitNouns.Length(words, noun) > 0;
    }

    /// <summary>What stands beside another that is to be made: "02 lớp và 03 buổi", "60 ha vụ đông, trong đó 15 ha khoai tây".</summary>
    public static bool IsBeside(Words words, Figure first, Figure figure)
    {
        var before = words.At(figure.Start) - 1;
        if (before < first.Word || UnitNouns.Length(words, words.AfterNumber(figure.Word)) == 0 || figure.Word - first.Word > 14)
            return false;
        var joined = words.Gap(before).Contains(',') || words.Is(before, "va") || words.Is(before, "do") && words.Is(before - 1, "trong");
        var brackets = 0;
        for (var i = Math.Max(first.Word, words.At(first.End) - 1); joined && i < before; i++)
        {
            foreach (var c in words.Gap(i))
                brackets +=
                    c is '(' ? 1
                    : c is ')' ? -1
                    : 0;
            joined = brackets > 0 || !words.Gap(i).Contains(':') && !Elsewhere.HasWritten(words, i + 1);
        }
        return joined && brackets == 0;
    }
}
