namespace ThiDua.Plans.Source.Text;

/// <summary>HTML within Markdown. "&lt;" also means "less than": only known tags and comments go.</summary>
internal static class MarkdownTags
{
    private static readonly string[] Known =
    [
        "br",
        "b",
        "strong",
        "i",
        "em",
        "u",
        "sup",
        "sub",
        "span",
        "div",
        "p",
        "center",
        "font",
        "table",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "img",
        "a",
        "s",
        "small",
        "hr",
    ];

    /// <summary>Length of the tag or comment at the beginning; 0 where none is.</summary>
    public static int Length(ReadOnlySpan<char> at)
    {
        if (at.StartsWith("<!--"))
        {
            var end = at.IndexOf("-->");
            return end < 0 ? at.Length : end + 3;
        }
        var start = at.Length > 1 && at[1] == '/' ? 2 : 1;
        var stop = at[..Math.Min(at.Length, 200)].IndexOf('>');
        if (stop < start)
        {
            return 0;
        }
        var name = at[start..stop];
        var cut = name.IndexOfAny(" /\t");
        name = cut >= 0 ? name[..cut] : name;
        foreach (var known in Known)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return stop + 1;
            }
        }
        return 0;
    }
}
