using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Source.External;

namespace ThiDua.Plans.Reading.Scans;

/// <summary>Warns of the known slips of OCR that stand in the text.</summary>
internal static class OcrWarnings
{
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
        foreach (var slip in Misprints.In(paragraph.Words))
            warnings.Add(
                new(
                    "ocr.slip",
                    $"“{slip.Written}” có thể là “{slip.Right.ToLowerInvariant()}” (lỗi nhận dạng chữ).",
                    paragraph.LinesOf(slip.Start, slip.Start + slip.Written.Length)
                )
            );
    }
}
