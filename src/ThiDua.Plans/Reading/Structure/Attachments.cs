using ThiDua.Plans.Reading.Head;

namespace ThiDua.Plans.Reading.Structure;

/// <summary>Where a document of its own begins behind another: an annex, an attached plan, a form to be filled in.</summary>
internal static class Attachments
{
    private static readonly FoldedTexts Labels = Vocabulary.Folded("structure/form-labels");
    private static readonly FoldedTexts Forms = Vocabulary.Folded("structure/forms");
    private static readonly IReadOnlyList<string> Openings = Vocabulary.Entries("structure/attachment-openings");

    // Below "Mẫu số 2" stands a form to be filled in: its numbers part no text of this document.
    public static bool IsForm(Paragraph paragraph, bool within) =>
        Forms.AnyStarts(Folding.Of(paragraph.Text)) || within && DocumentKinds.OfTypeLine(paragraph.Text) is not null;

    public static bool EndsTable(Paragraph paragraph) =>
        paragraph.Text.Length > 200
        || paragraph.Marker.Kind is MarkerKind.Roman or MarkerKind.Article or MarkerKind.Upper
        || paragraph.Text.StartsWith("PHỤ LỤC", StringComparison.Ordinal);

    // "1. ……………" is a line of a form to be filled in.
    public static bool HasTitle(Paragraph paragraph)
    {
        var text = paragraph.Text;
        // "1. Tuyên truyền | Công an xã | Quý II": a row of a table that no ruling shows.
        if (text.Contains(" | ", StringComparison.Ordinal))
            return false;
        for (var i = paragraph.Marker.End; i < text.Length; i++)
            if (char.IsLetter(text[i]))
                return true;
        return paragraph.Marker.End >= text.Length;
    }

    // "KẾ HOẠCH" in capitals below the articles of a decision or below its signature, "(Kèm theo …)", "PHỤ LỤC", "Mẫu số
    // 2": a document of its own begins.
    public static bool Starts(Paragraph paragraph, bool appendix, bool underArticle)
    {
        if (
            paragraph.Row is not null
            || paragraph.Marker.Kind is not MarkerKind.None and not MarkerKind.Paren
            || paragraph.Text.Length > 300
        )
            return false;
        if ((appendix || underArticle) && DocumentKinds.OfTypeLine(paragraph.Text) is { Kind: not "QĐ" })
            return true;
        var text = paragraph.Text;
        if (
            Openings.Any(o => text.StartsWith(o, StringComparison.Ordinal))
            || text.Length < 16 && text.StartsWith("Phụ lục", StringComparison.Ordinal)
        )
            return true;
        return appendix && text.Length < 60 && char.IsUpper(text[0]) && Labels.AnyStarts(Folding.Of(text));
    }
}
