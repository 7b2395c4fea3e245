using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>Orders: "giao", "đề nghị", "phân công", and whom they charge.</summary>
internal sealed class Orders(UnitScanner units)
{
    private static readonly Phrases<bool> Ordering = Vocabulary.Set("tasks/orders");
    private static readonly Phrases<bool> Reported = Vocabulary.Set("tasks/no-order-behind");
    private static readonly Phrases<bool> Deciding = Vocabulary.Set("tasks/deciding");

    /// <summary>Words of the order at this word, given or reported; 0 for none.</summary>
    public static int Length(Words words, int at) => Ordering.Match(words, at, out _);

    /// <summary>An order stands at this word: "giao", "yêu cầu".</summary>
    public static bool StandsAt(Words words, int at) =>
        Ordering.Match(words, at, out _) is > 0 and var length
        && Is(words, at, at)
        && (words.Capital(at + length) || words.Is(at + length, "cac") || Openings.SkipAddress(words, at + length) > at + length);

    // "tôn giáo", "giáo dục" fold to "giao" too: the mark must be absent in the text, and a unit must follow.
    public static bool Is(Words words, int at, int first)
    {
        if (words.Is(at, "giao") && !words.Text.AsSpan(words.Start(at), 4).EndsWith("iao", StringComparison.Ordinal))
            return false;
        return at == first || !words.Touches(at - 1) || Reported.MatchEnding(words, at - 1, out _) == 0;
    }

    public void Take(Words words, int cue, int at, int first, List<string> lead)
    {
        if (at < words.Count && !words.Touches(at - 1))
            return;
        at = Openings.SkipAddress(words, at);
        var listed = units.ListAt(words, at, out var next);
        if (cue > first && words.Gap(cue - 1).IndexOfAny(";:.") < 0 && Deciding.Match(words, next, out _) > 0)
            return;
        if (listed.Count == 0 && Person(words, at, lead))
            return;
        foreach (var unit in listed)
            if (!unit.Collective || next < words.Count || lead.Count == 0)
                Leads.Note(lead, unit.Name);
    }

    // "Giao đồng chí Trần Văn A - Phó Chủ tịch …": the office stands behind the name.
    private bool Person(Words words, int at, List<string> lead)
    {
        for (var i = at; i < words.Count && i < at + 6 && words.Capital(i); i++)
        {
            if (i + 1 >= words.Count || words.Gap(i).Trim() is not ("-" or ","))
                continue;
            var offices = units.ListAt(words, i + 1, out _);
            foreach (var unit in offices)
                Leads.Note(lead, unit.Name);
            return offices.Count > 0;
        }
        return false;
    }
}
