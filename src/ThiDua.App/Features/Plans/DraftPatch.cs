using System.Text.Json;

namespace ThiDua.App.Features.Plans;

/// <summary>
/// What one change touched, as it was before (null: it was not there). Taking a change back puts it there again; a
/// draft of a hundred pages costs some lines a change, not another hundred pages.
/// </summary>
public sealed record DraftPatch
{
    public DraftHead? Head { get; init; }
    public IReadOnlyDictionary<int, DraftTarget?> Targets { get; init; } = new Dictionary<int, DraftTarget?>();
    public IReadOnlyDictionary<int, DraftTask?> Tasks { get; init; } = new Dictionary<int, DraftTask?>();
    public IReadOnlyDictionary<string, DraftUnit?> Units { get; init; } = new Dictionary<string, DraftUnit?>();

    public bool Empty => Head is null && Targets.Count == 0 && Tasks.Count == 0 && Units.Count == 0;

    public static DraftPatch Parse(string json) => JsonSerializer.Deserialize<DraftPatch>(json, DraftJson.Options)!;

    public string Write() => JsonSerializer.Serialize(this, DraftJson.Options);

    /// <summary>The parts of <paramref name="before"/> that <paramref name="after"/> changed.</summary>
    public static DraftPatch Between(DraftContent before, DraftContent after) =>
        new()
        {
            Head = before.Head == after.Head ? null : before.Head,
            Targets = Changed(before.Targets, after.Targets, t => t.Id),
            Tasks = Changed(before.Tasks, after.Tasks, t => t.Id),
            Units = Changed(before.Units, after.Units, u => u.Key),
        };

    /// <summary>The content with these parts as they were; their versions move on, so that a window opened before notices.</summary>
    public DraftContent TakeBack(DraftContent content, int revision) =>
        content with
        {
            Head = Head is null ? content.Head : Head with { Version = revision },
            Targets = PutBack(content.Targets, Targets, t => t.Id, t => t with { Version = revision }),
            Tasks = PutBack(content.Tasks, Tasks, t => t.Id, t => t with { Version = revision }),
            Units = PutBack(content.Units, Units, u => u.Key, u => u with { Version = revision }),
        };

    // Items that a change leaves alone are the same object in the new content: no comparison of texts is needed.
    private static Dictionary<TKey, T?> Changed<TKey, T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TKey> key)
        where TKey : notnull
        where T : class
    {
        var kept = after.ToHashSet<T>(ReferenceEqualityComparer.Instance);
        var changed = before.Where(b => !kept.Contains(b)).ToDictionary(key, b => (T?)b);
        var known = before.Select(key).ToHashSet();
        foreach (var added in after.Where(a => !known.Contains(key(a))))
            changed[key(added)] = null;
        return changed;
    }

    private static IReadOnlyList<T> PutBack<TKey, T>(
        IReadOnlyList<T> now,
        IReadOnlyDictionary<TKey, T?> before,
        Func<T, TKey> key,
        Func<T, T> stamp
    )
        where TKey : notnull
        where T : class
    {
        if (before.Count == 0)
            return now;
        var result = new List<T>();
        foreach (var item in now)
        {
            if (!before.TryGetValue(key(item), out var old))
                result.Add(item);
            else if (old is not null)
                result.Add(stamp(old));
        }
        var present = now.Select(key).ToHashSet();
        result.AddRange(before.Where(b => b.Value is not null && !present.Contains(b.Key)).Select(b => stamp(b.Value!)));
        return result;
    }
}
