using ThiDua.App.Data;
using ThiDua.Plans;

namespace ThiDua.App.Features.Plans;

/// <summary>Why a person has to look at an item before the campaign starts.</summary>
public enum Doubt
{
    ReaderUnsure,
    NoIndicator,
    IndicatorUnsure,

    /// <summary>A fall or a rise that names no year to compare with.</summary>
    NoBaseline,
}

/// <summary>A slip of letters in the text of an item that goes out to the units.</summary>
public sealed record DraftSlip(DraftItem Item, Misprint Slip)
{
    public string Pick => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Item.Id}:{Item.Version}:{Slip.Start}");
}

/// <summary>What can be done with the content of a draft: pure, each gives a new content.</summary>
public static class DraftRules
{
    /// <summary>Below this the reader itself was unsure of an item.</summary>
    public const double SureFrom = 0.6;

    /// <summary>
    /// A target without a figure is a wish, a task that names nobody is the work of all: the reader's doubt of these is of
    /// no consequence.
    /// </summary>
    public static IReadOnlyList<Doubt> Doubts(DraftItem item)
    {
        if (item.Dropped || item.Confirmed)
            return [];
        var doubts = new List<Doubt>();
        var figure = item is DraftTarget { Value: not null };
        if (item.Confidence < SureFrom && (figure || item is DraftTask { Lead.Count: > 0 }))
            doubts.Add(Doubt.ReaderUnsure);
        if (item is DraftTarget { IndicatorToCheck: true } target)
            doubts.Add(target.Indicator is null ? Doubt.NoIndicator : Doubt.IndicatorUnsure);
        if (item is DraftTarget { Direction: not null, Baseline: null })
            doubts.Add(Doubt.NoBaseline);
        return doubts;
    }

    public static bool UnitMissing(DraftContent content, DraftItem item) =>
        !item.Dropped
        && (
            item.UnitNames.Any(n => content.Unit(n) is null or { Choice: UnitChoice.Open })
            || item is DraftTask task && IsWithoutLead(content, task)
        );

    /// <summary>Unit rows that some item still names.</summary>
    public static IReadOnlyList<DraftUnit> UnitsInUse(DraftContent content)
    {
        var named = content
            .Items.Where(i => !i.Dropped)
            .SelectMany(i => i.UnitNames)
            .Select(DraftUnit.KeyOf)
            .ToHashSet(StringComparer.Ordinal);
        return [.. content.Units.Where(u => named.Contains(u.Key))];
    }

    /// <summary>How many things a person still has to look at: items, unit names, the head, the list of slips.</summary>
    public static int LeftToCheck(DraftContent content) =>
        content.Items.Count(i => Doubts(i).Count > 0)
        + UnitsInUse(content).Count(u => u.ToCheck)
        + (content.Head.ToCheck ? 1 : 0)
        + (Slips(content).Count > 0 ? 1 : 0);

    /// <summary>Tasks that nobody is charged with: of all, or one that was forgotten.</summary>
    public static IReadOnlyList<DraftTask> WithoutLead(DraftContent content) => [.. content.Tasks.Where(t => IsWithoutLead(content, t))];

    /// <summary>It names nobody, or only who is no unit of this system.</summary>
    private static bool IsWithoutLead(DraftContent content, DraftTask task) =>
        !task.Dropped && task.Lead.All(n => content.Unit(n) is { Choice: UnitChoice.Ignore });

    /// <summary>Known slips of letters in the texts that units will read.</summary>
    public static IReadOnlyList<DraftSlip> Slips(DraftContent content) =>
        [
            .. from item in content.Items
            where item is { Dropped: false, Spelled: false }
            from slip in Misprints.In(item.Text)
            select new DraftSlip(item, slip),
        ];

