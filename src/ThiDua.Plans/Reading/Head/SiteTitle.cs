using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Head;

/// <summary>The title that a site prints above a document whose own was lost.</summary>
internal static class SiteTitle
{
    /// <summary>
    /// Sites head a document with its type, symbol and subject in one line: all that is left where its own title was lost.
    /// </summary>
    public static (string Title, int Line)? In(IReadOnlyList<SourceLine> lines, string own)
    {
        for (var i = 0; i < Math.Min(lines.Count, HeadLines.Deepest); i++)
        {
            var text = lines[i].Text;
            var at = text.IndexOf(own, StringComparison.Ordinal);
            if (
                at is < 4 or > 40
                || text.Length - at - own.Length < 20
                || DocumentKinds.OfTypeLine(text[..at].Trim().ToUpperInvariant()) is null
            )
                continue;
            var rest = text[(at + own.Length)..].Trim();
            if (WrittenDates.At(Folding.Of(rest), 0) is { } year)
                rest = rest[year.End..].Trim();
            var by = rest.LastIndexOf(" do ", StringComparison.Ordinal);
            return (by > 0 && rest.EndsWith(" ban hành", StringComparison.Ordinal) ? rest[..by] : rest, i);
        }
        return null;
    }
}
