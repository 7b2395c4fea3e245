using System.Text;
using ThiDua.Plans.Reading.Citing;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Structure;

/// <summary>Puts lines that were broken in mid-sentence together again, over page breaks too.</summary>
internal static class Paragraphs
{
    // No real paragraph is longer; what is, is parted, so that the work on one paragraph stays bounded.
    private const int Longest = 20_000;

    private static readonly WordSet Dangling = Vocabulary.Words("structure/dangling-words");

    private static readonly WordSet Halves = Vocabulary.Words("structure/half-words");

    private static readonly WordSet Counting = Vocabulary.Words("structure/words-before-numbers");

    public static List<Paragraph> Join(IReadOnlyList<SourceLine> lines, int from, int to)
    {
        var wrap = WrapWidth(lines, from, to);
        var parted = IsParted(lines, from, to);
        var result = new List<Paragraph>();
        var open = new Opening();
        var blank = false;
        for (var i = from; i < to; i++)
        {
            var text = lines[i].Text.Trim();
            if (text.Length == 0 || IsRule(text))
            {
                blank = true;
                continue;
            }
            var marker = lines[i].Row is { Borderless: false } ? Marker.None : MarkerReader.Read(text);
            if (text.Length > Longest)
            {
                open.Close(result);
                foreach (var piece in Pieces(text))
                {
                    open.Start(piece, i + 1, lines[i], piece.Length == 0 ? Marker.None : MarkerReader.Read(piece));
                    open.Close(result);
                }
                blank = false;
                continue;
            }
            if (
                open.First is not null
                && open.Length < Longest
                && (RestOfWord(open, text, marker, blank) || Continues(open, lines[i], text, marker, blank, parted ? 0 : wrap))
            )
                open.Append(text, i + 1, lines[i]);
            else
            {
                open.Close(result);
                open.Start(text, i + 1, lines[i], marker);
            }
            blank = false;
        }
        open.Close(result);
        return result;
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

    // "II. PHẠM" / "VI, ĐỐI TƯỢNG", "ĐẠI HỘI LẦN THỨ" / "IV CỦA ĐẢNG": no part of its own.
    private static bool RestOfWord(Opening open, string text, Marker marker, bool blank) =>
        !blank
        && marker is { Kind: MarkerKind.Roman, Numbers.Length: 1 }
        && (text[marker.Label.Length] is ',' || text[marker.Label.Length] is ' ' && LastWord(open.LastText) is "thu" or "khoa")
        && AllCaps(open.LastText)
        && open.LastText.Length > 3;

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

    private static bool Continues(Opening open, SourceLine line, string text, Marker marker, bool blank, int wrap)
    {
        var first = open.First!;
        if (IsCell(line) || IsCell(first) || line.Label is not null)
            return false;
        var last = open.LastText;
        var dangles = Dangles(last);
        // "Văn phòng" / "– Thống kê xã": a dash that only happens to open a line of an unfinished sentence.
        if (
            marker.Kind is MarkerKind.Bullet
            && !blank
            && !open.Marker.Numbered
            && !EndsSentence(last)
            && last.Length >= wrap * 8 / 10
            && text[0] is '–' or '-'
            && char.IsUpper(text[Math.Min(marker.End, text.Length - 1)])
            && open.Plain(text[0])
        )
            return true;
        // "Nghị quyết số" / "57-NQ/TW", "bình quân 05" / "- 06%/năm".
        if (
            !blank
            && (
                AwaitsNumber(last) && Symbols.At(text, 0) is not null
                || marker.Kind is MarkerKind.Bullet
                    && char.IsAsciiDigit(last[^1])
                    && marker.End < text.Length
                    && char.IsAsciiDigit(text[marker.End])
                    && !open.Marker.Numbered
            )
        )
            return true;
        if (marker.Kind is not MarkerKind.None)
            return !blank
                && (
                    marker.Kind is MarkerKind.Arabic or MarkerKind.Letter
                    || marker.Kind is MarkerKind.Roman && (marker.End >= text.Length || char.IsLower(text[marker.End]))
                )
                && open.Marker.Kind is not MarkerKind.Article
                && AwaitsNumber(last)
                && !line.Bold
                && line.HeadingLevel == 0
                && (last.Length >= wrap * 7 / 10 || marker.End > 1 && text.IndexOf(':', 0, marker.End) > 0);
        if (!blank && open.Marker.Numbered && open.Marker.End >= open.Length && open.Marker.Kind is not MarkerKind.Article)
            return true;
        // "Căn cứ Điều" / "2 Luật …".
        if (!blank && char.IsAsciiDigit(text[0]) && AwaitsNumber(last) && line.HeadingLevel == 0)
            return true;
        if (line.HeadingLevel > 0 && line.HeadingLevel != first.HeadingLevel)
            return false;
        if (EndsSentence(last) && !OpensBracket(last) || StartsOwn(text) || last[^1] is ')' && open.Bracketed)
            return false;
        if (char.IsLower(text[0]) && !open.Caption)
            return true;
        if (first.Bold != line.Bold && (first.Bold || line.Bold))
            return false;
        if (first.Bold && line.Bold)
            return !blank && (dangles || AllCaps(text) == AllCaps(last)) && first.HeadingLevel == line.HeadingLevel;
        if (last[^1] is '≥' or '≤' or '<' or '>' or '=')
            return true;
        if (wrap == 0 && !blank)
            return true;
        // A heading in capitals ends where small letters begin, any heading where a blank line stands, whatever its last word.
        if (open.Marker.Numbered && last[^1] is not ',' && (AllCaps(last) && !AllCaps(text) || blank && last.Length < 160))
            return false;
        // "5. Sở Thông tin và Truyền thông" / "Chủ trì …": half a word by itself, and the end of many a name.
        if (
            open.Marker.Numbered
            && char.IsUpper(text[0])
            && last.Length + 1 + FirstWord(text) < wrap * 6 / 10
            && Halves.Has(LastWord(last))
        )
            return false;
        if (last[^1] is ',' or '(' or '/' or '-' || dangles && !(blank && AllCaps(last) && !AllCaps(text)))
            return true;
        // A heading's line that had room for the next word was not broken by wrapping: it ends there.
        if (open.Marker.Numbered && (blank || last.Length + 1 + FirstWord(text) < wrap - 5))
            return false;
        return last.Length >= wrap * 7 / 10 && (!blank || (!AllCaps(text) && last.Length >= 60));
    }

    // A frame of one cell around a page's text is no table.
    private static bool IsCell(SourceLine line) => line.Row is { } row && !(row.Borderless && row.Cells.Count == 1);

    private static int FirstWord(string text) => text.IndexOf(' ') is > 0 and var space ? space : text.Length;

    // "… (năm trước:" / "09 vụ)": a colon within brackets ends nothing.
    private static bool OpensBracket(string text) =>
        text[^1] is ':' or ';' && text.LastIndexOf('(') is >= 0 and var open && text.IndexOf(')', open) < 0 && text.Length - open < 60;

    private static bool EndsSentence(string text)
    {
        var end = text.Length - 1;
        while (end > 0 && text[end] is '"' or '”' or ')' or '’' or ' ')
            end--;
        return text[end] is '.' or ';' or ':' or '!' or '?';
    }

    // Lines that open a part of their own, whatever stands before them.
    private static bool StartsOwn(string text)
    {
        if (text.Length < 6)
            return text is "TT" or "STT";
        var folded = Folding.Of(text.Length > 24 ? text[..24] : text);
        return folded.StartsWith("noi nhan", StringComparison.Ordinal)
            || folded.StartsWith("can cu ", StringComparison.Ordinal) && char.IsUpper(text[0])
            || (folded.StartsWith("phu luc", StringComparison.Ordinal) || folded.StartsWith("mau so", StringComparison.Ordinal))
                && char.IsUpper(text[0])
            || folded.StartsWith("tren day la", StringComparison.Ordinal) && char.IsUpper(text[0]);
    }

    private static bool Dangles(string text) => LastWord(text) is var word && (Dangling.Has(word) || Halves.Has(word));

    // "… theo khoản" / "2 Điều 5": what looks like a mark is the figure that the line before asks for.
    private static bool AwaitsNumber(string text) => Counting.Has(LastWord(text));

    private static string LastWord(string text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        return Folding.Of(text[start..]);
    }

    private static bool AllCaps(string text)
    {
        foreach (var c in text)
            if (char.IsLower(c))
                return false;
        return true;
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

    private sealed class Opening
    {
        private readonly StringBuilder _text = new();
        private readonly List<(int, int)> _breaks = [];
        private int _line;
        private bool _allBold;

        public SourceLine? First { get; private set; }
        public int Length => _text.Length;
        public Marker Marker { get; private set; }
        public string LastText { get; private set; } = "";

        /// <summary>It opened with a bracket: "(Kèm theo Quyết định …)".</summary>
        public bool Bracketed => _text.Length > 0 && _text[0] is '(';

        /// <summary>A heading in capitals or bold: a lower-case line below it is not its end.</summary>
        public bool Caption => Marker.Kind is MarkerKind.Roman or MarkerKind.Upper && AllCaps(LastText) && LastText.Length > 3;

        /// <summary>The paragraph does not itself open with this bullet.</summary>
        public bool Plain(char bullet) => Marker.Kind is not MarkerKind.Bullet || Marker.Label[0] != bullet;

        public void Start(string text, int number, SourceLine line, Marker marker)
        {
            _text.Clear().Append(text);
            _breaks.Clear();
            _line = number;
            _allBold = line.Bold;
            First = line;
            Marker = marker;
            LastText = text;
        }

        public void Append(string text, int number, SourceLine line)
        {
            // "KH-" + "UBND": a symbol broken at its dash or stroke.
            if (!(LastText[^1] is '-' or '/' && LastText.Length > 1 && char.IsLetterOrDigit(LastText[^2])))
                _text.Append(' ');
            _breaks.Add((_text.Length, number));
            _text.Append(text);
            _allBold &= line.Bold;
            LastText = text;
        }

        public void Close(List<Paragraph> into)
        {
            if (First is null)
                return;
            into.Add(new Paragraph(_breaks.Count == 0 ? LastText : _text.ToString(), _line, [.. _breaks], First, Marker, _allBold));
            First = null;
        }
    }
}
