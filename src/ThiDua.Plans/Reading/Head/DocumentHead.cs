using ThiDua.Plans.Reading.Citing;
using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Head;

/// <summary>
/// The top of a document: issuer, number and symbol, place and date, type and subject (Decree 30/2020, Annex I, boxes 2-5).
/// </summary>
internal sealed class DocumentHead
{
    // Lines of an issuer's name that may stand above the state's name.
    private const int IssuerAbove = 16;
    private readonly HeadLines _head;
    private readonly Lexicon _lexicon;
    private readonly List<string> _issuer = [];
    private string? _number,
        _symbol,
        _place,
        _date,
        _kind,
        _title;
    private char _mark = '/';

    // Of the number and symbol; after the last line that the head was seen in; of the subject.
    private int _symbolLine,
        _end,
        _titleLine;

    private DocumentHead(IReadOnlyList<SourceLine> lines, Lexicon lexicon) => (_head, _lexicon) = (new(lines), lexicon);

    private IReadOnlyList<SourceLine> Lines => _head.All;

    public PlanHeader Header { get; private set; } = new(null, null, null, null, null, null, null, null);

    /// <summary>0-based index of the first line of the body.</summary>
    public int BodyStart { get; private set; }

    public string? OwnSymbol => _symbol is null || _number is null ? null : _number + _mark + _symbol;

    /// <summary>The subject, which may itself cite a document; null without one.</summary>
    public Paragraph? TitleParagraph => _title is null ? null : new(_title, _titleLine + 1, [], Lines[_titleLine], Marker.None, false);

    public static DocumentHead Read(IReadOnlyList<SourceLine> lines, Lexicon lexicon)
    {
        var head = new DocumentHead(lines, lexicon);
        head.Scan();
        return head;
    }

    private void Scan()
    {
        var heading = _head.Heading();
        var (typeLine, last, letter) = Bounds(Math.Max(heading, 0));
        foreach (var (text, line) in HeadCells.Of(Lines, Math.Max(0, heading - IssuerAbove), typeLine >= 0 ? typeLine + 1 : last))
            Part(text, line);
        if (typeLine >= 0)
            Title(typeLine);
        else if (!letter && heading < 0 && Headline.In(Lines) is { } headline)
            (_kind, _title, _titleLine, BodyStart) = (headline.Kind, headline.Title, headline.Line, headline.Line + 1);
        else
            Untitled(last);
        // A letter's code is its office's, whatever kind of document it looks like: "5649/CT-CS" is of Cục Thuế.
        _kind ??=
            letter || typeLine < 0 && _title is not null && Folding.Of(_title).StartsWith("v/v", StringComparison.Ordinal)
                ? "CV"
                : DocumentKinds.OfSymbol(_symbol);
        FindMissing();
        if (_title is null && OwnSymbol is { } own && SiteTitle.In(Lines, own) is { } site)
            (_title, _titleLine) = (site.Title, site.Line);
        Header = new(
            _kind,
            _number,
            _symbol,
            Issuer.Of(_issuer, _lexicon) ?? Issuer.InOpening(Lines, BodyStart, _lexicon),
            _place,
            _date,
            _title,
            Years.Campaign(_title, _date)
        );
    }

    // The line of the type, -1 for none; the line that the head ends before; whether it is a letter's.
    private (int TypeLine, int Last, bool Letter) Bounds(int from)
    {
        var last = Math.Min(Lines.Count, from + HeadLines.Deepest);
        for (var i = from; i < last; i++)
        {
            if (Subject.OpensBody(Lines[i].Text))
                return (-1, i, Folding.Of(Lines[i].Text.TrimStart()).StartsWith("kinh gui", StringComparison.Ordinal));
            _head.MendType(i);
            if (HeadLines.TypeOf(Lines[i].Text) is { } type)
            {
                _kind = type.Kind;
                return (i, last, false);
            }
        }
        return (-1, last, false);
    }

    // What a site left out of the head stands elsewhere: in the title, in a headline, in an annex.
    private void FindMissing()
    {
        if (_symbol is null && MissingHead.Gazetted(_title) is { } gazetted)
        {
            Take(gazetted.Head);
            _title = gazetted.Subject;
        }
        if (_symbol is null && _kind is null)
            Take(MissingHead.Headline(Lines));
        if (_symbol is null || _date is null)
            Take(MissingHead.Annex(Lines, BodyStart, _kind, _symbol is null ? null : OwnSymbol ?? ""));
    }

    private void Take(MissingHead? missing)
    {
        if (missing is null)
            return;
        Take(missing.Symbol);
        _kind ??= missing.Kind;
        _date ??= missing.Date;
    }

    private void Take(Symbols.Found symbol) =>
        (_number, _symbol, _mark) = (symbol.Number.Length == 0 ? null : symbol.Number, symbol.Codes, symbol.Text[symbol.Number.Length]);

    private void Part(string text, int line)
    {
        if (_symbol is null && OwnNumber.In(text) is { } symbol)
        {
            Take(symbol);
            (_symbolLine, _end) = (line, line + 1);
            Dated(text, line);
        }
        else if (_date is null && Dated(text, line))
            _end = line + 1;
        else if (_symbol is null && HeadLines.IsOrgan(text))
            _issuer.Add(text);
        else if (_symbol is not null && _title is null && IsSubject(text))
            (_title, _titleLine) = (text, line);
    }

    private static bool IsSubject(string text) =>
        Folding.Of(text).StartsWith("v/v", StringComparison.Ordinal) || text.StartsWith("VỀ VIỆC ", StringComparison.Ordinal);

    private bool Dated(string text, int line)
    {
        if (PlaceAndDate.In(text, line > 0 ? Lines[line - 1].Text : "", _symbol) is not { } found)
            return false;
        _date = found.Date;
        _place = found.Place ?? _place;
        return true;
    }

    private void Title(int typeLine)
    {
        var (own, below, bodyStart) = Subject.Read(Lines, typeLine);
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
        var start = PlaceAndDate.FirstDigit(rest);
        if (_symbol is not null || start > 4 || Symbols.At(rest, start) is not { } symbol)
            return rest;
        Take(symbol);
        return rest[symbol.End..].Trim(' ', ',', ':', '-', '–');
    }

    // A letter has no type line: the subject stands under the number ("V/v …"), the body begins at "Kính gửi" or with its first paragraph.
    private void Untitled(int last)
    {
        BodyStart = Math.Min(last, _end);
        for (var i = _symbolLine + 1; i < last && _title is not null; i++)
        {
            var text = Lines[i].Text.Trim();
            if (text.Length == 0 || Folding.Of(text).StartsWith("v/v", StringComparison.Ordinal))
                continue;
            var capitals = !_title.Any(char.IsLower) && !text.Any(char.IsLower) && !DocumentKinds.IsActing(text);
            if (!capitals && !char.IsLower(text[0]) || text.Length > 100)
                break;
            _title += " " + text;
        }
    }
}