    /// <param name="starts">Where in the text the slips stand that are to be put right.</param>
    public static DraftItem Mended(DraftItem item, IReadOnlySet<int> starts)
    {
        var mended = item with { Text = Misprints.Mended(item.Text, Misprints.In(item.Text).Where(s => starts.Contains(s.Start))) };
        // The measure is a piece of the text, cut out of it.
        return mended is DraftTarget target
            ? target with
            {
                Measure = Misprints.Mended(target.Measure, Misprints.In(target.Measure)),
            }
            : mended;
    }

    /// <summary>One item for each part: the first in its place, the others behind it; a target's are to be looked at again.</summary>
    public static DraftContent Split(DraftContent content, DraftItem item, IReadOnlyList<string> parts)
    {
        foreach (var (at, part) in parts.Index())
        {
            var id = at == 0 ? item.Id : content.NextId;
            DraftItem made = item switch
            {
                DraftTarget target => target with { Id = id, Text = part, Measure = part, IndicatorToCheck = true, Confirmed = false },
                _ => item with { Id = id, Text = part, Confirmed = true },
            };
            content = content.With(made) with { NextId = Math.Max(content.NextId, id + 1) };
        }
        return content;
    }

    public static DraftContent With(this DraftContent content, DraftItem item) =>
        item switch
        {
            DraftTarget target => content with { Targets = Put(content.Targets, target) },
            DraftTask task => content with { Tasks = Put(content.Tasks, task) },
            _ => throw new ArgumentOutOfRangeException(nameof(item)),
        };

    public static DraftContent With(this DraftContent content, DraftUnit unit) =>
        content with
        {
            Units = [.. content.Units.Select(u => u.Key == unit.Key ? unit : u)],
        };

    /// <summary>
    /// Two items that are one: text after text in the order of the plan; what the first leaves open comes from the second.
    /// </summary>
    public static DraftItem Merged(DraftItem one, DraftItem other)
    {
        var (first, second) = (one.FirstLine, one.Id).CompareTo((other.FirstLine, other.Id)) <= 0 ? (one, other) : (other, one);
        var both = one with
        {
            Text = first.Text.TrimEnd(' ', '.', ';') + "; " + second.Text.TrimStart(' ', '-'),
            Section = one.Section ?? other.Section,
            DueDate = one.DueDate ?? other.DueDate,
            Every = one.Every ?? other.Every,
            FirstLine = Math.Min(one.FirstLine, other.FirstLine),
            LastLine = Math.Max(one.LastLine, other.LastLine),
            Confirmed = true,
        };
        return (both, other) switch
        {
            (DraftTarget target, DraftTarget more) => target with { Responsible = Union(target.Responsible, more.Responsible) },
            (DraftTask task, DraftTask more) => task with
            {
                Lead = Union(task.Lead, more.Lead),
                With =
                [
                    .. Union(task.With, more.With)
                        .Where(n => !Union(task.Lead, more.Lead).Any(l => DraftUnit.KeyOf(l) == DraftUnit.KeyOf(n))),
                ],
            },
            _ => both,
        };
    }

    /// <summary>Names typed one a line (or parted by semicolons), cleaned, each once.</summary>
    public static IReadOnlyList<string> Names(string? typed) =>
        Union((typed ?? "").Split(['\n', ';']).Select(NameText.Clean).Where(n => n.Length > 0), []);

    /// <summary>Whether so many names of such a length can be units.</summary>
    public static bool AreNames(string? typed) =>
        Names(typed) is var names && names.Count <= MatchBudget.MostNames && names.All(n => n.Length <= MatchBudget.LongestName);

    private static IReadOnlyList<T> Put<T>(IReadOnlyList<T> items, T item)
        where T : DraftItem => items.Any(i => i.Id == item.Id) ? [.. items.Select(i => i.Id == item.Id ? item : i)] : [.. items, item];

    private static IReadOnlyList<string> Union(IEnumerable<string> one, IEnumerable<string> other) =>
        [.. one.Concat(other).DistinctBy(DraftUnit.KeyOf)];
}
