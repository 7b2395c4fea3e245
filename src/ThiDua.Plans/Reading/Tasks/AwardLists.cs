using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>Lists of those who are honoured: they name units, and ask nothing of them.</summary>
internal sealed class AwardLists(UnitScanner units)
{
    private const int LongestCaption = 200;
    private const int CaptionLines = 3;

    // By their marks: "tặng" is to grant and "tăng" to increase, "công nhận" to recognise and "công nhân" a worker.
    private static readonly IReadOnlyList<string> Honours = Vocabulary.Entries("tasks/honours");
    private static readonly IReadOnlyList<string> Grants = Vocabulary.Entries("tasks/honour-openings");
    private static readonly FoldedTexts Captions = Vocabulary.Folded("tasks/list-captions");
    private static readonly FoldedTexts Annexes = Vocabulary.Folded("tasks/annex-captions");

    // Lines since a caption opened a list of which it is not known yet what it lists.
    private int _undecided;
    private bool _open;

    /// <summary>The paragraph is of such a list, or the caption of some list.</summary>
    public bool Has(Paragraph paragraph)
    {
        if (IsCaption(paragraph, Captions))
            (_open, _undecided) = (false, CaptionLines);
        else if (_open && IsCaption(paragraph, Annexes))
            _open = false;
        if (_open)
            return true;
        if (_undecided > 0)
        {
            _undecided = paragraph.Marker.Numbered ? 0 : _undecided - 1;
            _open = !paragraph.Marker.Numbered && Honours.Any(h => paragraph.Text.Contains(h, StringComparison.OrdinalIgnoreCase));
            if (_open || IsCaption(paragraph, Captions))
                return true;
        }
        return paragraph.Section is { } section && section.Path().Any(Grant) && !HasVerb(paragraph);
    }

    private static bool IsCaption(Paragraph paragraph, FoldedTexts captions) =>
        !paragraph.Marker.Numbered
        && paragraph.Text.Length < LongestCaption
        && paragraph.Words.Capital(0)
        && captions.AnyStarts(paragraph.Folded);

    private static bool Grant(OutlineNode section)
    {
        var title = section.Title.AsSpan();
        foreach (var grant in Grants)
            if (title.StartsWith(grant, StringComparison.OrdinalIgnoreCase) && (title.Length == grant.Length || title[grant.Length] is ' '))
                return true;
        return false;
    }

    private bool HasVerb(Paragraph paragraph)
    {
        var words = paragraph.Words;
        for (var i = words.At(paragraph.Marker.End); i < words.Count; i++)
            if (units.IsVerb(words, i))
                return true;
        return false;
    }
}
