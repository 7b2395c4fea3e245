using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>The units that a heading names: "4. Tư pháp xã", "8. Đề nghị Ủy ban Mặt trận …:", "3. Công an xã phối hợp với …".</summary>
internal static class HeadingUnits
{
    private static readonly Phrases<bool> Prefixes = Vocabulary.Set("tasks/heading-prefixes");

    /// <param name="Unsure">Taken for a unit only by its place.</param>
    /// <param name="Sentence">The title goes on with a verb: it is a task itself.</param>
    internal readonly record struct Named(List<string> Units, bool Unsure, bool Sentence);

    public static Named Of(OutlineNode section, UnitScanner scanner, Lexicon lexicon, bool amongUnits)
    {
        var none = new Named([], false, false);
        var words = Whole(section);
        if (words.Count == 0)
            return none;
        var first = Skip(words);
        var listed = scanner.ListAt(words, first, out var next);
        if (listed.Count == 0)
            return Unlisted(section, words, first, next, listed, scanner, lexicon, amongUnits);
        next = scanner.AfterPlace(words, listed, next) ?? next;
        // "UBND xã giao Công an xã …": the one who orders does not lead.
        if (IsOfAll(section, words, listed) || Orders.StandsAt(words, next))
            return none;
        return Listed(words, listed, next, scanner) ?? Unlisted(section, words, first, next, listed, scanner, lexicon, amongUnits);
    }

    // "Các ban, ngành" over parts that say which, or among the targets: it names none in particular.
    private static bool IsOfAll(OutlineNode section, Words words, List<Unit> listed) =>
        listed.TrueForAll(u => u.Collective)
        && (
            IsUmbrella(section.Heading.Marker.Kind, words)
            || SectionKinds.Of(section.Parent) is SectionKind.Targets or SectionKind.Purpose or SectionKind.Past
        );

    // The heading names known units, and what stands behind them closes their list; null where it goes on.
    private static Named? Listed(Words words, List<Unit> listed, int next, UnitScanner scanner)
    {
        List<string> names = [.. listed.Select(u => u.Name)];
        if (next >= words.Count)
            return new(names, false, false);
        var gap = words.Gap(next - 1);
        if (
            Subjects.AfterBracket(words, next) is { } behind
            && words.Gap(behind - 1).IndexOfAny(":;.") < 0
            && scanner.IsSubject(words, listed[^1], behind)
        )
            return new(names, false, true);
        if (scanner.IsSubject(words, listed[^1], next) && gap.IndexOfAny(";.(") < 0 && Obligation(words, next))
            return new(names, false, true);
        if (listed.Count == 1 && !listed[0].Collective && gap.Trim() is "," && IsRestOfName(words, next, scanner))
            return new([words.Slice(listed[0].First, words.Count - 1)], false, false);
        return gap.IndexOfAny(":(") >= 0 ? new(names, false, gap.Contains(':')) : null;
    }

    // "a) Phòng Học sinh, sinh viên": few small words close the name, and nothing is said of it.
    private static bool IsRestOfName(Words words, int next, UnitScanner scanner)
    {
        for (var i = next; i < words.Count; i++)
            if (words.Capital(i) || scanner.IsVerb(words, i) || i > next && !words.Gap(i - 1).Trim().IsEmpty)
                return false;
        return words.Count - next <= 4;
    }

    // What stands behind the last name that is known goes on with it, as far as the verb of a sentence.
    private static Named Unlisted(
        OutlineNode section,
        Words words,
        int first,
        int next,
        List<Unit> listed,
        UnitScanner scanner,
        Lexicon lexicon,
        bool amongUnits
    )
    {
        var last = listed.Count > 1 && words.Touches(next - 1) ? listed[^1].First : first;
        var verb = words.Count;
        for (var i = Math.Max(last + 2, next); listed.Count > 0 && i < words.Count && verb == words.Count; i++)
            if (lexicon.VerbAt(words, i) > 1 && scanner.IsVerb(words, i))
                verb = i;
        if (
            !(amongUnits || Organisation(section))
            || !Short(section, words, verb)
            || lexicon.NotUnits.Match(words, first, out _) > 0
            || listed.Count == 0 && lexicon.VerbAt(words, first) > 0
        )
            return new([], false, false);
        var name = verb < words.Count ? words.Slice(last, verb - 1) : words.Text[words.Start(last)..].Trim(' ', ':');
        return new([.. listed.TakeWhile(u => u.First < last).Select(u => u.Name), name], listed.Count == 0, verb < words.Count);
    }

    // A title is cut for display; the units of a long sentence may stand behind the cut.
    private static Words Whole(OutlineNode section)
    {
        var text = section.Heading.Text;
        var title = section.TitleWords;
        var start = section.Heading.Marker.End;
        // "Đề nghị" alone in bold: the unit stands behind it.
        var cue = title.Count > 0 && Prefixes.Match(title, 0, out _) == title.Count;
        // "Các sở, ngành; UBND các xã, phường …": the title ends at the semicolon, the list does not.
        var end = Math.Min(text.Length, start + section.Title.Length + 3);
        var listed = end > start && text.AsSpan(start, end - start).Contains(';');
        // "Các sở: Tài chính, Tư pháp …": the names stand behind the colon.
        var colon = title.Count;
        var kind = colon >= 2 && title.Is(colon - 2, "cac") && title[colon - 1] is "so" or "bo" or "phong" or "ban" or "hoi";
        return section.Title.Length < 200 && !cue && !listed && !kind ? title : new Words(text[start..Math.Min(text.Length, start + 1200)]);
    }

    // "V. TRÁCH NHIỆM CỦA CÁC CƠ QUAN": what stands under it says which.
    private static bool IsUmbrella(MarkerKind kind, Words words) =>
        kind is MarkerKind.Roman or MarkerKind.Upper or MarkerKind.Part or MarkerKind.Chapter
        || (kind is MarkerKind.Article && words.Is(0, "trach"));

    private static bool Obligation(Words words, int verb) => !(words.Is(verb, "la") && words.Count > verb + 20);

    // "Đề nghị Hội Nông dân xã", "Đề nghị: Hội Nông dân xã".
    private static int Skip(Words words)
    {
        var prefix =
            Prefixes.Match(words, 0, out _) is > 0 and var length
            && length < words.Count
            && words.Gap(length - 1)[0] is ' ' or ':'
            && !words.Text.StartsWith("giáo", StringComparison.OrdinalIgnoreCase)
                ? length
                : 0;
        return Openings.SkipAddress(words, prefix);
    }

    // Under "Tổ chức thực hiện", but not under "Nội dung, tiến độ và phân công thực hiện", whose parts are matters.
    private static bool Organisation(OutlineNode section) =>
        section.Parent is { OwnKind: SectionKind.Organisation } parent
        && Folding.Of(parent.Title) is var title
        && !title.Contains("noi dung", StringComparison.Ordinal)
        && !title.Contains("tien do", StringComparison.Ordinal);

    // Without a known organ's name: a heading by form, of few words, with a capital; or a sentence.
    private static bool Short(OutlineNode section, Words words, int verb)
    {
        var heading = section.Heading;
        var closed =
            heading.BoldLead is not null
            || heading.Bold
            || heading.Level > 0
            || heading.Text.TrimEnd().EndsWith(':')
            || section.BodyStart < heading.Text.Length && heading.Text[section.BodyStart] is ':'
            || section.IsWhole;
        return (closed || verb < words.Count) && verb <= 22 && words.Capital(0) && !words.IsNumber(0);
    }
}
