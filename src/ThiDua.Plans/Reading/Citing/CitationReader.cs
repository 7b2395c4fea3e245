using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Head;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Citing;

/// <summary>Every document that the text cites, once each: by symbol, or a law by its name and date.</summary>
internal sealed class CitationReader(string? own, string? ownDate, NamePool names)
{
    // Documents of one number that are compared one by one: no plan cites more, and the work stays bounded.
    private const int MostSharing = 64;

    private readonly Dictionary<string, List<Draft>> _bySymbol = new(StringComparer.Ordinal);

    // The last one of each number; the others hang on it.
    private readonly Dictionary<string, Draft> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Draft>> _laws = new(StringComparer.Ordinal);
    private readonly List<Draft> _all = [];

    private sealed class Draft
    {
        public string? Kind,
            Symbol,
            Date,
            Issuer,
            About;
        public int Index { get; init; }
        public Draft? SameNumber { get; init; }

        // The numbers of the parts; none as a rule for a document among the grounds.
        private HashSet<string>? _cited;

        public void Cite(string part) => (_cited ??= new(StringComparer.Ordinal)).Add(part);

        public Reference Done() => new(Kind, Symbol, Date, Issuer, About, _cited is null ? [] : [.. _cited]);
    }

    public IReadOnlyList<Reference> References => [.. _all.Select(d => d.Done())];

