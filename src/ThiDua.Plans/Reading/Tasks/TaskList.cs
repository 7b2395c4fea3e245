using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>The tasks found so far.</summary>
internal sealed class TaskList(Leads leads, DueReader dues, NamePool names)
{
    public List<PlanTask> Found { get; } = [];

    /// <param name="start">Offset where the task's own text begins.</param>
    /// <param name="named">The heading that names the lead; the section itself where none does.</param>
    public void Add(Paragraph paragraph, OutlineNode section, int start, List<string> lead, double confidence, OutlineNode named)
    {
        var words = paragraph.Words;
        var text = Excerpt.Trimmed(paragraph.Text, Math.Min(start, paragraph.Text.Length), paragraph.Text.Length, " :.;");
        if (text.Length == 0)
            text = section.Title;
        var number = lead.Count > 0 ? named.Number : section.Number;
        Found.Add(
            new(
                number,
                text,
                names.Of(lead),
                names.Of(leads.With(words, words.At(start), lead)),
                dues.In(words, start, paragraph.Text.Length, horizon: false),
                confidence,
                paragraph.Lines
            )
        );
    }

    /// <summary>Of a letter without sections.</summary>
    public void AddUnparted(Paragraph paragraph, int start, List<string> lead)
    {
        var words = paragraph.Words;
        Found.Add(
            new(
                null,
                Excerpt.Trimmed(paragraph.Text, start, paragraph.Text.Length, " :.;"),
                names.Of(lead),
                names.Of(leads.With(words, words.At(start), lead)),
                dues.In(words, start, paragraph.Text.Length, horizon: false),
                0.7,
                paragraph.Lines
            )
        );
    }
}
