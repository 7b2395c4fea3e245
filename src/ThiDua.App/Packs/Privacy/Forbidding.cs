namespace ThiDua.App.Packs.Privacy;

/// <summary>
/// Which words of a text are spoken of only to keep them out ("Không ghi họ tên, ngày sinh"). What looks like it and is not ("Không
/// quên ghi họ tên", "Không ghi tắt, ghi đủ họ tên") keeps nothing out.
/// </summary>
internal static class Forbidding
{
    private const int Reach = 4;

    public static bool[] Of(PrivacyText text, PrivacyLexicon lexicon)
    {
        var forbidden = new bool[text.Tokens.Count];
        var (from, before) = (0, false);
        while (from < text.Tokens.Count)
        {
            var to = from + 1;
            while (to < text.Tokens.Count && !Begins(text, lexicon, to))
                to++;
            var ends = text.Tokens[from].IsEnd;
            before = Clause(text, lexicon, from, to, !ends && before);
            Array.Fill(forbidden, before, from, to - from);
            from = to;
        }
        return forbidden;
    }

    private static bool Begins(PrivacyText text, PrivacyLexicon lexicon, int at) =>
        text.Tokens[at].IsBreak || lexicon.Match(Topic.Turns, text, at) > at || lexicon.Match(Topic.Except, text, at) > at;

    private static bool Clause(PrivacyText text, PrivacyLexicon lexicon, int from, int to, bool before)
    {
        bool Holds(Topic topic, int start, int end) =>
            Enumerable.Range(start, Math.Max(0, end - start)).Any(at => lexicon.Match(topic, text, at) is > 0 and var e && e <= to);
        if (Holds(Topic.NotNo, from, to))
            return false;
        for (var at = from; at < to; at++)
            if (lexicon.Match(Topic.No, text, at) is > 0 and var end)
                if (text.Tokens[at].Folded is "no" or "without" or "nothing" || Holds(Topic.Verbs, end, Math.Min(to, end + Reach)))
                    return true;
        if (Holds(Topic.Verbs, from, to) || lexicon.Match(Topic.Turns, text, from) > from)
            return false;
        return lexicon.Match(Topic.Except, text, from) > from ? !before : before;
    }
}
