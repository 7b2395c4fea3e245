using ThiDua.Plans.Reading.Head;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Citing;

/// <summary>Every document that the text cites, once each: by symbol, or a law by its name and date.</summary>
internal sealed class CitationReader(string? own, string? ownDate, NamePool names)
{
    private static readonly WordSet DocumentWords = Vocabulary.Words("citing/document-words");
    private static readonly WordSet FormWords = Vocabulary.Words("citing/form-words");
    private static readonly WordSet BetweenNumbers = Vocabulary.Words("citing/between-numbers");

    private readonly CitedDocuments _documents = new();

    public IReadOnlyList<Reference> References => _documents.References;

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
            if (DocumentWords.Has(words, i))
                return symbol.Text.Length >= 5;
        return symbol.Parts[0].StartsWith("QH", StringComparison.Ordinal);
    }

    // "Mẫu số 02/TĐKT", "Biểu 01 và 02/BC": the number of a form, not of a document.
    private static bool IsForm(Words words, int start)
    {
        for (var i = words.At(start) - 1; i >= 0; i--)
        {
            if (FormWords.Has(words, i))
                return true;
            if (!BetweenNumbers.Has(words, i) && !words.IsNumber(i))
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
        if (own is not null && CitedDocuments.Key(symbol.Text) == CitedDocuments.Key(own) && CitedDocuments.Agree(ownDate, date))
            return;
        var document = _documents.Find(symbol, date, KindOf(paragraph, symbol));
        // "số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025": one date for both.
        if (
            date is not null
            && _open is { } open
            && open.Paragraph == paragraph
            && open.Document.Date is null
            && symbol.Start > open.End
            && Joins(paragraph.Folded.AsSpan(open.End, symbol.Start - open.End))
        )
            open.Document.Date = date;
        _open = date is null ? (paragraph, document, symbol.End) : null;
        document.Date = names.Of(CitedDocuments.Better(document.Date, date, CitedDocuments.Year(symbol.Codes)));
        document.Issuer ??= names.Of(tail.Issuer);
        document.About ??= names.Of(tail.About);
        Cite(document, paragraph, found);
    }

    // The last document cited, while it has no date.
    private (Paragraph Paragraph, CitedDocument Document, int End)? _open;

    private static bool Joins(ReadOnlySpan<char> between) => between is " va so " or ", so " or " va " or ", va so " or " so ";

    // A resolution of the National Assembly has the code of a law: the word before it decides.
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

    private static void Cite(CitedDocument document, Paragraph paragraph, List<int> found)
    {
        if (paragraph.Section?.Number is { } number)
            document.Cite(number);
        if (!found.Contains(document.Index))
            found.Add(document.Index);
    }

    // "Luật Phòng, chống ma túy năm 2021", "Bộ luật Hình sự ngày 27/11/2015": no symbol, but a name and a date.
    private int Law(Paragraph paragraph, int at, List<int> found)
    {
        if (paragraph.Text[at] is not ('L' or 'B' or 'P') || (at > 0 && char.IsLetterOrDigit(paragraph.Text[at - 1])))
            return at;
        return LawNames.At(paragraph.Text, paragraph.Folded, at) is { } law ? Law(paragraph, law, found) : at;
    }

    // Apart from the look at every letter, which must not make the closure of the search.
    private int Law(Paragraph paragraph, LawNames.Found law, List<int> found)
    {
        Cite(_documents.Law(law), paragraph, found);
        return law.End - 1;
    }
}
