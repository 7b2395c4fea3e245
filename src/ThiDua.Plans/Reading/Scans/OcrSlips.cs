namespace ThiDua.Plans.Reading.Scans;

/// <summary>Known slips of OCR in the words of the field: forgiven in names, kept in running text, with a warning.</summary>
internal static class OcrSlips
{
    // "áp dụng", "huyết áp": no hamlet.
    private static readonly WordSet Behind = Vocabulary.Words("scans/behind-pressure");
    private static readonly WordSet Before = Vocabulary.Words("scans/before-pressure");

    /// <summary>A name (a unit, a title, a recipient) with "áp" put right where a hamlet ("ấp") is meant.</summary>
    public static string Names(string name) => Restored(name) ?? name;

    /// <inheritdoc cref="Names(string)"/>
    public static Excerpt Names(Excerpt name) => Restored(name.AsSpan()) is { } restored ? restored : name;

    // Null where nothing is to be put right.
    private static string? Restored(ReadOnlySpan<char> name)
    {
        if (!name.Contains("áp", StringComparison.OrdinalIgnoreCase))
            return null;
        var words = new Words(name.ToString());
        var fixedText = words.Text.ToCharArray();
        var changed = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsHamletSlip(words, i))
                continue;
            fixedText[words.Start(i)] = fixedText[words.Start(i)] is 'Á' ? 'Ấ' : 'ấ';
            changed = true;
        }
        return changed ? new string(fixedText) : null;
    }

    public static bool IsHamletSlip(Words words, int i) =>
        words.Is(i, "ap") && words.Text[words.Start(i)] is 'á' or 'Á' && !Behind.Has(words, i + 1) && !Before.Has(words, i - 1);
}
