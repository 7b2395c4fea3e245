using System.Text.RegularExpressions;

namespace ThiDua.Paper.Markdown;

/// <summary>Headings are known by their label, as the Annex numbers them; the count of # only marks a line as a heading.</summary>
internal static partial class HeadingForm
{
    public const string Expected =
        "Đề mục phải có số thứ tự: “Phần I. …”, “Chương I. …”, “Mục 1. …”, “Điều 1. …”, “I. …”, “1. …”, “1.1. …” hoặc “a) …”.";

    public static HeadingBlock? Of(string text)
    {
        var plain = Unbold(text.Trim());
        foreach (var (pattern, kind) in Forms)
        {
            var match = pattern.Match(plain);
            if (!match.Success)
                continue;
            var label = Regex.Replace(match.Groups["label"].Value, @"\s+", " ");
            var title = plain[match.Length..].Trim();
            if (kind is HeadingKind.Part or HeadingKind.Chapter or HeadingKind.Section or HeadingKind.Subsection)
                label = label.TrimEnd('.', ':');
            else if (!label.EndsWith('.') && !label.EndsWith(')'))
                label += ".";
            return new(kind, label, Inlines.Read(title));
        }
        return null;
    }

    // "## **2. Chỉ tiêu**" and "## **2.** Chỉ tiêu" say what "## 2. Chỉ tiêu" says: a heading is bold anyway.
    private static string Unbold(string text)
    {
        if (!text.StartsWith("**", StringComparison.Ordinal))
            return text;
        var close = text.IndexOf("**", 2, StringComparison.Ordinal);
        return close < 0 ? text[2..] : text[2..close] + text[(close + 2)..];
    }

    /// <summary>"Phụ lục", with its Roman number and name.</summary>
    public static (string? Label, string? Title)? Appendix(string text)
    {
        var match = AppendixLine().Match(text.Trim());
        if (!match.Success)
            return null;
        string? Group(string name) => match.Groups[name].Value is { Length: > 0 } v ? v.Trim() : null;
        return (Group("label"), Group("title"));
    }

    private static readonly (Regex Pattern, HeadingKind Kind)[] Forms =
    [
        (Part(), HeadingKind.Part),
        (Chapter(), HeadingKind.Chapter),
        (Section(), HeadingKind.Section),
        (Subsection(), HeadingKind.Subsection),
        (Article(), HeadingKind.Article),
        (Roman(), HeadingKind.Roman),
        (SubClause(), HeadingKind.SubClause),
        (Clause(), HeadingKind.Clause),
        (Point(), HeadingKind.Point),
    ];

    [GeneratedRegex(@"^(?<label>Phần\s+(?:[IVXLC]+|thứ \p{Ll}+))\b[.:]?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?<label>Chương\s+[IVXLC]+)\b[.:]?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^(?<label>Mục\s+\d+)\b[.:]?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Section();

    [GeneratedRegex(@"^(?<label>Tiểu mục\s+\d+)\b[.:]?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Subsection();

    [GeneratedRegex(@"^(?<label>Điều\s+\d+\p{Ll}?)\b[.:]?\s*")]
    private static partial Regex Article();

    [GeneratedRegex(@"^(?<label>[IVXLC]+\.)\s+")]
    private static partial Regex Roman();

    [GeneratedRegex(@"^(?<label>\d+(?:\.\d+)+\.?)\s+")]
    private static partial Regex SubClause();

    [GeneratedRegex(@"^(?<label>\d+\.)\s+")]
    private static partial Regex Clause();

    [GeneratedRegex(@"^(?<label>[a-zđ]\))\s+")]
    private static partial Regex Point();

    [GeneratedRegex(@"^Phụ lục(?:\s+(?<label>[IVXLC]+)\b)?[.:]?\s*(?<title>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex AppendixLine();
}
