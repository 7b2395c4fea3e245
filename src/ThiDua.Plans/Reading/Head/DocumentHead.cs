using ThiDua.Plans.Reading.Citing;
using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Head;

/// <summary>The top of a document: issuer, number and symbol, place and date, type and subject (Decree 30/2020, Annex I, boxes 2-5).</summary>
internal sealed class DocumentHead
{
    private const int Deepest = 80;

    // A page of a site says much before the document that it shows.
    private const int DeepestHeading = 240;

    // Lines of an issuer's name that may stand above the state's name.
    private const int IssuerAbove = 16;

    private IReadOnlyList<SourceLine> _lines;
    private readonly Lexicon _lexicon;
    private readonly List<string> _issuer = [];
    private string? _number,
        _symbol,
        _place,
        _date,
        _kind,
        _title;

    // Of the number and symbol; after the last line that the letterhead was seen in.
    private int _symbolLine,
        _end;

    private DocumentHead(IReadOnlyList<SourceLine> lines, Lexicon lexicon) => (_lines, _lexicon) = (lines, lexicon);

    public PlanHeader Header { get; private set; } = new(null, null, null, null, null, null, null, null);

    /// <summary>0-based index of the first line of the body.</summary>
    public int BodyStart { get; private set; }
    public string? OwnSymbol =>
        _symbol is null ? null
        : _number is null ? null
        : _number + _mark + _symbol;
    private char _mark = '/';

    /// <summary>The subject, which may itself cite a document; null without one.</summary>
    public Paragraph? TitleParagraph => _title is null ? null : new(_title, _titleLine + 1, [], _lines[_titleLine], Marker.None, false);

    private int _titleLine;

    public static DocumentHead Read(IReadOnlyList<SourceLine> lines, Lexicon lexicon)
    {
        var letterhead = new DocumentHead(lines, lexicon);
        letterhead.Scan();
        return letterhead;
    }

    private void Scan()
    {
        var heading = Heading();
        var typeLine = -1;
        var letter = false;
        var last = Math.Min(_lines.Count, Math.Max(heading, 0) + Deepest);
        for (var i = Math.Max(heading, 0); i < last && typeLine < 0; i++)
        {
            if (Subject.OpensBody(_lines[i].Text))
            {
                letter = Folding.Of(_lines[i].Text.TrimStart()).StartsWith("kinh gui", StringComparison.Ordinal);
                last = i;
                break;
            }
            MendType(i);
            if (TypeOf(_lines[i].Text) is { } type)
            {
                typeLine = i;
                _kind = type.Kind;
            }
        }
        foreach (var (text, line) in HeadCells.Of(_lines, Math.Max(0, heading - IssuerAbove), typeLine >= 0 ? typeLine + 1 : last))
            Part(text, line);
        if (typeLine >= 0)
            Title(typeLine);
        else if (letter || heading >= 0 || !Headline())
            Untitled(last);
        // A letter's code is its office's, whatever kind of document it looks like: "5649/CT-CS" is of Cục Thuế.
        _kind ??=
            letter || typeLine < 0 && _title is not null && Folding.Of(_title).StartsWith("v/v", StringComparison.Ordinal)
                ? "CV"
                : KindOfSymbol();
        if (_symbol is null && MissingHead.Gazetted(_title) is { } gazetted)
        {
            Take(gazetted.Head);
            _title = gazetted.Subject;
        }
        if (_symbol is null && _kind is null)
            Take(MissingHead.Headline(_lines));
        if (_symbol is null || _date is null)
            Take(MissingHead.Annex(_lines, BodyStart, _kind, _symbol is null ? null : OwnSymbol ?? ""));
        _title ??= PageTitle();
        Header = new(
            _kind,
            _number,
            _symbol,
            Issuer.Of(_issuer, _lexicon) ?? OpeningIssuer(),
            _place,
            _date,
            _title,
            Years.Campaign(_title, _date)
        );
    }

