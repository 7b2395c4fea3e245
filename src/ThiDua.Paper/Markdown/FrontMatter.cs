namespace ThiDua.Paper.Markdown;

/// <param name="Values">One text, or the items of a list.</param>
internal sealed record HeaderEntry(int Line, IReadOnlyList<string> Values);

/// <summary>
/// The header of a text: <c>key: value</c>, or <c>key:</c> followed by lines <c>- item</c>. Values are taken as they stand
/// after the first colon, so that a title may hold any mark; quotes around a whole value are dropped.
/// </summary>
internal sealed record FrontMatter(IReadOnlyDictionary<string, HeaderEntry> Entries, string[] Body, int BodyLine)
{
    private static readonly HashSet<string> Keys =
    [
        "superior",
        "organ",
        "number",
        "symbol",
        "place",
        "date",
        "type",
        "subject",
        "to",
        "bases",
        "authority",
        "for",
        "title",
        "other_title",
        "name",
        "recipients",
        "urgency",
    ];

    /// <summary>Line of a key; where the body starts for what is no key.</summary>
    public int LineOf(string key) =>
        Entries.TryGetValue(key, out var e) ? e.Line
        : key == "body" ? BodyLine
        : 1;

    public static FrontMatter Read(string text, List<MarkdownError> errors)
    {
        var lines = text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n');
        var entries = new Dictionary<string, HeaderEntry>(StringComparer.Ordinal);
        var start = Array.FindIndex(lines, l => !string.IsNullOrWhiteSpace(l));
        if (start < 0 || lines[start].Trim() != "---")
        {
            errors.Add(new(Math.Max(1, start + 1), "Phần đầu văn bản phải bắt đầu bằng một dòng “---”."));
            return new(entries, lines, 1);
        }
        var end = Array.FindIndex(lines, start + 1, l => l.Trim() == "---");
        if (end < 0)
        {
            errors.Add(new(start + 1, "Phần đầu văn bản thiếu dòng “---” kết thúc."));
            return new(entries, [], lines.Length);
        }
        Entry? open = null;
        for (var i = start + 1; i < end; i++)
            open = Line(lines[i], i + 1, open, entries, errors);
        return new(entries, lines[(end + 1)..], end + 2);
    }

    private sealed record Entry(string Key, List<string> Items);

    private static Entry? Line(string line, int number, Entry? open, Dictionary<string, HeaderEntry> entries, List<MarkdownError> errors)
    {
        var text = line.Trim();
        // An empty item is what a template leaves of a value that is missing.
        if (text is "" or "-" || text[0] == '#')
            return open;
        if (text.StartsWith("- ", StringComparison.Ordinal))
        {
            if (open is null)
                errors.Add(new(number, "Dòng “- …” chỉ đứng dưới một mục chưa có nội dung, ví dụ “recipients:”."));
            else
                open.Items.Add(Unquote(text[2..]));
            return open;
        }
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            errors.Add(new(number, $"Không hiểu dòng “{Short(text)}”: cần dạng “mục: nội dung”."));
            return null;
        }
        var key = text[..colon].Trim();
        if (IsSecrecy(key))
        {
            errors.Add(new(number, Secrecy.Refusal));
            return null;
        }
        if (!Keys.Contains(key))
        {
            errors.Add(new(number, $"Không có mục “{Short(key)}”. Các mục: {string.Join(", ", Keys.Order(StringComparer.Ordinal))}."));
            return null;
        }
        var value = Unquote(text[(colon + 1)..]);
        var items = new List<string>();
        if (value.Length > 0)
            items.Add(value);
        if (!entries.TryAdd(key, new(number, items)))
            errors.Add(new(number, $"Mục “{key}” đã có ở dòng {entries[key].Line}."));
        return value.Length > 0 ? null : new(key, items);
    }

    private static bool IsSecrecy(string key) =>
        key.ToLowerInvariant() is "secrecy" or "secret" or "confidentiality" or "độ mật" or "do_mat";

    private static string Unquote(string value)
    {
        var text = value.Trim();
        return text.Length >= 2 && text[0] == text[^1] && text[0] is ('"' or '\'') ? text[1..^1] : text;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
