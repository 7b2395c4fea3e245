using ThiDua.Plans.Reading.Tasks;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Foot;

/// <summary>
/// What a site prints below a document: links to other documents, forms, its own data. It cites what the document does not.
/// </summary>
internal static class SiteTail
{
    private static readonly FoldedTexts Openings = Vocabulary.Folded("foot/site-tails");

    /// <summary>
    /// 0-based index of its first line at or after <paramref name="from"/>, which stands below the document's signature;
    /// the number of lines without one.
    /// </summary>
    public static int Start(IReadOnlyList<SourceLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            var text = lines[i].Text.Trim();
            if (text.Length is < 5 or > 60 || lines[i].Row is { Borderless: false } || text[^1] is ';' or ',')
                continue;
            var folded = Folding.Of(text);
            if (Openings.AnyStarts(folded))
                return i;
        }
        return lines.Count;
    }
}
