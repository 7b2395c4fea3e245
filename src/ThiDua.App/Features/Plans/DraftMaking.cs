using System.Globalization;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;
using ThiDua.App.Packs.Matching;
using ThiDua.App.Tree;
using ThiDua.Plans;

namespace ThiDua.App.Features.Plans;

/// <summary>
/// From what the reader read to a first draft: each figured target with a proposed indicator, each name with a proposed unit.
/// </summary>
public static class DraftMaking
{
    public static DraftContent Make(Plan plan, Pack pack, UnitRow owner, IReadOnlyList<UnitRow> tree, MatchBudget? budget = null)
    {
        var id = 0;
        budget ??= MatchBudget.Begin();
        plan = MatchBudget.Cut(plan);
        var written = plan.Targets.SelectMany(t => t.Responsible).Concat(plan.Tasks.SelectMany(t => t.Lead.Concat(t.With))).ToList();
        var naming = new UnitNaming(
            owner,
            tree,
            pack,
            written
                .Concat(plan.Recipients.Concat(plan.Sections.Select(s => s.Title.ToString())))
                .Select(w => MatchBudget.Cut(w, MatchBudget.LongestText))
        );
        plan = Once(Parted(plan, naming, budget));
        var tasks = plan.Tasks.Select(t => Task(t, ref id)).ToList();
        var names = plan.Targets.SelectMany(t => t.Responsible).Concat(plan.Tasks.SelectMany(t => t.Lead.Concat(t.With)));
        var units = names
            .Where(n => DraftUnit.KeyOf(n).Length > 0)
            .DistinctBy(DraftUnit.KeyOf)
            .Select(n => budget.Within(() => naming.Row(n), DraftUnit.Unmatched(n)))
            .ToDictionary(u => u.Key, StringComparer.Ordinal);
        var targets = plan.Targets.Select(t => Target(t, plan, pack, units, budget, ref id)).ToList();
        return new DraftContent
        {
            Head = Head(plan, pack),
            Targets = targets,
            Tasks = tasks,
            Units = [.. units.Values],
            NextId = id + 1,
            NotAllMatched = budget.WasOver,
        };
    }

    private static Plan Parted(Plan plan, UnitNaming naming, MatchBudget budget)
    {
        IReadOnlyList<string> Parts(IReadOnlyList<string> names) =>
            [.. names.SelectMany(n => budget.Within(() => naming.Parts(n), [n])).DistinctBy(DraftUnit.KeyOf)];
        bool IsOnlyNames(string text) => text.Length <= MatchBudget.LongestText && budget.Within(() => naming.IsOnlyNames(text), false);
        return plan with
        {
            Targets = [.. plan.Targets.Select(t => t with { Responsible = Parts(t.Responsible) })],
            Tasks = [.. plan.Tasks.Where(t => !IsOnlyNames(t.Text)).Select(t => t with { Lead = Parts(t.Lead), With = Parts(t.With) })],
        };
    }

    /// <summary>
    /// A row of a table of targets that charges somebody is a target and a task to the reader; here it is looked over once,
    /// unless others support it.
    /// </summary>
    private static Plan Once(Plan plan)
    {
        var asked = plan.Targets.ToLookup(t => (t.Lines, t.Text));
        return plan with
        {
            Tasks = [.. plan.Tasks.Where(t => t.With.Count > 0 || !asked[(t.Lines, t.Text)].Any(a => a.Responsible.SequenceEqual(t.Lead)))],
        };
    }

    private static DraftHead Head(Plan plan, Pack pack)
    {
        var year = plan.Header.Year ?? Date(plan.Header.Date)?.Year ?? Date(plan.Period.From)?.Year ?? Date(plan.Period.To)?.Year;
        var (from, to) = (Date(plan.Period.From), Date(plan.Period.To));
        var name = CampaignNames.Of(NameText.Clean(plan.Header.Title), pack.Movement.Vi, year);
        var symbol = plan.Header.Number is { } number ? $"{number}/{plan.Header.Symbol}" : null;
        return new DraftHead(
            Cut(name, 400)!,
            pack.Code,
            Cut(symbol, 100),
            from ?? (year is { } y ? new DateOnly(y, 1, 1) : null),
            to ?? (year is { } z ? new DateOnly(z, 12, 31) : null),
            year,
            ToCheck: from is null || to is null || plan.Header.Title is null
        );
    }

    private static DraftTask Task(PlanTask task, ref int id) =>
        new()
        {
            Id = ++id,
            Section = task.Section,
            Text = Cut(task.Text, 16000)!,
            DueDate = Date(task.Due?.Date),
            Every = task.Due?.Every,
            Confidence = task.Confidence,
            FirstLine = task.Lines.First,
            LastLine = task.Lines.Last,
            Lead = task.Lead,
            With = task.With,
        };

    private static DraftTarget Target(
        PlanTarget target,
        Plan plan,
        Pack pack,
        Dictionary<string, DraftUnit> units,
        MatchBudget budget,
        ref int id
    )
    {
        var proposals = budget.Within(() => IndicatorMatcher.Propose(target, pack, plan), []);
        var first = proposals.Count > 0 ? proposals[0].Indicator : null;
        var (figure, clear) = (target.Value is not null, IndicatorMatcher.IsClear(proposals));
        return new()
        {
            Id = ++id,
            Section = target.Section,
            Text = target.Text,
            Measure = TargetNames.Of(target, clear ? first : null),
            Comparator = target.Comparator,
            Value = target.Value,
            Upper = target.Upper,
            Unit = Cut(target.PrintedUnit, 100),
            Direction = target.ChangeDirection,
            Baseline = target.Baseline,
            Responsible = target.Responsible,
            DueDate = Date(target.Due?.Date),
            Every = target.Due?.Every,
            Confidence = target.Confidence,
            FirstLine = target.Lines.First,
            LastLine = target.Lines.Last,
            Indicator = first?.Code,
            IndicatorToCheck = figure && !clear,
            OtherIndicators = [.. proposals.Skip(1).Select(p => p.Indicator.Code)],
            EachKind = first is null ? null : EachKind(target, first, pack, units),
        };
    }

    /// <summary>A target given to all units of a territorial kind that report its figures holds for each of them.</summary>
    private static string? EachKind(PlanTarget target, PackIndicator indicator, Pack pack, Dictionary<string, DraftUnit> units)
    {
        if (
            target.Responsible is not [var only]
            || units.GetValueOrDefault(DraftUnit.KeyOf(only)) is not { Choice: UnitChoice.AllOfKind, Kind: { } kind }
        )
            return null;
        return pack.UnitKind(kind) is { Territorial: true } && ReportedBy(indicator, pack).Contains(kind) ? kind : null;
    }

    private static IEnumerable<string> ReportedBy(PackIndicator indicator, Pack pack) =>
        indicator.ReportedBy.Count > 0 ? indicator.ReportedBy
        : (indicator.Numerator ?? indicator.Of) is { } part && pack.Indicator(part) is { } source ? ReportedBy(source, pack)
        : [];

    private static DateOnly? Date(string? iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..length];
}