    /// <summary>Reads the citations of a paragraph, those of its part from <paramref name="from"/> on; returns them in order.</summary>
    public List<int> Read(Paragraph paragraph, int from = 0)
    {
        var text = paragraph.Text;
        var found = new List<int>();
        for (var i = from; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                i = Law(paragraph, i, found);
                continue;
            }
            if (Symbols.At(text, i) is { } symbol && (i == 0 || !IsInside(text, i)) && Believable(paragraph, symbol))
            {
                Shared(paragraph, symbol, found);
                Note(paragraph, symbol, found);
                i = symbol.End - 1;
            }
            else
                while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                    i++;
        }
        return found;
    }

    private static bool IsInside(string text, int at) =>
        char.IsLetterOrDigit(text[at - 1]) || (at > 1 && text[at - 1] is '/' or '.' or '-' && char.IsLetterOrDigit(text[at - 2]));

    // "số 197/STTTT" has one code only: a word before it must say that it is a document.
    private static bool Believable(Paragraph paragraph, Symbols.Found symbol)
    {
        if (IsForm(paragraph.Words, symbol.Start))
            return false;
        if (symbol.Parts.Length > 1 || DocumentKinds.OfCode(symbol.Parts[0]) is not null && symbol.Codes.Length > symbol.Parts[0].Length)
            return true;
        var words = paragraph.Words;
        var at = words.At(symbol.Start);
        for (var i = at - 1; i >= 0 && i >= at - 3; i--)
            if (
                words.Is(i, "so")
                || words.Is(i, "van")
                || words.Is(i, "nghi")
                || words.Is(i, "quyet")
                || words.Is(i, "luat")
                || words.Is(i, "thu")
                || words.Is(i, "hoach")
                || words.Is(i, "thi")
            )
                return symbol.Text.Length >= 5;
        return symbol.Parts[0].StartsWith("QH", StringComparison.Ordinal);
    }

    // "Mẫu số 02/TĐKT", "Biểu 01 và 02/BC": the number of a form, not of a document.
    private static bool IsForm(Words words, int start)
    {
        for (var i = words.At(start) - 1; i >= 0; i--)
        {
            if (words.Is(i, "mau") || words.Is(i, "bieu"))
                return true;
            if (!words.Is(i, "so") && !words.Is(i, "va") && !words.Is(i, "hoac") && !words.IsNumber(i))
                return false;
        }
        return false;
    }

    // "Nghị quyết số 57, 59 và 66-NQ/TW": the codes stand once, after the last number.
    private void Shared(Paragraph paragraph, Symbols.Found symbol, List<int> found)
    {
        var words = paragraph.Words;
        var last = words.At(symbol.Start);
        var first = last;
        while (
            first > 0
            && last - first < 12
            && (words.IsNumber(first - 1) && words.End(first - 1) - words.Start(first - 1) < 5 || words.Is(first - 1, "va"))
        )
            first--;
        if (first == last || !words.Is(first - 1, "so"))
            return;
        for (var i = first; i < last; i++)
            if (words.IsNumber(i) && words.Gap(i).IndexOfAnyExcept(' ', ',', ';') < 0)
                Note(
                    paragraph,
                    symbol with
                    {
                        Number = words.Slice(i, i),
                        Text = words.Slice(i, i) + symbol.Text[symbol.Number.Length..],
                        End = symbol.End,
                    },
                    found
                );
    }

    private void Note(Paragraph paragraph, Symbols.Found symbol, List<int> found)
    {
        var tail = CitationTail.Read(paragraph.Text, paragraph.Folded, symbol.End);
        var date = tail.Date ?? CitationLead.Date(paragraph.Words, symbol.Start);
        if (own is not null && Key(symbol.Text) == Key(own) && Agree(ownDate, date))
            return;
        var draft = Find(symbol, date, KindOf(paragraph, symbol));
        // "số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025": one date for both.
        if (
            date is not null
            && _open is { } open
            && open.Paragraph == paragraph
            && open.Draft.Date is null
            && symbol.Start > open.End
            && Joins(paragraph.Folded.AsSpan(open.End, symbol.Start - open.End))
        )
            open.Draft.Date = date;
        _open = date is null ? (paragraph, draft, symbol.End) : null;
        draft.Date = names.Of(Better(draft.Date, date, Year(symbol.Codes)));
        draft.Issuer ??= names.Of(tail.Issuer);
        draft.About ??= names.Of(tail.About);
        Cite(draft, paragraph, found);
    }

    // The last document cited, while it has no date.
    private (Paragraph Paragraph, Draft Draft, int End)? _open;

    private static bool Joins(ReadOnlySpan<char> between) => between is " va so " or ", so " or " va " or ", va so " or " so ";

    private Draft Find(Symbols.Found symbol, string? date, string? kind)
    {
        var key = Key(symbol.Text);
        if (!_bySymbol.TryGetValue(key, out var drafts))
            _bySymbol[key] = drafts = new(1);
        // A number of a year is given once: another date is a slip of the pen, and the year of the symbol tells which.
        if (
            (
                drafts.Find(d => Agree(d.Date, date))
                ?? (Year(symbol.Codes) is not null ? drafts.FirstOrDefault() : null)
                ?? Cut(symbol, date)
            ) is
            { } same
        )
        {
            if (!drafts.Contains(same))
                drafts.Add(same);
            if (
                symbol.Text.Length > same.Symbol!.Length
                || !same.Symbol.Any(char.IsLower) && symbol.Text.Any(char.IsLower) && symbol.Text.Length == same.Symbol.Length
            )
                same.Symbol = symbol.Text;
            return same;
        }
        var number = Key(symbol.Number);
        var draft = new Draft
        {
            Index = _all.Count,
            Kind = kind,
            Symbol = symbol.Text,
            SameNumber = _byNumber.GetValueOrDefault(number),
        };
        _byNumber[number] = draft;
        drafts.Add(draft);
        _all.Add(draft);
        return draft;
    }

    private Draft? Cut(Symbols.Found symbol, string? date)
    {
        var draft = _byNumber.GetValueOrDefault(Key(symbol.Number));
        for (var i = 0; i < MostSharing && draft is not null; i++, draft = draft.SameNumber)
            if (Agree(draft.Date, date) && IsCut(draft.Symbol!, symbol.Text))
                return draft;
        return null;
    }

    // "102/2025/NQLT" for "102/2025/NQLT-UBTVQH15-CP": cited again in short, its last codes left out.
    private static bool IsCut(string a, string b)
    {
        var (cut, whole) = a.Length < b.Length ? (a, b) : (b, a);
        return cut.Length < whole.Length
            && whole[cut.Length] is '-' or '/'
            && Folding.Of(whole).StartsWith(Folding.Of(cut), StringComparison.Ordinal);
    }

    // A resolution of the National Assembly has the code of a law: the word before it tells.
    private static string? KindOf(Paragraph paragraph, Symbols.Found symbol)
    {
        if (symbol.Parts[0].StartsWith("QH", StringComparison.Ordinal) || symbol.Parts[0].StartsWith("UBTV", StringComparison.Ordinal))
        {
            var words = paragraph.Words;
            var at = words.At(symbol.Start);
            if (words.Is(at - 1, "so"))
                at--;
            if (words.Is(at - 1, "quyet"))
                return "NQ";
            if (words.Is(at - 1, "lenh"))
                return "PL";
        }
        foreach (var part in symbol.Parts)
            if (DocumentKinds.OfCode(part) is { } kind)
                return kind;
        return "CV";
    }

    private void Cite(Draft draft, Paragraph paragraph, List<int> found)
    {
        if (paragraph.Section?.Number is { } number)
            draft.Cite(number);
        if (!found.Contains(draft.Index))
            found.Add(draft.Index);
    }

    private static bool Agree(string? a, string? b) =>
        a is null || b is null || a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);

    private static string? Better(string? a, string? b, string? year = null)
    {
        if (a is null || b is null)
            return a ?? b;
        if (year is not null && a.StartsWith(year, StringComparison.Ordinal) != b.StartsWith(year, StringComparison.Ordinal))
            return a.StartsWith(year, StringComparison.Ordinal) ? a : b;
        return b.Length > a.Length ? b : a;
    }

    // "2024/QH15": the year that the codes begin with.
    private static string? Year(string codes) =>
        codes.Length > 4
        && codes[4] is '/'
        && int.TryParse(codes.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture, out var year)
        && WrittenDates.Year(year)
            ? codes[..4]
            : null;

    // "102/2025/NQLT/UBTVQH15-CP" and "102/2025/NQLT-UBTVQH15-CP": strokes and dashes are mixed up.
    private static string Key(string symbol) => Folding.Of(symbol).TrimStart('0').Replace('/', '-');

    // "Luật Phòng, chống ma túy năm 2021", "Bộ luật Hình sự ngày 27/11/2015": no symbol, but a name and a date.
    private int Law(Paragraph paragraph, int at, List<int> found)
    {
        if (paragraph.Text[at] is not ('L' or 'B' or 'P') || (at > 0 && char.IsLetterOrDigit(paragraph.Text[at - 1])))
            return at;
        return LawNames.At(paragraph.Text, paragraph.Folded, at) is { } law ? Law(paragraph, law, found) : at;
    }

    // Apart from the look at every letter, which must not make the closure below.
    private int Law(Paragraph paragraph, LawNames.Found law, List<int> found)
    {
        if (!_laws.TryGetValue(law.Name, out var named))
            _laws[law.Name] = named = new(1);
        var draft = named.Find(d => Agree(d.Date, law.Date));
        if (draft is null)
        {
            draft = new Draft
            {
                Index = _all.Count,
                Kind = law.Kind,
                About = law.Name,
                Issuer = "Quốc hội",
            };
            named.Add(draft);
            _all.Add(draft);
        }
        draft.Date = Better(draft.Date, law.Date);
        Cite(draft, paragraph, found);
        return law.End - 1;
    }
}
