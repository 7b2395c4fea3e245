using ThiDua.Plans.Reading;
using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Foot;
using ThiDua.Plans.Reading.Head;
using ThiDua.Plans.Reading.Scans;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Source;

namespace ThiDua.Plans;

/// <summary>
/// Understands a plan document: what it cites, how it is parted, which targets it sets, who leads what, to whom it goes
/// and who signs it. General rules only; what they are unsure of is a warning. Pure, linear in the size of the text.
/// </summary>
public static class PlanReader
{
    /// <param name="doc">The text form of the document.</param>
    /// <param name="lexicon">Organs and verbs; <see cref="Lexicon.Default"/> when null.</param>
    public static Plan Read(SourceDocument doc, Lexicon? lexicon = null)
    {
        ArgumentNullException.ThrowIfNull(doc);
        lexicon ??= Lexicon.Default;
        var warnings = new List<Warning>(doc.Warnings);
        var head = DocumentHead.Read(doc.Lines, lexicon);
        var foot = DocumentFoot.Read(doc.Lines, head.BodyStart);
        var paragraphs = Paragraphs.Join(doc.Lines, head.BodyStart, Math.Min(foot.Start, doc.Lines.Count));
        var below = Math.Max(foot.End, head.BodyStart);
        paragraphs.AddRange(Paragraphs.Join(doc.Lines, below, SiteTail.Start(doc.Lines, below)));
        var pictured = doc.Warnings.Any(w => w.Code is "ocr");
        var recognised = pictured || OcrWarnings.LooksRecognised(paragraphs);
        if (recognised && !pictured)
            warnings.Add(new("ocr", "Văn bản có vẻ được nhận dạng chữ từ ảnh (nhiều từ sai dấu); hãy soát lại kỹ.", null));
        var outline = Outline.Read(paragraphs, foot.Start < doc.Lines.Count ? foot.End + 1 : int.MaxValue, recognised);
        var understanding = new BodyReader(lexicon, head, parted: outline.Count > 0, warnings);
        var periods = new PeriodReader();
        ImpossibleDays.Read(doc.Lines.Take(head.BodyStart), warnings);
        foreach (var paragraph in paragraphs)
        {
            understanding.Read(paragraph);
            periods.Read(paragraph);
            OcrWarnings.Read(paragraph, warnings);
            ImpossibleDays.Read(paragraph, warnings);
            paragraph.Forget();
        }
        understanding.Finish();
        var plan = understanding.Plan with
        {
            Header = head.Header,
            Period = periods.Period,
            Sections = [.. outline.Select(n => new Section(n.Number, n.Title, n.Depth, new(n.FirstLine, n.LastLine)))],
            Recipients = foot.Recipients,
            Signature = foot.Signature,
            Warnings = warnings,
        };
        PlanLikeness.Read(plan, warnings);
        return plan;
    }
}
