using ThiDua.Plans.Reading.Scans;

namespace ThiDua.Plans.Reading.Structure;

/// <summary>The title of a section, and where in its heading's paragraph the section's own text begins.</summary>
internal static class Titles
{
    private const int Longest = 240;

    public static (Excerpt Title, int BodyStart) Of(Paragraph heading, Paragraph? next)
    {
        var text = heading.Text;
        var start = heading.Marker.End;
        if (start >= text.Length)
            return (next is { Row: null } && !next.Marker.Numbered ? Trim(next.Text, 0, next.Text.Length) : "", text.Length);
        if (!heading.Bold && heading.BoldLead is { } lead && LeadEnd(text, start, lead) is { } end)
            return (Trim(text, start, end), end);
        if (heading.Bold || heading.Level > 0)
            return (Trim(text, start, text.Length), text.Length);
        var cut = Cut(text, start);
        return (Trim(text, start, cut), Body(text, start, cut));
    }

    // "**5. Các trường trên địa bàn xã:** Tiếp tục …": the bold beginning is the title, if it holds more than the mark.
    private static int? LeadEnd(string text, int start, string lead)
    {
        var end =
            text.StartsWith(lead, StringComparison.Ordinal) ? lead.Length
            : text.AsSpan(start).StartsWith(lead, StringComparison.Ordinal) ? start + lead.Length
            : -1;
        return end > start + 1 && end <= text.Length ? end : null;
    }

    private static int Body(string text, int start, int cut) =>
        cut < text.Length && text[cut] is ':' or '.' && cut - start < 160 ? cut : start;

    private static int Cut(string text, int start)
    {
        var limit = Math.Min(text.Length, start + Longest);
        for (var i = start; i < limit; i++)
        {
            if (text[i] is ':')
                return i;
            // "Ông. Trần …", "TS. Lê …": what is that short is an address.
            if (text[i] is '.' or ';' && i > start + 4 && (i + 1 == text.Length || text[i + 1] is ' '))
                return i;
        }
        if (limit == text.Length)
            return limit;
        var space = text.LastIndexOf(' ', limit - 1, limit - start);
        return space > start ? space : limit;
    }

    private static Excerpt Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ':' or '.' or ';' or ',' or '/'))
            end--;
        return OcrSlips.Names(new Excerpt(text, start, end - start));
    }
}