    // The state's or the Party's name, below which the document proper begins whatever a site printed above it; -1 without it.
    private int Heading()
    {
        bool typed = false,
            body = false;
        for (var i = 0; i < Math.Min(_lines.Count, DeepestHeading) && !(body && i >= Deepest); i++)
        {
            var text = _lines[i].Text;
            body |= Subject.OpensBody(text);
            if (typed && body)
                return -1;
            typed |= TypeOf(text) is not null;
            if (text.Length is < 4 or > 300 || HeadCells.IsData(text))
                continue;
            if (
                text.Contains("CỘNG H", StringComparison.Ordinal)
                || text.Contains("XÃ HỘI CHỦ NGHĨA VIỆT NAM", StringComparison.Ordinal)
                || text.Contains("ĐẢNG CỘNG SẢN", StringComparison.Ordinal)
                || text.StartsWith("Số:", StringComparison.Ordinal)
            )
                return i;
        }
        return -1;
    }

    private void Take(MissingHead? lost)
    {
        if (lost is null)
            return;
        (_number, _symbol, _mark) = (lost.Symbol.Number, lost.Symbol.Codes, lost.Symbol.Text[lost.Symbol.Number.Length]);
        _kind ??= lost.Kind;
        _date ??= lost.Date;
    }

    // "QUYẾT" / "ĐỊNH": the type over two lines; "ng ị QUYẾT ĐỊNH": strokes of a stamp recognised as letters before it.
    private void MendType(int at)
    {
        var first = _lines[at].Text.Trim();
        if (AfterSpecks(first) is { } type && TypeOf(type) is not null)
            Mend(at, type);
        if (
            first.Length is 0 or > 10
            || first.Any(char.IsLower)
            || at + 1 >= _lines.Count
            || TypeOf($"{first} {_lines[at + 1].Text.Trim()}") is null
            || TypeOf(first) is not null
        )
            return;
        Mend(at, $"{first} {_lines[at + 1].Text.Trim()}");
        Mend(at + 1, "");
    }

    private void Mend(int at, string text)
    {
        var mended = new List<SourceLine>(_lines);
        mended[at] = text.Length == 0 ? SourceLine.Empty : _lines[at] with { Text = text };
        _lines = mended;
    }

    private void Part(string text, int line)
    {
        if (_symbol is null && Number(text))
        {
            (_symbolLine, _end) = (line, line + 1);
            PlaceAndDate(text, line);
            return;
        }
        if (_date is null && PlaceAndDate(text, line))
        {
            _end = line + 1;
            return;
        }
        if (_symbol is null && IsOrgan(text))
            _issuer.Add(text);
        else if (
            _symbol is not null
            && _title is null
            && (Folding.Of(text).StartsWith("v/v", StringComparison.Ordinal) || text.StartsWith("VỀ VIỆC ", StringComparison.Ordinal))
        )
            (_title, _titleLine) = (text, line);
    }

    // Sites head a document with its type, symbol and subject in one line: all that is left where its own title was lost.
    private string? PageTitle()
    {
        if (OwnSymbol is not { } own)
            return null;
        for (var i = 0; i < Math.Min(_lines.Count, Deepest); i++)
        {
            var text = _lines[i].Text;
            var at = text.IndexOf(own, StringComparison.Ordinal);
            if (
                at is < 4 or > 40
                || text.Length - at - own.Length < 20
                || DocumentKinds.OfTypeLine(text[..at].Trim().ToUpperInvariant()) is null
            )
                continue;
            _titleLine = i;
            var rest = text[(at + own.Length)..].Trim();
            if (WrittenDates.At(Folding.Of(rest), 0) is { } year)
                rest = rest[year.End..].Trim();
            var by = rest.LastIndexOf(" do ", StringComparison.Ordinal);
            return by > 0 && rest.EndsWith(" ban hành", StringComparison.Ordinal) ? rest[..by] : rest;
        }
        return null;
    }

