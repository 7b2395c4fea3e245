namespace ThiDua.Plans.Reading.Figures;

/// <summary>What a figure is to be against: "ít nhất", "trên", "không quá", "≥" before it, "trở lên" behind it.</summary>
internal static class Comparators
{
    /// <summary>The sign of <see cref="Before"/> for "khoảng", "ước": about so much.</summary>
    public const string About = "~";

    private static readonly Phrases<string> Words = Build(
        (">=", "at-least"),
        (">", "more-than"),
        ("<", "less-than"),
        ("<=", "at-most"),
        (About, "about")
    );

    private static readonly Phrases<bool> Fillers = Vocabulary.Set("comparators/fillers");

    private static readonly WordSet Others = Vocabulary.Words("comparators/look-alikes");

    /// <summary>The comparator before the number that starts at this word, looked for no further back than <paramref name="from"/>; "=" and not explicit when none is written.</summary>
    public static (string Sign, int Start, bool Explicit) Before(Words words, int at, int from)
    {
        var start = words.Start(at);
        if (Sign(words.Folded, start, from) is { } sign)
            return sign;
        var word = at - 1;
        for (var hops = 0; hops < 4 && word >= 0 && words.Start(word) >= from && words.Touches(word); hops++)
        {
            if (
                Words.MatchEnding(words, word, out var comparator) is > 0 and var length
                && words.Start(word - length + 1) >= from
                && !Other(words, word, length)
                && !(length == 1 && Name(words, word))
                && !(hops > 1 && comparator is ">" && words.Is(word, "tren") && !words.Is(word - 1, "dat"))
            )
            {
                if (comparator is ">" && words.Is(word, "qua") && Negated(words, word))
                    comparator = "<=";
                return (comparator, words.Start(word - length + 1), true);
            }
            if (Fillers.MatchEnding(words, word, out _) is not (> 0 and var filler))
                break;
            word -= filler;
        }
        return ("=", start, false);
    }

    /// <summary>"95% trở lên", "05 vụ trở xuống": what stands behind the figure.</summary>
    public static string? After(Words words, int end)
    {
        var at = words.At(end);
        for (var i = at; i < words.Count - 1 && i < at + 7; i++)
        {
            if (i > at && words.Gap(i - 1).IndexOfAny(",;.:") >= 0)
                return null;
            if (words.IsNumber(i))
                return null;
            if (words.Is(i, "tro"))
                return words.Is(i + 1, "len") ? ">="
                    : words.Is(i + 1, "xuong") ? "<="
                    : null;
        }
        return null;
    }

    /// <summary>This word is "từ", and not "tư" of "đầu tư".</summary>
    public static bool IsFrom(Words words, int at) => words.Is(at, "tu") && !Other(words, at, 1);

    // "xóm Trên 28 người": a name, where a capital stands within the sentence.
    private static bool Name(Words words, int word) =>
        word > 0
        && words.Capital(word)
        && words.Touches(word - 1)
        && char.IsLower(words.Text[words.End(word) - 1])
        && !words.Text[words.Start(word - 1)..words.End(word - 1)].All(char.IsUpper);

    private static bool Other(Words words, int word, int length) =>
        length == 1 && Others.HasWritten(words, word) && !(words.Is(word, "qua") && words.Is(word - 1, "khong"));

    private static (string, int, bool)? Sign(string folded, int start, int from)
    {
        var i = start - 1;
        while (i >= from && folded[i] is ' ')
            i--;
        if (i < from)
            return null;
        return folded[i] switch
        {
            '≥' => (">=", i, true),
            '≤' => ("<=", i, true),
            '>' => (">", i, true),
            '<' => ("<", i, true),
            '=' when i > from && folded[i - 1] is '>' => (">=", i - 1, true),
            '=' when i > from && folded[i - 1] is '<' => ("<=", i - 1, true),
            _ => null,
        };
    }

    private static bool Negated(Words words, int word)
    {
        // "không để số vụ phạm pháp tăng quá 3%": the verb may stand between.
        for (var i = word - 1; i >= 0 && i >= word - 12 && words.Gap(i).IndexOfAny(",;:.") < 0; i--)
            if (words.Is(i, "khong") && (i >= word - 4 || words.Is(i + 1, "de")))
                return true;
        return false;
    }

    private static Phrases<string> Build(params (string Sign, string Section)[] entries)
    {
        var phrases = new Phrases<string>();
        foreach (var (sign, section) in entries)
        foreach (var name in Vocabulary.Entries("comparators/" + section))
            phrases.Add(name, sign);
        return phrases;
    }
}
