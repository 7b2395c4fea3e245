namespace ThiDua.Plans.Reading.Figures;

/// <summary>What a figure is to be against, by name.</summary>
/// <param name="Sign">As the contract writes it; <see cref="Comparators.About"/> for about so much.</param>
/// <param name="Takes">A sentence with a figure that it is written at.</param>
/// <param name="Leaves">A sentence of whose figures it is written at none.</param>
internal sealed record Comparator(string Name, string Sign, string Takes, string Leaves);

/// <summary>
/// Finds comparators: words or a sign before a figure ("ít nhất", "trên", "không quá", "≥"), words behind it ("trở lên").
/// </summary>
internal static class Comparators
{
    /// <summary>The sign of "khoảng", "ước": about so much.</summary>
    public const string About = "~";

    // Each with its words of the lexicon.
    private static readonly (Comparator Comparator, string Section)[] Spoken =
    [
        (new("at least", ">=", "Ít nhất 60% hộ tham gia", "Đầu tư 60% vốn"), "at-least"),
        (new("more than", ">", "Trên 75% hộ tham gia", "Mở rộng tại xóm Trên 75% hộ"), "more-than"),
        (new("less than", "<", "Kéo tỷ lệ tái phạm xuống dưới 15%", "Kéo tỷ lệ tái phạm xuống 15%"), "less-than"),
        (new("at most", "<=", "Tối đa 3 trường hợp quá hạn", "Đạt hiệu quả 3 mô hình"), "at-most"),
        (new("about", About, "Khoảng 500 thuê bao", "Gắn 500 biển số nhà"), "about"),
    ];

    private static readonly Comparator NotOver = new("not over", "<=", "Không để số vụ tăng quá 3%", "Đạt trên 3%");
    private static readonly Comparator Upwards = new("upwards", ">=", "Đạt 95% trở lên", "Đạt 95% trở xuống");
    private static readonly Comparator Downwards = new("downwards", "<=", "Còn 05 vụ trở xuống", "Còn 05 vụ trở lên");
    private static readonly Comparator SignAtLeast = new("sign ≥", ">=", "Tỷ lệ hài lòng ≥ 90%", "Tỷ lệ hài lòng > 90%");
    private static readonly Comparator SignAtMost = new("sign ≤", "<=", "Hồ sơ trễ hạn <= 2%", "Hồ sơ trễ hạn < 2%");
    private static readonly Comparator SignMore = new("sign >", ">", "Tỷ lệ hài lòng > 90%", "Tỷ lệ hài lòng >= 90%");
    private static readonly Comparator SignLess = new("sign <", "<", "Hồ sơ trễ hạn < 2%", "Hồ sơ trễ hạn ≤ 2%");

    public static IEnumerable<Comparator> All =>
        [.. Spoken.Select(s => s.Comparator), NotOver, Upwards, Downwards, SignAtLeast, SignAtMost, SignMore, SignLess];

    private static readonly Phrases<Comparator> BySpelling = Build();
    private static readonly Phrases<bool> Fillers = Vocabulary.Set("comparators/fillers");

    // Words that fold to a comparator without being one: "đầu tư 500", "hiệu quả 14", "gắn 20".
    private static readonly WordSet LookAlikes = Vocabulary.Words("comparators/look-alikes");

    /// <summary>
    /// The comparator before the number that starts at this word, looked for no further back than <paramref name="from"/>,
    /// and where it begins; null when none is written.
    /// </summary>
    public static (Comparator Comparator, int Start)? Before(Words words, int at, int from)
    {
        if (Sign(words.Folded, words.Start(at), from) is { } sign)
            return sign;
        var word = at - 1;
        for (var hops = 0; hops < 4 && word >= 0 && words.Start(word) >= from && words.Touches(word); hops++)
        {
            if (
                BySpelling.MatchEnding(words, word, out var comparator) is > 0 and var length
                && words.Start(word - length + 1) >= from
                && !LooksAlike(words, word, length)
                && !(length == 1 && IsName(words, word))
                && !(hops > 1 && comparator.Sign is ">" && words.Is(word, "tren") && !words.Is(word - 1, "dat"))
            )
            {
                var over = comparator.Sign is ">" && words.Is(word, "qua");
                return (over && IsNegated(words, word) ? NotOver : comparator, words.Start(word - length + 1));
            }
            if (Fillers.MatchEnding(words, word, out _) is not (> 0 and var filler))
                break;
            word -= filler;
        }
        return null;
    }

    /// <summary>"95% trở lên", "05 vụ trở xuống": what stands behind the figure.</summary>
    public static Comparator? After(Words words, int end)
    {
        var at = words.At(end);
        for (var i = at; i < words.Count - 1 && i < at + 7; i++)
        {
            if (i > at && words.Gap(i - 1).IndexOfAny(",;.:") >= 0)
                return null;
            if (words.IsNumber(i))
                return null;
            if (words.Is(i, "tro"))
                return words.Is(i + 1, "len") ? Upwards
                    : words.Is(i + 1, "xuong") ? Downwards
                    : null;
        }
        return null;
    }

    /// <summary>This word is "từ", and not "tư" of "đầu tư".</summary>
    public static bool IsFrom(Words words, int at) => words.Is(at, "tu") && !LooksAlike(words, at, 1);

    // "xóm Trên 28 người": a name, where a capital stands within the sentence.
    private static bool IsName(Words words, int word) =>
        word > 0
        && words.Capital(word)
        && words.Touches(word - 1)
        && char.IsLower(words.Text[words.End(word) - 1])
        && !words.Text[words.Start(word - 1)..words.End(word - 1)].All(char.IsUpper);

    private static bool LooksAlike(Words words, int word, int length) =>
        length == 1 && LookAlikes.HasWritten(words, word) && !(words.Is(word, "qua") && words.Is(word - 1, "khong"));

    private static (Comparator, int)? Sign(string folded, int start, int from)
    {
        var i = start - 1;
        while (i >= from && folded[i] is ' ')
            i--;
        if (i < from)
            return null;
        return folded[i] switch
        {
            '≥' => (SignAtLeast, i),
            '≤' => (SignAtMost, i),
            '>' => (SignMore, i),
            '<' => (SignLess, i),
            '=' when i > from && folded[i - 1] is '>' => (SignAtLeast, i - 1),
            '=' when i > from && folded[i - 1] is '<' => (SignAtMost, i - 1),
            _ => null,
        };
    }

    // "không để số vụ phạm pháp tăng quá 3%": the verb may stand between.
    private static bool IsNegated(Words words, int word)
    {
        for (var i = word - 1; i >= 0 && i >= word - 12 && words.Gap(i).IndexOfAny(",;:.") < 0; i--)
            if (words.Is(i, "khong") && (i >= word - 4 || words.Is(i + 1, "de")))
                return true;
        return false;
    }

    private static Phrases<Comparator> Build()
    {
        var phrases = new Phrases<Comparator>();
        foreach (var (comparator, section) in Spoken)
        foreach (var phrase in Vocabulary.Entries("comparators/" + section))
            phrases.Add(phrase, comparator);
        return phrases;
    }
}