    private bool Number(string text)
    {
        if (OwnNumber.In(text) is not { } symbol)
            return false;
        (_number, _symbol, _mark) = (symbol.Number.Length == 0 ? null : symbol.Number, symbol.Codes, symbol.Text[symbol.Number.Length]);
        return true;
    }

    private bool PlaceAndDate(string text, int line)
    {
        var folded = Folding.Of(text);
        var at = folded.IndexOf("ngay", StringComparison.Ordinal);
        if (at < 0 || at > 60 || text.Length - at > 60 || WrittenDates.At(folded, at) is not { Year: not null } date)
            return false;
        var before = text[..at];
        var start = Math.Max(before.LastIndexOf("  ", StringComparison.Ordinal), before.LastIndexOf('|')) + 1;
        var place = before[start..].Trim(' ', ',', '|', '-', '–', '.', '_', '*');
        if (Symbols.At(place, FirstDigit(place)) is { } symbol)
        {
            // "Xem chi tiết tại Công điện 226/CĐ-TTg ngày …" is a site's sentence about the document.
            if (FirstDigit(place) > OwnNumber.LongestUnread)
                return false;
            place = place[symbol.End..].Trim();
        }
        // "Số    -CTr/TU    Thái Nguyên, ngày …": the number was left blank.
        if (
            place.IndexOfAny(['-', '/']) is > 1 and <= OwnNumber.LongestUnread and var mark
            && Symbols.Unnumbered(place, mark) is { } blank
            && (place.StartsWith("Số", StringComparison.Ordinal) || blank.Codes == _symbol)
        )
            place = place[blank.End..].Trim();
        place = Above(place, line);
        if (place.Length > 0 && char.IsLower(place[0]) && char.IsUpper(text[0]))
            return false;
        _date = date.Iso;
        if (place.Length is > 1 and < 40)
            _place = place;
        return true;
    }

    // "Hà" / "Nội, ngày …", "Thành" / "phố Hồ Chí Minh, ngày …".
    private string Above(string place, int line)
    {
        var first = line > 0 ? _lines[line - 1].Text.Trim() : "";
        var rest = place.Length > 0 && (char.IsLower(place[0]) || !place.Contains(' '));
        return rest && first.Length is > 0 and < 8 && char.IsUpper(first[0]) && first.Skip(1).All(char.IsLower)
            ? $"{first} {place}"
            : place;
    }

