using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Structure;

/// <summary>Puts lines that were broken in mid-sentence together again, over page breaks too.</summary>
internal static class Paragraphs
{
    // No real paragraph is longer; what is, is parted, so that the work on one paragraph stays bounded.
    private const int Longest = 20_000;

    public static List<Paragraph> Join(IReadOnlyList<SourceLine> lines, int from, int to)
    {
        var wrap = IsParted(lines, from, to) ? 0 : WrapWidth(lines, from, to);
        var result = new List<Paragraph>();
        var open = new OpenParagraph();
        var blank = false;
        for (var i = from; i < to; i++)
        {
            var text = lines[i].Text.Trim();
            if (text.Length == 0 || IsRule(text))
            {
                blank = true;
                continue;
            }
            if (text.Length > Longest)
                AddPieces(open, text, i + 1, lines[i], result);
            else
                Add(open, text, i + 1, lines[i], blank, wrap, result);
            blank = false;
        }
        open.Close(result);
        return result;
    }

    private static void Add(OpenParagraph open, string text, int number, SourceLine line, bool blank, int wrap, List<Paragraph> result)
    {
        var marker = line.Row is { Borderless: false } ? Marker.None : MarkerReader.Read(text);
        if (open.First is not null && open.Length < Longest && LineJoining.Continues(open, line, marker, blank, wrap))
        {
            open.Append(text, number, line);
            return;
        }
        open.Close(result);
        open.Start(text, number, line, marker);
    }

    private static void AddPieces(OpenParagraph open, string text, int number, SourceLine line, List<Paragraph> result)
    {
        open.Close(result);
        foreach (var piece in Pieces(text))
        {
            open.Start(piece, number, line, MarkerReader.Read(piece));
            open.Close(result);
        }
    }

    private static IEnumerable<string> Pieces(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = Math.Min(text.Length, start + Longest);
            if (end < text.Length)
            {
                var stop = text.LastIndexOf(". ", end, end - start, StringComparison.Ordinal);
                if (stop <= start)
                    stop = text.LastIndexOf(' ', end - 1, end - start);
                if (stop > start)
                    end = stop + 1;
            }
            if (text[start..end].Trim() is { Length: > 0 } piece)
                yield return piece;
            start = end;
        }
    }

    public static bool IsRule(string text)
    {
        foreach (var c in text)
            if (c is not ('-' or '_' or '=' or '*' or '–' or '—' or ' ' or '.' or '|' or '~' or '─'))
                return false;
        return true;
    }

    // Every item stands behind a blank line, in a text that breaks its lines: what follows without one goes on.
    private static bool IsParted(IReadOnlyList<SourceLine> lines, int from, int to)
    {
        int items = 0,
            parted = 0,
            broken = 0;
        for (var i = from + 1; i < to && items < 400; i++)
        {
            var text = lines[i].Text.Trim();
            if (text.Length == 0 || lines[i].Row is not null)
                continue;
            var above = lines[i - 1].Text.Trim();
            var blank = above.Length == 0 || IsRule(above);
            var marker = MarkerReader.Read(text);
            if (marker.Numbered || marker.Kind is MarkerKind.Bullet && text.Length > marker.End)
            {
                items++;
                parted += blank ? 1 : 0;
            }
            else if (!blank && char.IsLower(text[0]))
                broken++;
        }
        return items >= 10 && parted * 20 >= items * 19 && broken * 2 >= items;
    }

    // How long a full line is: in wrapped text most lines are nearly as long as the longest; where a line is a whole
    // paragraph the width of a page is taken instead.
    private static int WrapWidth(IReadOnlyList<SourceLine> lines, int from, int to)
    {
        var lengths = new List<int>();
        for (var i = from; i < to && lengths.Count < 2000; i++)
            if (lines[i].Text.Length > 20)
                lengths.Add(lines[i].Text.Length);
        if (lengths.Count == 0)
            return 80;
        lengths.Sort();
        return Math.Clamp(lengths[lengths.Count * 9 / 10], 50, 110);
    }
}
