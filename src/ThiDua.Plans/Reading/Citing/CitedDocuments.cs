using System.Globalization;
using ThiDua.Plans.Reading.Dates;

namespace ThiDua.Plans.Reading.Citing;

/// <summary>The documents cited so far, each once.</summary>
internal sealed class CitedDocuments
{
    // Documents of one number that are compared one by one: no plan cites more, and the work stays bounded.
    private const int MostSharing = 64;

    private static readonly string NationalAssembly = Vocabulary.Entries("citing/national-assembly")[0];

    private readonly Dictionary<string, List<CitedDocument>> _bySymbol = new(StringComparer.Ordinal);

    // The last one of each number; the others hang on it.
    private readonly Dictionary<string, CitedDocument> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CitedDocument>> _laws = new(StringComparer.Ordinal);
    private readonly List<CitedDocument> _all = [];

    public IReadOnlyList<Reference> References => [.. _all.Select(d => d.Done())];

    /// <summary>The document of this symbol and date, which may be written otherwise or in short; a new one where none is.</summary>
    public CitedDocument Find(Symbols.Found symbol, string? date, string? kind)
    {
        var key = Key(symbol.Text);
        if (!_bySymbol.TryGetValue(key, out var documents))
            _bySymbol[key] = documents = new(1);
        // A number of a year is given once: another date is a slip of the pen, and the year of the symbol says which.
        var same =
            documents.Find(d => Agree(d.Date, date))
            ?? (Year(symbol.Codes) is not null ? documents.FirstOrDefault() : null)
            ?? InShort(symbol, date);
        if (same is null)
            return Add(symbol, kind, documents);
        if (!documents.Contains(same))
            documents.Add(same);
        if (IsBetterWritten(symbol.Text, same.Symbol!))
            same.Symbol = symbol.Text;
        return same;
    }

    // In full, or with the small letters that a title in capitals has not.
    private static bool IsBetterWritten(string symbol, string than) =>
        symbol.Length > than.Length || symbol.Length == than.Length && !than.Any(char.IsLower) && symbol.Any(char.IsLower);

    private CitedDocument Add(Symbols.Found symbol, string? kind, List<CitedDocument> documents)
    {
        var number = Key(symbol.Number);
        var document = new CitedDocument
        {
            Index = _all.Count,
            Kind = kind,
            Symbol = symbol.Text,
            SameNumber = _byNumber.GetValueOrDefault(number),
        };
        _byNumber[number] = document;
        documents.Add(document);
        _all.Add(document);
        return document;
    }

    /// <summary>The law of this name and date.</summary>
    public CitedDocument Law(LawNames.Found law)
    {
        if (!_laws.TryGetValue(law.Name, out var named))
            _laws[law.Name] = named = new(1);
        var document = named.Find(d => Agree(d.Date, law.Date));
        if (document is null)
        {
            document = new()
            {
                Index = _all.Count,
                Kind = law.Kind,
                About = law.Name,
                Issuer = NationalAssembly,
            };
            named.Add(document);
            _all.Add(document);
        }
        document.Date = Better(document.Date, law.Date);
        return document;
    }

    private CitedDocument? InShort(Symbols.Found symbol, string? date)
    {
        var document = _byNumber.GetValueOrDefault(Key(symbol.Number));
        for (var i = 0; i < MostSharing && document is not null; i++, document = document.SameNumber)
            if (Agree(document.Date, date) && IsCut(document.Symbol!, symbol.Text))
                return document;
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

    /// <summary>One date may say less than the other.</summary>
    public static bool Agree(string? a, string? b) =>
        a is null || b is null || a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);

    /// <summary>The one that says more, or that is of the year that the symbol names.</summary>
    public static string? Better(string? a, string? b, string? year = null)
    {
        if (a is null || b is null)
            return a ?? b;
        if (year is not null && a.StartsWith(year, StringComparison.Ordinal) != b.StartsWith(year, StringComparison.Ordinal))
            return a.StartsWith(year, StringComparison.Ordinal) ? a : b;
        return b.Length > a.Length ? b : a;
    }

    // "2024/QH15": the year that the codes begin with.
    public static string? Year(string codes) =>
        codes.Length > 4
        && codes[4] is '/'
        && int.TryParse(codes.AsSpan(0, 4), CultureInfo.InvariantCulture, out var year)
        && WrittenDates.Year(year)
            ? codes[..4]
            : null;

    // "102/2025/NQLT/UBTVQH15-CP" and "102/2025/NQLT-UBTVQH15-CP": strokes and dashes are mixed up.
    public static string Key(string symbol) => Folding.Of(symbol).TrimStart('0').Replace('/', '-');
}
