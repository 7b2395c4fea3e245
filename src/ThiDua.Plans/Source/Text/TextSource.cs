using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Text;

/// <summary>Plain text and Markdown: the lines of the text form are the lines of the file.</summary>
internal static class TextSource
{
    public static SourceDocument Read(
        string text,
        string fileName,
        ReadLimits limits,
        List<Warning> warnings,
        CancellationToken cancellationToken
    )
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        var markdown = extension is ".md" or ".markdown" || MarkdownLine.LooksLikeMarkdown(text);
        if (markdown)
            text = TemplateHeader.Printed(text) ?? FrontMatter.Blanked(text);
        var lines = new LineBudget(limits);
        var builder = new LineBuilder();
        var tables = new MarkdownTables();
        var pos = 0;
        while (pos <= text.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (end, next) = LineEnd(text, pos);
            var raw = text[pos..end];
            lines.Add(
                !markdown
                    ? IsPageNumber(raw, text, next)
                        ? SourceLine.Empty
                        : Plain(raw)
                    : tables.TryRow(raw, text, next, builder) ?? MarkdownLine.Parse(raw, builder)
            );
            pos = next;
        }
        DropLastIfEmpty(lines.Lines);
        PageNumbers.Drop(lines.Lines);
        if (markdown)
            BrokenTables.Join(lines.Lines);
        return new SourceDocument(markdown ? "md" : "txt", lines.Lines, warnings);
    }

    // "\f2" at the head of a page, or a number alone at its foot: what a converter left of the pages.
    private static bool IsPageNumber(string raw, string text, int next)
    {
        var number = raw.AsSpan().Trim();
        if (number.Length is 0 or > 3 || number.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }
        return raw.Contains('\f') || text.AsSpan(Math.Min(next, text.Length)).TrimStart(" \r\n").StartsWith("\f");
    }

    private static SourceLine Plain(string raw)
    {
        var text = Clean.Line(raw).Trim();
        return text.Length == 0 ? SourceLine.Empty : new SourceLine(text);
    }

    internal static (int End, int Next) LineEnd(string text, int pos)
    {
        var n = text.AsSpan(pos).IndexOfAny('\n', '\r');
        if (n < 0)
        {
            return (text.Length, text.Length + 1);
        }
        var end = pos + n;
        return (end, text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1);
    }

    // A file that ends with a line feed has no further line after it.
    private static void DropLastIfEmpty(List<SourceLine> lines)
    {
        if (lines.Count > 1 && lines[^1].Text.Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }
    }
}
