using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Source.External;

namespace ThiDua.Plans.Reading.Scans;

/// <summary>Warns of the known slips of OCR that stand in the text.</summary>
internal static class OcrWarnings
{
    private static readonly Phrases<string> Right = Vocabulary.Named("scans/right-writings");

    private const int Most = 200;

    // Of the words that have one right writing; typed documents have five in a thousand of them wrong at most, recognised ones thirty.
    private const double WrongShare = 0.015;
    private const int FewestWrong = 5;
    private const int Sample = 300;

    /// <summary>So many common words have wrong marks that the text can only have been recognised from a picture.</summary>
    public static bool LooksRecognised(List<Paragraph> paragraphs)
    {
        int known = 0,
            wrong = 0;
        for (var i = 0; i < Math.Min(Sample, paragraphs.Count); i++)
        {
            var (of, slips) = RecognisedText.Slips(paragraphs[i].Words);
            known += of;
            wrong += slips;
        }
        return wrong >= FewestWrong && wrong >= WrongShare * known;
    }

    public static void Read(Paragraph paragraph, List<Warning> warnings)
    {
        if (warnings.Count > Most)
            return;
        var words = paragraph.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (OcrSlips.IsHamletSlip(words, i))
            {
                Warn(words.Slice(i, i), "ấp", paragraph, words.Start(i), warnings);
                continue;
            }
            var length = Right.Match(words, i, out var right);
            if (length == 0)
                continue;
            var written = words.Slice(i, i + length - 1);
            if (!Same(written, right))
                Warn(written, right, paragraph, words.Start(i), warnings);
        }
    }

    // "hóa" and "hoá" are both right.
    private static bool Same(string written, string right) =>
        string.Equals(written, right, StringComparison.OrdinalIgnoreCase)
        || string.Equals(written.Replace("oá", "óa", StringComparison.Ordinal), right, StringComparison.OrdinalIgnoreCase);

    private static void Warn(string written, string right, Paragraph paragraph, int at, List<Warning> warnings) =>
        warnings.Add(new("ocr.slip", $"“{written}” có thể là “{right}” (lỗi nhận dạng chữ).", paragraph.LinesOf(at, at + written.Length)));
}
