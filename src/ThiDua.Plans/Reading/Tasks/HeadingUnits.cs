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
        var words = Whole(section);
        if (words.Count == 0)
            return new([], false, false);
        var first = Skip(words);
        var listed = scanner.ListAt(words, first, out var next);
        if (listed.Count > 0)
            next = scanner.AfterPlace(words, listed, next) ?? next;
        if (
            listed.Count > 0
            && listed.TrueForAll(u => u.Collective)
            && (
                IsUmbrella(section.Heading.Marker.Kind, words)
                || SectionKinds.Of(section.Parent) is SectionKind.Targets or SectionKind.Purpose or SectionKind.Past
            )
        )
            return new([], false, false);
        // "UBND xã giao Công an xã …": the one who orders does not lead.
        if (listed.Count > 0 && Orders.StandsAt(words, next))
            return new([], false, false);
        if (listed.Count > 0)
        {
            if (next >= words.Count)
                return new([.. listed.Select(u => u.Name)], false, false);
            var gap = words.Gap(next - 1);
            if (
                Subjects.AfterBracket(words, next) is { } behind
                && words.Gap(behind - 1).IndexOfAny(":;.") < 0
                && scanner.IsSubject(words, listed[^1], behind)
            )
                return new([.. listed.Select(u => u.Name)], false, true);
            if (scanner.IsSubject(words, listed[^1], next) && gap.IndexOfAny(";.(") < 0 && Obligation(words, next))
                return new([.. listed.Select(u => u.Name)], false, true);
            // "a) Phòng Học sinh, sinh viên": few small words close the name, and nothing is said of it.
            if (
                listed.Count == 1
                && !listed[0].Collective
                && gap.Trim() is ","
                && words.Count - next <= 4
                && Enumerable
                    .Range(next, words.Count - next)
                    .All(i => !words.Capital(i) && !scanner.IsVerb(words, i) && (i == next || words.Gap(i - 1).Trim().IsEmpty))
            )
                return new([words.Slice(listed[0].First, words.Count - 1)], false, false);
            if (gap.IndexOfAny(":(") >= 0)
                return new([.. listed.Select(u => u.Name)], false, gap.Contains(':'));
        }
        // What stands behind the last name that is known goes on with it, as far as the verb of a sentence.
        var last = listed.Count > 1 && words.Touches(next - 1) ? listed[^1].First : first;
        var verb =
            listed.Count == 0
                ? words.Count
                : Enumerable
                    .Range(last, words.Count - last)
                    .FirstOrDefault(
                        i => i > last + 1 && i >= next && lexicon.VerbAt(words, i) > 1 && scanner.IsVerb(words, i),
                        words.Count
                    );
        if (
            !(amongUnits || Organisation(section))
            || !Short(section, words, verb)
            || lexicon.NotUnits.Match(words, first, out _) > 0
            || listed.Count == 0 && lexicon.VerbAt(words, first) > 0
        )
            return new([], false, false);
        return new(
            [
                .. listed.TakeWhile(u => u.First < last).Select(u => u.Name),
                verb < words.Count ? words.Slice(last, verb - 1) : words.Text[words.Start(last)..].Trim(' ', ':'),
            ],
            listed.Count == 0,
            verb < words.Count
        );
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
