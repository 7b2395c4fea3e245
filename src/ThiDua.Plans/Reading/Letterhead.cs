using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading;

/// <summary>The top of a document: issuer, number and symbol, place and date, type and subject (Decree 30/2020, Annex I, boxes 2-5).</summary>
internal sealed class Letterhead
{
    private const int Deepest = 80;

    // The first words of a body's first paragraph.
    private static readonly string[] Openers = ["thuc hien ", "trien khai ", "theo ", "de ", "nham ", "phat huy ", "tiep tuc ", "trong ", "thoi gian qua", "xet ", "uy ban nhan dan ", "ubnd ", "ban chi dao ", "sau khi ", "tren co so ", "nam ", "ngay ", "hien nay", "ban thuong vu "];

    private readonly IReadOnlyList<SourceLine> _lines;
    private readonly Lexicon _lexicon;
    private readonly List<string> _issuer = [];
    private string? _number, _symbol, _place, _date, _kind, _title;
    private int _symbolLine;

    private Letterhead(IReadOnlyList<SourceLine> lines, Lexicon lexicon) => (_lines, _lexicon) = (lines, lexicon);

    public PlanHeader Header { get; private set; } = new(null, null, null, null, null, null, null, null);

    /// <summary>0-based index of the first line of the body.</summary>
    public int BodyStart { get; private set; }
    public string? OwnSymbol => _symbol is null ? null : _number is null ? null : _number + _mark + _symbol;
    private char _mark = '/';

    /// <summary>The subject, which may itself cite a document; null without one.</summary>
    public Paragraph? TitleParagraph => _title is null ? null : new(_title, [(0, _titleLine + 1)], _lines[_titleLine], Marker.None, false);

    private int _titleLine;

    public static Letterhead Read(IReadOnlyList<SourceLine> lines, Lexicon lexicon)
    {
        var letterhead = new Letterhead(lines, lexicon);
        letterhead.Scan();
        return letterhead;
    }

    private void Scan()
    {
        var typeLine = -1;
        var last = Math.Min(_lines.Count, Deepest);
        for (var i = 0; i < last && typeLine < 0; i++)
        {
            if (IsBodyOpening(_lines[i].Text)) { last = i; break; }
            foreach (var cell in Cells(_lines[i])) Part(cell, i);
            if (TypeOf(_lines[i].Text) is { } type) { typeLine = i; _kind = type.Kind; }
        }
        if (typeLine >= 0) BodyStart = Title(typeLine);
        else Untitled(last);
        _kind ??= KindOfSymbol();
        Header = new(_kind, _number, _symbol, Issuer(), _place, _date, _title, Years.Campaign(_title, _date));
    }

    // A layout table comes as one line a paragraph; only a ruled row is a line of its own.
    private static IEnumerable<string> Cells(SourceLine line) => line.Row is { Borderless: false } row ? row.Cells.SelectMany(c => c.Split('\n')) : line.Text.Split('|');

    private void Part(string cell, int line)
    {
        var text = cell.Trim(' ', '*', '\t', '\u00A0');
        if (text.Length == 0) return;
        if (_symbol is null && Number(text)) { _symbolLine = line; PlaceAndDate(text); return; }
        if (_date is null && PlaceAndDate(text)) return;
        if (_symbol is null && IsOrgan(text)) _issuer.Add(text);
        else if (_symbol is not null && _title is null && Folding.Of(text).StartsWith("v/v", StringComparison.Ordinal)) (_title, _titleLine) = (text, line);
    }

    private bool Number(string text)
    {
        var folded = Folding.Of(text);
        var at = folded.StartsWith("so", StringComparison.Ordinal) ? 2 : folded.IndexOf(" so:", StringComparison.Ordinal) is > 0 and var inner ? inner + 4 : -1;
        if (at < 0)
        {
            if (Symbols.At(text, 0) is not { } bare || bare.End < text.Length - 30) return false;
            (_number, _symbol) = (bare.Number, bare.Codes);
            _mark = bare.Text[bare.Number.Length];
            return true;
        }
        while (at < text.Length && !char.IsLetterOrDigit(text[at]) && Folding.Of(text[at]) is not ('/' or '-')) at++;
        if (at >= text.Length) return false;
        var found = char.IsAsciiDigit(text[at]) ? Symbols.At(text, at) : Symbols.Unnumbered(text, at);
        if (found is not { } symbol) return false;
        (_number, _symbol) = (symbol.Number.Length == 0 ? null : symbol.Number, symbol.Codes);
        _mark = symbol.Text[symbol.Number.Length];
        return true;
    }

    private bool PlaceAndDate(string text)
    {
        var folded = Folding.Of(text);
        var at = folded.IndexOf("ngay", StringComparison.Ordinal);
        if (at < 0 || at > 60 || text.Length - at > 60 || Dates.At(folded, at) is not { Year: not null } date) return false;
        var before = text[..at];
        var start = Math.Max(before.LastIndexOf("  ", StringComparison.Ordinal), before.LastIndexOf('|')) + 1;
        var place = before[start..].Trim(' ', ',', '|', '-', '–', '.');
        if (Symbols.At(place, FirstDigit(place)) is { } symbol) place = place[symbol.End..].Trim();
        _date = date.Iso;
        if (place.Length is > 1 and < 40) _place = place;
        return true;
    }

