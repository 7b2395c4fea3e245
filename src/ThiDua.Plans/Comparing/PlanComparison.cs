namespace ThiDua.Plans;

/// <summary>How a thing of one plan stands to the same thing of another.</summary>
public enum ChangeKind
{
    Same,
    Raised,
    Lowered,
    Changed,
    Dropped,
    New,
    Moved,
    Replaced,
}

/// <param name="From">Null when new.</param>
/// <param name="To">Null when dropped.</param>
public sealed record TargetChange(ChangeKind Kind, PlanTarget? From, PlanTarget? To);

/// <param name="Kind"><see cref="ChangeKind.Moved"/> when the lead is another; Same, Dropped, New else.</param>
public sealed record TaskChange(ChangeKind Kind, PlanTask? From, PlanTask? To);

/// <param name="Kind"><see cref="ChangeKind.Replaced"/> when a later document of the same kind and subject, or of the same
/// series, stands in its place.</param>
public sealed record BasisChange(ChangeKind Kind, Reference? From, Reference? To);

/// <summary>The differences, in the order of the second plan, what the first alone has at the end.</summary>
public sealed record PlanDifferences(
    IReadOnlyList<TargetChange> Targets,
    IReadOnlyList<TaskChange> Tasks,
    IReadOnlyList<BasisChange> LegalBases
);

/// <summary>
/// Compares two plans: this year's with last year's, the commune's with the city's. Things are matched by meaning, not by
/// place or wording.
/// </summary>
public static class PlanComparison
{
    private const double SameThing = 0.5;

    /// <param name="a">The earlier plan, or the one above.</param>
    /// <param name="b">The later plan, or the one below.</param>
    public static PlanDifferences Compare(Plan a, Plan b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new(Targets(a.Targets, b.Targets), Tasks(a.Tasks, b.Tasks), Bases(a.LegalBases, b.LegalBases));
    }

    private static List<TargetChange> Targets(IReadOnlyList<PlanTarget> from, IReadOnlyList<PlanTarget> to)
    {
        var pairs = Pairing.Of(
            from.Count,
            to.Count,
            Pairing.Bags(from, t => t.Measure),
            Pairing.Bags(to, t => t.Measure),
            SameThing,
            (i, j) =>
                from[i].PrintedUnit == to[j].PrintedUnit
                && (from[i].Value is null) == (to[j].Value is null)
                && from[i].Direction == to[j].Direction
        );
        var changes = new List<TargetChange>();
        for (var j = 0; j < to.Count; j++)
            changes.Add(pairs.ByTo[j] is { } i ? new(Judge(from[i], to[j]), from[i], to[j]) : new(ChangeKind.New, null, to[j]));
        for (var i = 0; i < from.Count; i++)
            if (!pairs.FromUsed[i])
                changes.Add(new(ChangeKind.Dropped, from[i], null));
        return changes;
    }

    // Raised is what asks for more: a higher floor, a lower ceiling.
    private static ChangeKind Judge(PlanTarget from, PlanTarget to)
    {
        if (from.Value is not { } x || to.Value is not { } y)
            return ChangeKind.Same;
        if (x != y)
            return y > x == to.Comparator is not ("<" or "<=") ? ChangeKind.Raised : ChangeKind.Lowered;
        if (from.Upper != to.Upper)
            return (to.Upper ?? y) > (from.Upper ?? x) ? ChangeKind.Raised : ChangeKind.Lowered;
        return from.Comparator == to.Comparator ? ChangeKind.Same : Strictness(from.Comparator, to.Comparator);
    }

    private static ChangeKind Strictness(string? from, string? to) =>
        (from, to) switch
        {
            (">=", ">") or ("=", ">") or ("<=", "<") or ("=", "<") => ChangeKind.Raised,
            (">", ">=") or (">", "=") or ("<", "<=") or ("<", "=") => ChangeKind.Lowered,
            _ => ChangeKind.Changed,
        };

    private static List<TaskChange> Tasks(IReadOnlyList<PlanTask> from, IReadOnlyList<PlanTask> to)
    {
        var pairs = Pairing.Of(
            from.Count,
            to.Count,
            Pairing.Bags(from, t => t.Text),
            Pairing.Bags(to, t => t.Text),
            SameThing,
            (_, _) => true
        );
        var changes = new List<TaskChange>();
        for (var j = 0; j < to.Count; j++)
            changes.Add(
                pairs.ByTo[j] is { } i
                    ? new(SameLead(from[i], to[j]) ? ChangeKind.Same : ChangeKind.Moved, from[i], to[j])
                    : new(ChangeKind.New, null, to[j])
            );
        for (var i = 0; i < from.Count; i++)
            if (!pairs.FromUsed[i])
                changes.Add(new(ChangeKind.Dropped, from[i], null));
        return changes;
    }

    private static bool SameLead(PlanTask a, PlanTask b) =>
        a.Lead.Count == b.Lead.Count
        && a.Lead.All(x => b.Lead.Any(y => Folding.Of(x) == Folding.Of(y) || UnitNames.Match(x, [y]) is not null));

    private static List<BasisChange> Bases(IReadOnlyList<Reference> from, IReadOnlyList<Reference> to)
    {
        var left = from.ToList();
        var changes = new BasisChange[to.Count];
        for (var j = 0; j < to.Count; j++)
            if (left.Find(x => SameDocument(x, to[j])) is { } same)
            {
                left.Remove(same);
                changes[j] = new(ChangeKind.Same, same, to[j]);
            }
        for (var j = 0; j < to.Count; j++)
        {
            if (changes[j] is not null)
                continue;
            var old = left.Find(x => Succeeds(x, to[j]));
            if (old is not null)
                left.Remove(old);
            changes[j] = new(old is null ? ChangeKind.New : ChangeKind.Replaced, old, to[j]);
        }
        return [.. changes, .. left.Select(x => new BasisChange(ChangeKind.Dropped, x, null))];
    }

    private static bool SameDocument(Reference a, Reference b) =>
        a.Symbol is null
            ? b.Symbol is null && a.About == b.About && a.Date == b.Date
            : a.Symbol == b.Symbol && (a.Date is null || b.Date is null || a.Date == b.Date);

    // This year's "…/KH-UBND về phát động …" for last year's: the same kind of document with the same codes about the same.
    private static bool Succeeds(Reference old, Reference later) =>
        old.Kind == later.Kind
        && string.CompareOrdinal(old.Date ?? "", later.Date ?? "") <= 0
        && Pairing.Alike(old.About ?? "", later.About ?? "") >= 0.6
        && (old.Symbol is null || later.Symbol is null || Codes(old.Symbol) == Codes(later.Symbol) || old.Issuer == later.Issuer);

    private static string Codes(string symbol) => new([.. symbol.Where(c => !char.IsAsciiDigit(c))]);
}
