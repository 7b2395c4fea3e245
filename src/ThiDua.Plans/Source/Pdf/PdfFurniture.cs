namespace ThiDua.Plans.Source.Pdf;

/// <summary>Page numbers and running heads, which are no text of the document.</summary>
internal static class PdfFurniture
{
    public static void Remove(List<List<PdfLine>> pages)
    {
        foreach (var page in pages)
        {
            while (page.Count > 0 && IsPageNumber(page[0].Text))
            {
                page.RemoveAt(0);
            }
            while (page.Count > 0 && IsPageNumber(page[^1].Text))
            {
                page.RemoveAt(page.Count - 1);
            }
        }
        RemoveRunning(pages, p => 0);
        RemoveRunning(pages, p => p.Count - 1);
    }

    // The same line, but for its figures, first or last on most pages.
    private static void RemoveRunning(List<List<PdfLine>> pages, Func<List<PdfLine>, int> at)
    {
        for (var round = 0; round < 3 && pages.Count >= 3; round++)
        {
            var most = pages
                .Where(p => p.Count > 2 && IsApart(p, at(p)))
                .GroupBy(p => Shape(p[at(p)].Text))
                .OrderByDescending(g => g.Count())
                .FirstOrDefault();
            if (most is null || most.Count() < 3 || most.Count() * 2 < pages.Count || most.Key.Length == 0)
            {
                return;
            }
            // A secrecy stamp that runs on every page stays where it is first seen: the document is refused by it.
            var stamped = SecrecyMark.IsStamp(most.First()[at(most.First())].Text);
            foreach (var page in most.Skip(stamped ? 1 : 0).ToList())
            {
                page.RemoveAt(at(page));
            }
            if (stamped)
            {
                return;
            }
        }
    }

    // A running head stands off from the text, or is printed smaller.
    private static bool IsApart(List<PdfLine> page, int at)
    {
        var step = Enumerable
            .Range(1, page.Count - 1)
            .Select(i => page[i - 1].Base - page[i].Base)
            .Where(s => s > 2)
            .DefaultIfEmpty(0)
            .Min();
        var beside = page[at == 0 ? 1 : at - 1];
        return Math.Abs(page[at].Base - beside.Base) > 1.3 * step || page[at].Size < 0.9 * beside.Size;
    }

    private static string Shape(string text) => string.Concat(text.Where(c => !char.IsDigit(c) && !char.IsWhiteSpace(c)));

    /// <summary>"3", "- 3 -", "Trang 3/12".</summary>
    internal static bool IsPageNumber(string text)
    {
        text = text.Trim();
        if (text.Length > 16)
        {
            return false;
        }
        var rest = text.Replace("Trang", "", StringComparison.OrdinalIgnoreCase);
        return rest.Any(char.IsAsciiDigit)
            && rest.Count(char.IsAsciiDigit) <= 8
            && rest.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '–' or '/' or '|')
            && !(rest.Contains('/') && rest.Count(c => c == '/') > 1);
    }
}
