using System.Globalization;
using System.Text;

namespace ThiDua.Plans.Source.Text;

/// <summary>
/// Our own papers as Markdown have a header of <c>key: value</c> lines (docs/packs.md, "Report templates"). Its text form
/// is what the printed document says: letterhead, title and bases above the body, recipients and signer below.
/// </summary>
internal static class TemplateHeader
{
    private const int LongestHeader = 300;

    /// <summary>The printed form; null for a text without such a header.</summary>
    public static string? Printed(string text)
    {
        var lines = text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].Trim() != "---")
            return null;
        var end = Array.FindIndex(lines, 1, Math.Min(lines.Length - 1, LongestHeader), l => l.Trim() == "---");
        if (end < 0 || Entries(lines[1..end]) is not { } entries || !entries.ContainsKey("organ") || !entries.ContainsKey("subject"))
            return null;
        var printed = new StringBuilder();
        foreach (var line in Head(entries))
            printed.Append(line).Append("\n\n");
        printed.AppendJoin('\n', lines[(end + 1)..]).Append("\n\n");
        foreach (var line in Foot(entries))
            printed.Append(line).Append("\n\n");
        return printed.ToString();
    }

    private static Dictionary<string, List<string>> Entries(string[] lines)
    {
        var entries = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? open = null;
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                open?.Add(line[2..].Trim());
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                continue;
            open = [];
            if (line[(colon + 1)..].Trim() is { Length: > 0 } value)
                open.Add(value);
            entries[line[..colon].Trim()] = open;
        }
        return entries;
    }

    private static IEnumerable<string> Head(Dictionary<string, List<string>> e)
    {
        foreach (var organ in All(e, "superior").Concat(All(e, "organ")))
            yield return Upper(organ);
        var number = int.TryParse(One(e, "number"), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n.ToString("00", CultureInfo.InvariantCulture)
            : "";
        yield return $"Số: {number}/{One(e, "symbol")}";
        yield return $"{One(e, "place")}, {Date(One(e, "date"))}";
        if (One(e, "type") is { Length: > 0 } type)
            yield return $"**{Upper(type)}**";
        yield return One(e, "type") is { Length: > 0 } ? $"**{One(e, "subject")}**" : "V/v " + One(e, "subject");
        var bases = All(e, "bases");
        for (var i = 0; i < bases.Count; i++)
            yield return bases[i].TrimEnd(';', '.') + (i < bases.Count - 1 ? ";" : ".");
    }

    private static IEnumerable<string> Foot(Dictionary<string, List<string>> e)
    {
        var recipients = All(e, "recipients");
        if (recipients.Count > 0)
            yield return "**Nơi nhận:**";
        for (var i = 0; i < recipients.Count; i++)
            yield return $"- {recipients[i]}{(i < recipients.Count - 1 ? ";" : ".")}";
        foreach (var key in new[] { "authority", "for", "title", "other_title" })
            if (One(e, key) is { Length: > 0 } line)
                yield return $"**{Upper(line)}**";
        if (One(e, "name") is { Length: > 0 } name)
            yield return $"**{name}**";
    }

    private static string Date(string iso)
    {
        var parts = iso.Split('-');
        var (year, month, day) = (parts[0], parts.Length > 1 ? parts[1].TrimStart('0') : "", parts.Length > 2 ? parts[2] : "");
        return $"ngày {day} tháng {(month is "1" or "2" ? "0" + month : month)} năm {year}";
    }

    private static string One(Dictionary<string, List<string>> e, string key) => All(e, key).FirstOrDefault() ?? "";

    private static List<string> All(Dictionary<string, List<string>> e, string key) => e.GetValueOrDefault(key) ?? [];

    private static string Upper(string text) => text.ToUpperInvariant();
}
