using ThiDua.Plans;

namespace ThiDua.App.Features.Plans.Compare;

/// <summary>
/// A plan as it was launched, where it was: what was dropped or changed before the launch is compared as it came to hold, not
/// as it was read.
/// </summary>
internal static class LaunchedPlan
{
    public static Plan Of(PlanDraft draft)
    {
        var read = PlanJson.Parse(draft.ReadJson);
        if (draft.State != PlanDraftCase.Launched)
            return read;
        var content = DraftContent.Parse(draft.Content);
        return read with
        {
            Targets = [.. content.Targets.Where(t => !t.Dropped).Select(t => Target(t, read))],
            Tasks = [.. content.Tasks.Where(t => !t.Dropped).Select(Task)],
        };
    }

    private static PlanTarget Target(DraftTarget t, Plan read)
    {
        var lines = new LineRange(t.FirstLine, t.LastLine);
        // The reader keeps a unit and its "per" apart; where nobody changed them they are as it read them.
        var was = read.Targets.FirstOrDefault(r => r.Lines == lines && r.PrintedUnit == t.Unit && r.ChangeDirection == t.Direction);
        return new(
            t.Section,
            t.Text,
            t.Measure,
            t.Comparator,
            t.Value,
            t.Upper,
            was is null ? t.Unit : was.Unit,
            was is null ? t.Direction : was.Direction,
            t.Baseline,
            t.Responsible,
            DueOf(t),
            t.Confidence,
            lines
        )
        {
            Per = was?.Per,
        };
    }

    private static PlanTask Task(DraftTask t) =>
        new(t.Section, t.Text, t.Lead, t.With, DueOf(t), t.Confidence, new LineRange(t.FirstLine, t.LastLine));

    private static Due? DueOf(DraftItem item) =>
        item.DueDate is null && item.Every is null ? null : new(item.DueDate?.ToString("yyyy-MM-dd", null), item.Every);
}