    private static int FirstDigit(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsAsciiDigit(text[i]))
                return i;
        return text.Length;
    }

    private static bool IsOrgan(string text)
    {
        if (text.Length < 4 || !text.Any(char.IsLetter) || text.Any(char.IsLower))
            return false;
        var folded = Folding.Of(text);
        return !folded.Contains("cong hoa", StringComparison.Ordinal)
            && !folded.Contains("chu nghia", StringComparison.Ordinal)
            && !folded.Contains("dang cong san", StringComparison.Ordinal)
            && !folded.Contains("doc lap", StringComparison.Ordinal)
            && !folded.Contains("du thao", StringComparison.Ordinal)
            && !folded.StartsWith("hoa toc", StringComparison.Ordinal)
            && !folded.StartsWith("khan", StringComparison.Ordinal)
            && !folded.StartsWith("cac noi dung", StringComparison.Ordinal)
            && DocumentKinds.OfTypeLine(text) is null;
    }

    // Without a letterhead the opening names who acts: "UBND xã Bình Minh phát động …".
    private string? OpeningIssuer()
    {
        var scanner = new UnitScanner(_lexicon);
        for (var i = BodyStart; i < Math.Min(_lines.Count, BodyStart + 12); i++)
        {
            var words = new Words(_lines[i].Text);
            if (words.Count == 0 || MarkerReader.Read(words.Text).Numbered)
                continue;
            for (var w = words.Count - 1; w > 0; w--)
                if (
                    (words.Is(w, "phat") && words.Is(w + 1, "dong"))
                    || (words.Is(w, "ban") && words.Is(w + 1, "hanh"))
                    || (words.Is(w, "xay") && words.Is(w + 1, "dung"))
                )
                    if (scanner.EndingAt(words, w - 1) is { } unit)
                        return unit.Name;
        }
        return null;
    }

    private (string Kind, int Length)? TypeOf(string text)
    {
        var trimmed = text.Trim(' ', '*', '#', '\u00A0', '|');
        return DocumentKinds.OfTypeLine(trimmed);
    }

    private const int LongestSpecks = 6;

    private static string? AfterSpecks(string text)
    {
        var at = text.AsSpan().IndexOfAnyInRange('A', 'Z');
        return
            at is <= 0 or > LongestSpecks
            || text[at - 1] is not ' '
            || text.AsSpan(at).ContainsAnyInRange('a', 'z')
            || text.AsSpan(0, at).ContainsAnyInRange('0', '9')
            ? null
            : text[at..];
    }

    private void Title(int typeLine)
    {
        var (own, below, bodyStart) = Subject.Read(_lines, typeLine);
        BodyStart = bodyStart;
        var title = string.Join(' ', below.Prepend(WithoutSymbol(own)).Where(p => p.Length > 0));
        // "(V/v: Thành lập …)"
        if (title is ['(', .. var inside, ')'])
            title = inside.Trim();
        if (title.Length > 0)
            (_title, _titleLine) = (title, typeLine);
    }

    // "KẾT LUẬN 12-KL/TU CỦA BAN THƯỜNG VỤ …": the symbol stands in the type's line.
    private string WithoutSymbol(string rest)
    {
        var start = FirstDigit(rest);
        if (_symbol is not null || start > 4 || Symbols.At(rest, start) is not { } symbol)
            return rest;
        (_number, _symbol, _mark) = (symbol.Number, symbol.Codes, symbol.Text[symbol.Number.Length]);
        return rest[symbol.End..].Trim(' ', ',', ':', '-', '–');
    }

    // "Kế hoạch về phát động …" over a text without a letterhead: type and subject in one line, in small letters.
    private bool Headline()
    {
        var seen = 0;
        for (var i = 0; i < _lines.Count && seen < LinesAboveHeadline; i++)
        {
            var text = _lines[i].Text.Trim(' ', '*', '#', '\u00A0');
            if (text.Length == 0)
                continue;
            if (
                (seen++ == 0 || _lines[i].Bold || _lines[i].Centred || _lines[i].HeadingLevel > 0)
                && DocumentKinds.OfHeadline(text) is { } type
            )
            {
                (_kind, _title, _titleLine, BodyStart) = (type.Kind, text[type.Length..].Trim(), i, i + 1);
                return true;
            }
        }
        return false;
    }

    private const int LinesAboveHeadline = 6;

    // A letter has no type line: the subject stands under the number ("V/v …"), the body begins at "Kính gửi" or with its first paragraph.
    private void Untitled(int last)
    {
        BodyStart = Math.Min(last, _end);
        for (var i = _symbolLine + 1; i < last && _title is not null; i++)
        {
            var text = _lines[i].Text.Trim();
            if (text.Length == 0 || Folding.Of(text).StartsWith("v/v", StringComparison.Ordinal))
                continue;
            var capitals = !_title.Any(char.IsLower) && !text.Any(char.IsLower) && !DocumentKinds.IsActing(text);
            if (!capitals && !char.IsLower(text[0]) || text.Length > 100)
                break;
            _title += " " + text;
        }
    }

    private string? KindOfSymbol()
    {
        if (_symbol is null)
            return null;
        var first = _symbol.Split('/', '-')[0];
        return DocumentKinds.OfCode(first)
            ?? (
                _symbol.Length > 0
                    ? DocumentKinds.OfCode(_symbol.Split('/', '-').FirstOrDefault(p => !p.All(char.IsAsciiDigit)) ?? "") ?? "CV"
                    : null
            );
    }
}
