using ThiDua.Plans.Reading.Dates;

namespace ThiDua.Plans.Reading.Structure;

/// <summary>What a section is for, by the titles on its path; the nearest that says it wins.</summary>
internal enum SectionKind
{
    Other,
    Purpose,
    Targets,
    Work,
    Organisation,
    Past,
    Budget,
    Scope,
}

internal static class SectionKinds
{
    private static readonly Phrases<SectionKind> Cues = Vocabulary.By<SectionKind>("section-titles");

    public static SectionKind Of(OutlineNode? section)
    {
        for (var node = section; node is not null; node = node.Parent)
            if (node.OwnKind is var kind && kind is not SectionKind.Other)
                return kind;
        return SectionKind.Other;
    }

    private static readonly FoldedTexts Rulings = Vocabulary.Folded("sections/rulings");

    /// <summary>The section rules how a thing is done, by its title or one above it: its figures are bounds of the rule.</summary>
    public static bool Rules(OutlineNode? section)
    {
        for (var node = section; node is not null; node = node.Parent)
            if (
                node.OwnKind is not SectionKind.Targets
                && node.Title.Length < 200
                && Folding.Of(node.Title) is var title
                && Rulings.AnyIn(title)
            )
                return true;
        return false;
    }

    /// <summary>Kind by one title: a short title by any of its words, a long one (a whole sentence) only by its first.</summary>
    public static SectionKind OfTitle(Words title)
    {
        var reach = title.Count <= 14 ? title.Count : 2;
        var found = SectionKind.Other;
        // "KẾT QUẢ GIẢM NGHÈO NĂM 2021": of a year that is over.
        if (title.Is(0, "ket") && title.Is(1, "qua") && Years.OfWord(title, title.Count - 1) is not null)
            return SectionKind.Past;
        for (var i = 0; i < reach; i++)
        {
            if (Cues.Match(title, i, out var kind) == 0)
                continue;
            if (kind is SectionKind.Targets && title.Is(i, "muc") && (title.Is(i - 1, "trinh") || title.Is(i + 2, "quoc")))
                continue;
            if (kind is SectionKind.Past && title.Is(i, "tinh") && !(i == 0 || title.Count <= 6))
                continue;
            if (kind is SectionKind.Targets or SectionKind.Organisation or SectionKind.Budget)
                return kind;
            if (found is SectionKind.Other)
                found = kind;
        }
        return found;
    }
}
