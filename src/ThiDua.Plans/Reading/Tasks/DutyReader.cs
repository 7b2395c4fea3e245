using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>Reporting duties: who reports what to whom, and when; a duty of its own for each deadline that a clause sets.</summary>
internal sealed class DutyReader(UnitScanner units, DueReader dues)
{
    private static readonly Phrases<bool> Reports = Vocabulary.Set("tasks/reports");
    private static readonly WordSet Addressing = Vocabulary.Words("tasks/addressing");

    public void Read(Paragraph paragraph, IReadOnlyList<PlanTask> tasks, List<Duty> into)
    {
        if (paragraph.Section is null || paragraph.Row is not null)
            return;
        foreach (var clause in Clauses.Of(paragraph))
        {
            var words = paragraph.Words;
            if (Report(words, clause) is not { } at)
                continue;
            var to = To(words, at, clause);
            var set = dues.All(words, clause.Start, clause.End);
            if (to is null && set.Count == 0)
                continue;
            var who =
                units.StartingAt(words, words.At(clause.Start)) is { } subject && subject.Last < at
                    ? subject.Name
                    : Leader(tasks, paragraph);
            var what = paragraph.Text[clause.Start..clause.End].Trim(' ', '-', '.', ';');
            foreach (var due in set.DefaultIfEmpty<Due?>(null))
                into.Add(new(who, to, what, due, paragraph.LinesOf(clause.Start, clause.End)));
        }
    }

    private static string? Leader(IReadOnlyList<PlanTask> tasks, Paragraph paragraph) =>
        tasks.Count > 0
        && tasks[^1] is { Lead.Count: > 0 } last
        && last.Lines.First <= paragraph.Lines.First
        && last.Lines.Last >= paragraph.Lines.First
            ? last.Lead[0]
            : null;

    private static int? Report(Words words, TextRange clause)
    {
        for (var i = words.At(clause.Start); i < words.Count && words.Start(i) < clause.End; i++)
            if (Reports.Match(words, i, out _) > 0)
                return i;
        return null;
    }

    // "báo cáo UBND xã (qua Công an xã)", "gửi về Công an xã": the first unit after the word.
    private string? To(Words words, int at, TextRange clause)
    {
        for (var i = at + 2; i < words.Count && words.Start(i) < clause.End && i < at + 45; i++)
            if (words.Capital(i) && units.StartingAt(words, i) is { } unit && Addressing.Has(words, i - 1))
                return unit.Name;
        return null;
    }
}
