using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>Sentences that close a document.</summary>
internal static class Closings
{
    private static readonly Phrases<bool> Exhorting = Vocabulary.Set("tasks/exhorting");
    private static readonly FoldedTexts Endings = Vocabulary.Folded("tasks/endings");
    private static readonly FoldedTexts Questions = Vocabulary.Folded("tasks/questions");
    private static readonly FoldedTexts Doubts = Vocabulary.Folded("tasks/doubts");

    /// <summary>Closes the document, or says what is to be done with questions.</summary>
    public static bool Is(Paragraph paragraph, UnitScanner units)
    {
        if (paragraph.Marker.Kind is MarkerKind.None && Exhorts(paragraph, units))
            return true;
        var folded = paragraph.Folded.AsSpan(Math.Min(paragraph.Marker.End, paragraph.Folded.Length));
        return Endings.AnyStarts(folded) || Questions.AnyStarts(folded) && Doubts.AnyIn(folded);
    }

    // "Yêu cầu các ngành, các ấp nghiêm túc thực hiện./.": the last sentence exhorts all and charges none.
    private static bool Exhorts(Paragraph paragraph, UnitScanner units)
    {
        var words = paragraph.Words;
        if (Exhorting.Match(words, 0, out _) == 0)
            return false;
        if (
            !paragraph.Text.TrimEnd().EndsWith("/.", StringComparison.Ordinal)
            && !paragraph.Folded.Contains("nghiem tuc", StringComparison.Ordinal)
        )
            return false;
        var at = words.Is(0, "nhan") ? words.At(Math.Max(0, paragraph.Folded.IndexOf("yeu cau", StringComparison.Ordinal) + 8)) : 2;
        return units.StartingAt(words, at) is { Collective: true };
    }
}
