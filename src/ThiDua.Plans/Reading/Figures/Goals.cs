using ThiDua.Plans.Reading.Figures.Rules;
using ThiDua.Plans.Reading.Structure;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>Goals without a figure, in the parts that set targets: "Giữ vững danh hiệu xã an toàn", "Không để xảy ra cháy lớn".</summary>
internal static class Goals
{
    private static readonly Phrases<bool> Wishes = Vocabulary.Set("targets/wishes");

    /// <param name="year">The campaign's: what was wished for in an earlier one is none.</param>
    public static bool Is(Paragraph paragraph, TextRange clause, int? year) =>
        (!paragraph.IsHeading || IsItem(paragraph))
        && paragraph.Words.HasAny(clause, Wishes)
        && !paragraph.Words.HasAny(clause, Examples.Phrases)
        && !IsPast(paragraph.Words, clause, year);

    // "2. Không để xảy ra cháy lớn.": numbered as a section is, but a sentence of the list, with nothing below it.
    private static bool IsItem(Paragraph paragraph) =>
        !paragraph.SetOff && paragraph.Section is { } section && section.LastLine == paragraph.Lines.Last;

    private static bool IsPast(Words words, TextRange clause, int? year)
    {
        if (PastRules.OpensWithEarlierYear(words, clause, year))
            return true;
        for (var i = words.At(clause.Start); i < words.Count && words.Start(i) < clause.End; i++)
            if (PastRules.IsResult(words, i))
                return true;
        return false;
    }
}
