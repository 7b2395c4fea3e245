using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Head;

/// <summary>
/// The pieces of a letterhead as they were meant: two columns on one line apart, and what line breaks made of one piece
/// ("ỦY" / "BAN NHÂN DÂN", "Tây Ninh, ngày" / "02 tháng 3 năm 2026") together.
/// </summary>
internal static class HeadCells
{
    // Fixed wording that is never broken but by the width of a column.
    private static readonly string[][] Fixed = [.. Vocabulary.Entries("head/unbroken-names").Select(n => Folding.Of(n).Split(' '))];

    private static readonly FoldedTexts Labels = Vocabulary.Folded("head/site-labels");

    private const int Reach = 4;

    /// <summary>Pieces of the lines from <paramref name="from"/> to <paramref name="to"/> (not included), each with its line.</summary>
    public static List<(string Text, int Line)> Of(IReadOnlyList<SourceLine> lines, int from, int to)
    {
        var cells = new List<(string Text, int Line)>();
        for (var i = from; i < to; i++)
        {
            if (IsData(lines[i].Text))
                continue;
            foreach (var piece in Pieces(lines[i]))
            {
                var text = piece.Trim(' ', '*', '\t', '\u00A0', '|');
                if (text.Length > 0 && !Paragraphs.IsRule(text) && !Joined(cells, text, i))
                    cells.Add((text, i));
            }
        }
        return cells;
    }

    public static bool IsData(string line)
    {
        var folded = Folding.Of(line.TrimStart(' ', '|', '-', '*'));
        return Labels.AnyStarts(folded);
    }

    // A layout table comes as one line a paragraph; only a ruled row is a line of its own.
    private static IEnumerable<string> Pieces(SourceLine line) =>
        (
            line.Row is { Borderless: false } row ? row.Cells.SelectMany(c => c.Split('\n')) : line.Text.Split('|').SelectMany(Gaps)
        ).SelectMany(Seams);

    // A cell whose lines were run together: the number begins, the state's name and motto end a line.
    private static IEnumerable<string> Seams(string text)
    {
        if (text.Length is < 30 or > 400)
            return [text];
        foreach (var end in Ends)
            if (text.IndexOf(end, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && at + end.Length < text.Length)
                return Seams(text[..(at + end.Length)]).Concat(Seams(text[(at + end.Length)..]));
        return text.IndexOf(" Số:", StringComparison.Ordinal) is > 0 and var number && !text[..number].Any(char.IsLower)
            ? [text[..number], text[number..]]
            : [text];
    }

    private static readonly IReadOnlyList<string> Ends = Vocabulary.Entries("head/line-ends");

    private static IEnumerable<string> Gaps(string text)
    {
        var start = 0;
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] is not (' ' or '\t') || text[i + 1] is not ' ' || text[i + 2] is not ' ')
                continue;
            var end = i;
            while (i < text.Length && text[i] is ' ' or '\t')
                i++;
            if (i >= text.Length || IsBlankToFill(text[start..end], text[i..]))
                continue;
            yield return text[start..end];
            start = i;
        }
        yield return text[start..];
    }

    // "Số:      /KH-UBND", "ngày     tháng 4": room for the pen, not the gap between columns.
    private static bool IsBlankToFill(string before, string after)
    {
        var last = Folding.Of(before);
        return after[0] is '/' or '-' or '–'
            || last.EndsWith(':')
            || last.EndsWith("ngay", StringComparison.Ordinal)
            || last.EndsWith("thang", StringComparison.Ordinal)
            || last.EndsWith("nam", StringComparison.Ordinal) && char.IsAsciiDigit(after[0]);
    }

    private static bool Joined(List<(string Text, int Line)> cells, string text, int line)
    {
        for (var i = cells.Count - 1; i >= 0 && i >= cells.Count - Reach; i--)
        {
            var before = cells[i];
            if (
                before.Line == line
                || !(GoesOn(before.Text, text) || AwaitsDate(before.Text, text) || i == cells.Count - 1 && IsPlace(before.Text, text))
            )
                continue;
            cells[i] = (before.Text + " " + text, before.Line);
            return true;
        }
        return false;
    }

    private static bool GoesOn(string before, string text)
    {
        if (before.Any(char.IsLower) || text.Any(char.IsLower))
            return false;
        var left = Folding.Of(before).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var right = Folding.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var phrase in Fixed)
            for (var cut = Math.Min(left.Length, phrase.Length - 1); cut > 0; cut--)
            {
                var rest = phrase.AsSpan(cut);
                var shared = Math.Min(rest.Length, right.Length);
                if (
                    left.AsSpan(left.Length - cut).SequenceEqual(phrase.AsSpan(0, cut))
                    && right.AsSpan(0, shared).SequenceEqual(rest[..shared])
                )
                    return true;
            }
        return false;
    }

    private static bool AwaitsDate(string before, string text)
    {
        if (text.Length > 40)
            return false;
        var folded = Folding.Of(before);
        var next = Folding.Of(text);
        if (folded.EndsWith(',') && folded.Length < 30 && next.StartsWith("ngay ", StringComparison.Ordinal))
            return true;
        var at = folded.LastIndexOf("ngay", StringComparison.Ordinal);
        if (at < 0 || WrittenDates.At(folded, at) is { Year: not null })
            return false;
        return char.IsAsciiDigit(next[0])
            || next.StartsWith("thang ", StringComparison.Ordinal)
            || next.StartsWith("nam ", StringComparison.Ordinal);
    }

    // "Khánh" / "Hòa, ngày 17 tháng 8 năm 2017", "Thành phố Hồ Chí" / "Minh, ngày …".
    private static bool IsPlace(string before, string text) =>
        before.Length is > 1 and < 22
        && Array.TrueForAll(before.Split(' '), w => w is "phố" || w.Length > 0 && char.IsUpper(w[0]) && w[1..].All(char.IsLower))
        && text.IndexOf(',') is > 0 and var comma
        && comma < 12
        && char.IsUpper(text[0])
        && Folding.Of(text[comma..]).StartsWith(", ngay", StringComparison.Ordinal);
}
