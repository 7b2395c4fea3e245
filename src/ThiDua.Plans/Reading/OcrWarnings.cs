namespace ThiDua.Plans.Reading;

/// <summary>Tells of the known slips of OCR that stand in the text.</summary>
internal static class OcrWarnings
{
    // Folded phrase, the right writing. A slip is the same folded words with other marks.
    private static readonly Phrases<string> Right = Phrases.Named("phấn đấu", "chuyển hóa", "chuyển tải", "kịp thời", "thế trận", "chỉ tiêu", "lồng ghép");

    private const int Most = 200;

    public static void Read(Paragraph paragraph, List<Warning> warnings)
    {
        if (warnings.Count > Most) return;
        var words = paragraph.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (OcrForgiving.IsHamletSlip(words, i)) { Warn(words.Slice(i, i), "ấp", paragraph, words.Start(i), warnings); continue; }
            var length = Right.Match(words, i, out var right);
            if (length == 0) continue;
            var written = words.Slice(i, i + length - 1);
            if (!Same(written, right)) Warn(written, right, paragraph, words.Start(i), warnings);
        }
    }

    // "hóa" and "hoá" are both right.
    private static bool Same(string written, string right) => string.Equals(written, right, StringComparison.OrdinalIgnoreCase) || string.Equals(written.Replace("oá", "óa", StringComparison.Ordinal), right, StringComparison.OrdinalIgnoreCase);

    private static void Warn(string written, string right, Paragraph paragraph, int at, List<Warning> warnings) =>
        warnings.Add(new("ocr.slip", $"“{written}” có thể là “{right}” (lỗi nhận dạng chữ).", paragraph.LinesOf(at, at + written.Length)));
}
