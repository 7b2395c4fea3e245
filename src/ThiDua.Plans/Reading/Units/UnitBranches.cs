namespace ThiDua.Plans.Reading.Units;

/// <summary>Lists of offices of one kind: "Các sở: Tài chính, Nội vụ", "Giám đốc các Sở: …".</summary>
internal sealed class UnitBranches(Lexicon lexicon, UnitHeads heads, UnitEnds ends, UnitScanner scanner)
{
    private static readonly WordSet Kinds = Vocabulary.Words("unit-names/kinds-before-colon");

    // "Chủ tịch UBND các tỉnh: Gia Lai, Đắk Lắk": of each of these places.
    private static readonly WordSet Places = Vocabulary.Words("unit-names/places-before-colon");
    private static readonly WordSet EndsWithinLists = Vocabulary.Words("unit-names/ends-within-lists");

    // "Các Sở: Tài chính, Nội vụ, Xây dựng": each a unit of the kind that stands before the colon.
    public List<Unit>? At(Words words, int at, out int next, string office = "")
    {
        next = at;
        if (!IsKindBeforeColon(words, at))
            return null;
        var kind = words.Slice(at + 1, at + 1);
        kind = office + (Places.Has(words, at + 1) ? kind : char.ToUpperInvariant(kind[0]) + kind[1..]);
        var units = new List<Unit>();
        next = at + 2;
        while (next < words.Count && words.Capital(next))
        {
            var last =
                lexicon.Fields.Match(words, next, out _) is > 0 and var field ? next + field - 1
                : ends.Of(words, next, next) is var end ? ToMark(words, end) ?? end
                : next;
            units.Add(new(kind + " " + words.Slice(next, last), next, last, false));
            next = Subjects.AfterBracket(words, last + 1) ?? last + 1;
            if (next >= words.Count || words.Gap(next - 1).Trim([' ', ')']) is not ("," or "" or ";"))
                break;
            var semicolon = words.Gap(next - 1).Contains(';');
            if (words.Is(next, "va"))
                next++;
            if (semicolon && !heads.StartsAt(words, next))
                break;
            if (lexicon.Fields.Match(words, next, out _) == 0 && heads.StartsAt(words, next))
            {
                var rest = scanner.ListAt(words, next, out next);
                units.AddRange(rest);
                break;
            }
        }
        return units;
    }

    // "Các phòng: Cảnh sát hình sự (PC02), …": small words carry a name of the list on to its comma or bracket, verbs only to
    // a bracket.
    private int? ToMark(Words words, int last)
    {
        var verb = false;
        for (var i = last + 1; i < words.Count && i - last <= UnitScanner.LongestUnknown && words.Touches(i - 1); i++)
        {
            verb |= heads.IsVerb(words, i);
            if (words.IsNumber(i) || EndsWithinLists.Has(words, i))
                return null;
            if (i + 1 == words.Count || words.Gap(i).IndexOfAny(",(;") >= 0)
                return verb && (i + 1 == words.Count || !words.Gap(i).Contains('(')) ? null : i;
        }
        return null;
    }

    // "Giám đốc các Sở: Tài chính, Nội vụ": the head of each.
    public List<Unit>? Offices(Words words, Unit unit, ref int next)
    {
        if (unit.Last <= unit.First + 1 || !IsKindBeforeColon(words, unit.Last - 1))
            return null;
        var units = At(words, unit.Last - 1, out var end, words.Slice(unit.First, unit.Last - 2) + " ");
        if (units is { Count: > 0 })
            next = end;
        return units;
    }

    // "các sở:" and the like stand at this word, and names behind the colon.
    private static bool IsKindBeforeColon(Words words, int at) =>
        words.Is(at, "cac") && at + 2 < words.Count && Kinds.Has(words, at + 1) && words.Gap(at + 1).Trim() is ":" && words.Capital(at + 2);
}
