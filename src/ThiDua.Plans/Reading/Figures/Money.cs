namespace ThiDua.Plans.Reading.Figures;

/// <summary>Sums of money: "60 triệu đồng", "44 tỷ USD"; not a multiple of a counted thing ("8 triệu lượt").</summary>
internal static class Money
{
    private static readonly WordSet Multiples = Vocabulary.Words("money/multiples");
    private static readonly Phrases<string> Amounts = Build();

    /// <summary>Words of the amount's unit at this word, and how it is written in full; 0 for none.</summary>
    public static int At(Words words, int at, out string amount) => Amounts.Match(words, at, out amount);

    public static bool IsMultiple(string amount) => Multiples.HasWritten(amount);

    public static bool IsUnit(string unit) =>
        Amounts.Match(new Words(unit), 0, out var amount) > 0 && !(IsMultiple(amount) && unit.Contains(' ', StringComparison.Ordinal));

    // "tỷ | tỉ": the second is the first, written otherwise.
    private static Phrases<string> Build()
    {
        var phrases = new Phrases<string>();
        var currencies = Vocabulary.Entries("money/currencies");
        foreach (var currency in currencies)
            phrases.Add(currency, currency);
        foreach (var entry in Vocabulary.Entries("money/amounts"))
        {
            var names = entry.Split('|', StringSplitOptions.TrimEntries);
            foreach (var written in names)
            {
                phrases.Add(written, names[0]);
                foreach (var currency in currencies)
                    phrases.Add($"{written} {currency}", $"{names[0]} {currency}");
            }
        }
        return phrases;
    }
}
