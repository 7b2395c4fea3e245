using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Html;

/// <summary>What is a web page, and what its blanks are.</summary>
internal static class HtmlText
{
    public static bool IsPage(string text, string fileName)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096));
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (!head.TrimStart().StartsWith("<"))
        {
            return extension is ".html" or ".htm" or ".xhtml" && (Has(head, "</p>") || Has(head, "<br") || Has(head, "</div>"));
        }
        if (Has(head, "<html") || Has(head, "<!doctype html") || Has(head, "<body"))
        {
            return true;
        }
        return extension is not (".md" or ".markdown" or ".txt")
            && (Has(head, "<p") || Has(head, "<div") || Has(head, "<table") || Has(head, "<h1"));

        static bool Has(ReadOnlySpan<char> head, string tag) => head.Contains(tag, StringComparison.OrdinalIgnoreCase);
    }

    // Blanks and line ends of the source are one blank on the page; a line feed in the builder is a line break.
    public static string Blanks(string text, LineBuilder line)
    {
        if (
            text.AsSpan().IndexOfAny("\r\n\t\f") < 0
            && !text.Contains("  ", StringComparison.Ordinal)
            && !(text.StartsWith(' ') && EndsBlank(line))
        )
        {
            return text;
        }
        var sb = new System.Text.StringBuilder(text.Length);
        var blank = EndsBlank(line);
        foreach (var c in text)
        {
            var isBlank = c is ' ' or '\r' or '\n' or '\t' or '\f';
            if (!isBlank || !blank)
            {
                sb.Append(isBlank ? ' ' : c);
            }
            blank = isBlank;
        }
        return sb.ToString();
    }

    private static bool EndsBlank(LineBuilder line) => line.Length == 0 || line[line.Length - 1] is ' ' or '\n';
}
