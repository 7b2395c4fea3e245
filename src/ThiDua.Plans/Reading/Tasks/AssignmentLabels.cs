using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>Lines that say who does what above them: "Đơn vị chủ trì: …", "Đơn vị phối hợp: …", "Thời gian hoàn thành: …".</summary>
internal sealed record AssignmentLabels(List<string> Lead, List<string> With, Due? Due)
{
    private enum Part
    {
        Lead,
        With,
        Time,
    }

    private static readonly Phrases<Part> Labels = Vocabulary.By<Part>("task-labels");

    public static AssignmentLabels? Read(Paragraph paragraph, UnitScanner units, DueReader dues)
    {
        var words = paragraph.Words;
        var first = words.At(paragraph.Marker.End);
        var opening = Labels.Match(words, first, out var part);
        if (opening == 0 || first + opening >= words.Count || !words.Gap(first + opening - 1).TrimStart().StartsWith(":"))
            return null;
        var result = new AssignmentLabels([], [], null);
        for (var i = first; i < words.Count; i++)
        {
            var length = Labels.Match(words, i, out part);
            if (length == 0 || i + length >= words.Count || !words.Gap(i + length - 1).Contains(':'))
                continue;
            result = result.Take(paragraph, words, i + length, part, units, dues);
            i += length - 1;
        }
        return result;
    }

    /// <summary>
    /// The section's title is a label and nothing more ("a) Cơ quan chủ trì"): true where those listed below it lead, false
    /// where they support, null else.
    /// </summary>
    public static bool? Heads(OutlineNode section)
    {
        var title = section.TitleWords;
        return title.Count < 10 && Labels.Match(title, 0, out var part) == title.Count && title.Count > 1 && part is not Part.Time
            ? part is Part.Lead
            : null;
    }

    /// <summary>Who leads by a label inside the text: "… (Chủ trì: Văn phòng; thời hạn: quý I)".</summary>
    public static List<string> Inside(Paragraph paragraph, UnitScanner units)
    {
        var words = paragraph.Words;
        var names = new List<string>();
        for (var i = words.At(paragraph.Marker.End) + 1; i < words.Count; i++)
        {
            if (
                words.Gap(i - 1).IndexOfAny("(.;") < 0
                || Labels.Match(words, i, out var part) is not (> 0 and var length)
                || part is not Part.Lead
                || i + length >= words.Count
                || !words.Gap(i + length - 1).TrimStart().StartsWith(":")
            )
                continue;
            var start = words.Start(i + length);
            var end = paragraph.Text.AsSpan(start).IndexOfAny(";).");
            names.AddRange(UnitCell.Read(paragraph.Text[start..(end < 0 ? paragraph.Text.Length : start + end)], units));
        }
        return names;
    }

    private AssignmentLabels Take(Paragraph paragraph, Words words, int at, Part part, UnitScanner units, DueReader dues)
    {
        var end = End(words, at);
        if (part is Part.Time)
            return this with { Due = dues.InCell(paragraph.Text[words.Start(at)..end]) ?? Due };
        var names = UnitCell.Read(paragraph.Text[words.Start(at)..end], units);
        return part is Part.Lead ? this with { Lead = [.. Lead, .. names] } : this with { With = [.. With, .. names] };
    }

    private static int End(Words words, int at)
    {
        for (var i = at; i + 1 < words.Count; i++)
        {
            var gap = words.Gap(i);
            if (gap.IndexOf(". ") >= 0)
                return words.End(i);
            if (gap.Contains(';') && (Labels.Match(words, i + 1, out _) > 0))
                return words.End(i);
        }
        return words.Text.Length;
    }
}
