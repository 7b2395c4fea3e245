using System.Text;

namespace ThiDua.Plans.Source.Layout;

/// <summary>
/// Wide blanks within a line. Letterheads and signatures are often set in two columns with tabs or many blanks; elsewhere a tab is only a
/// blank. While a document is read, a tab stands for a wide gap; <see cref="Columns"/> resolves them all at the end.
/// </summary>
internal static class Gaps
{
    private const int WideBlank = 5;

    /// <summary>Every run of blanks as one space, or as one tab where it is wide.</summary>
    public static string Collapse(string text)
    {
        if (!text.Contains('\t') && !text.Contains("  ", StringComparison.Ordinal))
        {
            return text;
        }
        var sb = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            if (text[i] is not (' ' or '\t'))
            {
                sb.Append(text[i++]);
                continue;
            }
            var from = i;
            var wide = false;
            for (; i < text.Length && text[i] is ' ' or '\t'; i++)
            {
                wide |= text[i] == '\t';
            }
            sb.Append((wide || i - from >= WideBlank) && i < text.Length && !AfterLabel(sb) ? '\t' : ' ');
        }
        return sb.ToString().TrimEnd(' ');
    }

    // "1.⇥Mục đích", "-⇥Công an xã": the tab only sets off the label typed by hand.
    private static bool AfterLabel(StringBuilder before)
    {
        if (before.Length is 0 or > 7)
        {
            return false;
        }
        var last = before[before.Length - 1];
        return before.Length == 1 ? last is '-' or '+' or '*' or '•' or '–' : last is '.' or ')' or '/';
    }

    public static string Plain(string text) => text.Contains('\t') ? text.Replace('\t', ' ').Trim() : text;
}