    private static int FirstDigit(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsAsciiDigit(text[i])) return i;
        return text.Length;
    }

    private static bool IsOrgan(string text)
    {
        if (text.Length < 4 || !text.Any(char.IsLetter) || text.Any(char.IsLower)) return false;
        var folded = Folding.Of(text);
        return !folded.Contains("cong hoa", StringComparison.Ordinal) && !folded.Contains("chu nghia", StringComparison.Ordinal)
            && !folded.Contains("dang cong san", StringComparison.Ordinal) && !folded.Contains("doc lap", StringComparison.Ordinal)
            && !folded.Contains("du thao", StringComparison.Ordinal) && !folded.StartsWith("hoa toc", StringComparison.Ordinal) && !folded.StartsWith("khan", StringComparison.Ordinal)
            && DocumentKinds.OfTypeLine(text) is null;
    }

    private string? Issuer()
    {
        if (_issuer.Count > 0) return string.Join(' ', _issuer.Skip(IsUpper(_issuer) ? 1 : 0));
        return OpeningIssuer();
    }

    // Two organs in the letterhead: the first is the superior one, unless the second only goes on ("ỦY BAN NHÂN DÂN" / "XÃ BÌNH MINH").
    private bool IsUpper(List<string> organs) => organs.Count >= 2 && _lexicon.StartsWithOrgan(organs[1]);

    // Without a letterhead the opening names who acts: "UBND xã Bình Minh phát động …".
    private string? OpeningIssuer()
    {
        var scanner = new UnitScanner(_lexicon);
        for (var i = BodyStart; i < Math.Min(_lines.Count, BodyStart + 12); i++)
        {
            var words = new Words(_lines[i].Text);
            if (words.Count == 0 || MarkerReader.Read(words.Text).Numbered) continue;
            for (var w = words.Count - 1; w > 0; w--)
                if ((words.Is(w, "phat") && words.Is(w + 1, "dong")) || (words.Is(w, "ban") && words.Is(w + 1, "hanh")) || (words.Is(w, "xay") && words.Is(w + 1, "dung")))
                    if (scanner.EndingAt(words, w - 1) is { } unit) return unit.Name;
        }
        return null;
    }

    private (string Kind, int Length)? TypeOf(string text)
    {
        var trimmed = text.Trim(' ', '*', '#', '\u00A0');
        return DocumentKinds.OfTypeLine(trimmed);
    }

    private static bool IsBodyOpening(string text)
    {
        var folded = Folding.Of(text.TrimStart());
        return folded is "can cu" || folded.StartsWith("can cu ", StringComparison.Ordinal) || folded.StartsWith("noi nhan", StringComparison.Ordinal) || MarkerReader.Read(text).Kind is MarkerKind.Article || folded.StartsWith("kinh gui", StringComparison.Ordinal) || folded.StartsWith("i. ", StringComparison.Ordinal);
    }

    // The subject goes on over the lines below the type until the body begins.
    private int Title(int typeLine)
    {
        var text = _lines[typeLine].Text.Trim(' ', '*', '#', '\u00A0');
        var type = DocumentKinds.OfTypeLine(text)!.Value;
        var parts = new List<string>();
        if (text.Length > type.Length) parts.Add(text[type.Length..].Trim(' ', ':', '-'));
        var i = typeLine + 1;
        for (; i < _lines.Count && i < typeLine + 14; i++)
        {
            var line = _lines[i].Text.Trim();
            if (line.Length == 0) continue;
            if (Paragraphs.IsRule(line)) { if (parts.Count > 0) { i++; break; } continue; }
            if (!TitleGoesOn(line, _lines[i], parts, typeLine)) break;
            parts.Add(line);
        }
        var title = string.Join(' ', parts).Trim();
        if (title.Length > 0) (_title, _titleLine) = (title, typeLine);
        return i;
    }

    private bool TitleGoesOn(string line, SourceLine source, List<string> parts, int typeLine)
    {
        if (IsBodyOpening(line) || line[0] is '(' || source.Row is not null) return false;
        var marker = MarkerReader.Read(line);
        if (marker.Numbered || (marker.Kind is MarkerKind.Bullet && parts.Count > 0)) return false;
        if (parts.Count > 0 && (line.Length > 220 || line[^1] is ':' or ';' or '.')) return false;
        if (parts.Count == 0) return line.Length < 500;
        if (DocumentKinds.IsActing(line)) return false;
        var formatted = _lines[typeLine].Bold || _lines[typeLine].Centred || _lines[typeLine].HeadingLevel > 0;
        if (formatted) return source.Bold || source.Centred || source.HeadingLevel > 0;
        if (char.IsUpper(line[0]) && line.Any(char.IsLower) && Openers.Any(o => Folding.Of(line).StartsWith(o, StringComparison.Ordinal))) return false;
        return !line.Any(char.IsLower) || char.IsLower(line[0]) || line[0] is '"' or '“' || parts.Sum(p => p.Length) < 60 && line.Length < 120;
    }

    // A letter has no type line: the subject stands under the number ("V/v …"), the body begins at "Kính gửi" or with its first paragraph.
    private void Untitled(int last)
    {
        BodyStart = Math.Min(last, Math.Max(_symbolLine, 0));
        for (var i = _symbolLine + 1; i < last && _title is not null; i++)
        {
            var text = _lines[i].Text.Trim();
            if (text.Length == 0 || Folding.Of(text).StartsWith("v/v", StringComparison.Ordinal)) continue;
            if (!char.IsLower(text[0]) || text.Length > 100) break;
            _title += " " + text;
        }
    }

    private string? KindOfSymbol()
    {
        if (_symbol is null) return null;
        var first = _symbol.Split('/', '-')[0];
        return DocumentKinds.OfCode(first) ?? (_symbol.Length > 0 ? DocumentKinds.OfCode(_symbol.Split('/', '-').FirstOrDefault(p => !p.All(char.IsAsciiDigit)) ?? "") ?? "CV" : null);
    }
}
