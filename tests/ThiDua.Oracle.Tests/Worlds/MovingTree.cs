namespace ThiDua.Oracle.Tests;

/// <summary>A still tree, then moves, merges, splits, changes of kind, closings and openings at any day.</summary>
public sealed class MovingTree
{
    private readonly Chance _chance;
    private readonly List<RawStay> _stays;
    private readonly List<RawSuccession> _successions = [];

    private MovingTree(Chance chance, IEnumerable<RawStay> stays) => (_chance, _stays) = (chance, [.. stays]);

    public static (IReadOnlyList<RawStay> Stays, IReadOnlyList<string> Kinds, IReadOnlyList<RawSuccession> Successions) Make(Chance chance)
    {
        var (stays, kinds) = chance.In(30) ? StillTree.Make(chance) : StillTree.Make(chance, 3, chance.From(5, 8));
        var tree = new MovingTree(chance, stays);
        foreach (var day in Days(chance))
        {
            tree.Happen(day);
        }
        return (tree._stays, kinds, tree._successions);
    }

    private static IEnumerable<DateOnly> Days(Chance chance)
    {
        var days = new SortedSet<DateOnly>();
        for (var left = chance.From(1, 4); left > 0; left--)
        {
            var first = new DateOnly(chance.Of(2024, 2025, 2025), chance.From(1, 12), 1);
            days.Add(chance.Of(first, first.AddMonths(1).AddDays(-1), chance.Day(first, first.AddMonths(1).AddDays(-1)), first.AddDays(1)));
        }
        return days;
    }

    private void Happen(DateOnly day)
    {
        switch (_chance.Below(6))
        {
            case 0 or 1:
                Move(day);
                break;
            case 2:
                Merge(day);
                break;
            case 3:
                Split(day);
                break;
            case 4:
                ChangeKind(day);
                break;
            default:
                CloseOrOpen(day);
                break;
        }
    }

    private List<RawStay> Now(DateOnly day) => [.. _stays.Where(stay => stay.From < day && (stay.To is null || stay.To >= day))];

    private List<RawStay> Children(int unit, DateOnly day) => [.. Now(day).Where(stay => stay.Parent == unit)];

    // Not the top of all, which every question may be about.
    private RawStay? Some(DateOnly day) =>
        Now(day).Where(stay => stay.Parent is not null).ToList() is { Count: > 0 } some ? _chance.Of(some) : null;

    private RawStay End(RawStay stay, DateOnly day)
    {
        var ended = stay with { To = day.AddDays(-1) };
        _stays[_stays.IndexOf(stay)] = ended;
        return ended;
    }

    private void Restay(RawStay stay, DateOnly day, string kind, int? parent)
    {
        End(stay, day);
        _stays.Add(new(stay.Unit, day, null, kind, parent));
    }

    private int New(DateOnly day, string kind, int? parent)
    {
        var unit = _stays.Max(stay => stay.Unit) + 1;
        _stays.Add(new(unit, day, null, kind, parent));
        return unit;
    }

    private void Move(DateOnly day)
    {
        if (Some(day) is not { } stay)
        {
            return;
        }
        var tree = new RawTree(_stays);
        var before = day.AddDays(-1);
        var places = Now(day)
            .Where(one => one.Unit != stay.Parent && one.Kind != "thon" && !tree.Below(one.Unit, stay.Unit, before))
            .ToList();
        if (places.Count > 0)
        {
            Restay(stay, day, stay.Kind, _chance.Of(places).Unit);
        }
    }

    // Two of a kind, or absorbed by one of them; their children follow.
    private void Merge(DateOnly day)
    {
        if (
            Some(day) is not { } one
            || Now(day).Where(other => other.Kind == one.Kind && other != one && other.Parent is not null).ToList()
                is not { Count: > 0 } others
        )
        {
            return;
        }
        var other = _chance.Of(others);
        var tree = new RawTree(_stays);
        if (tree.Below(other.Unit, one.Unit, day.AddDays(-1)) || tree.Below(one.Unit, other.Unit, day.AddDays(-1)))
        {
            return;
        }
        var absorbs = _chance.In(40);
        var into = absorbs ? one.Unit : New(day, one.Kind, one.Parent);
        foreach (var stay in absorbs ? [other] : new[] { one, other })
        {
            foreach (var child in Children(stay.Unit, day))
            {
                Restay(child, day, child.Kind, into);
            }
            End(stay, day);
            _successions.Add(new(day, stay.Unit, into, Exact.One));
        }
    }

    private void Split(DateOnly day)
    {
        if (Some(day) is not { } stay)
        {
            return;
        }
        var share = _chance.Of<Exact>(new(1, 2), new(1, 4), new(2, 5));
        var first = New(day, stay.Kind, stay.Parent);
        var second = New(day, stay.Kind, stay.Parent);
        foreach (var child in Children(stay.Unit, day))
        {
            Restay(child, day, child.Kind, _chance.Of(first, second));
        }
        End(stay, day);
        _successions.Add(new(day, stay.Unit, first, share));
        _successions.Add(new(day, stay.Unit, second, Exact.One - share));
    }

    private void ChangeKind(DateOnly day)
    {
        if (Some(day) is { } stay)
        {
            Restay(stay, day, _chance.Of("thon", "xa", "phuong"), stay.Parent);
        }
    }

    private void CloseOrOpen(DateOnly day)
    {
        if (_chance.In(50) && Some(day) is { } stay && Children(stay.Unit, day).Count == 0)
        {
            End(stay, day);
            return;
        }
        var places = Now(day).Where(one => one.Kind != "thon").ToList();
        if (places.Count > 0)
        {
            New(day, "thon", _chance.Of(places).Unit);
        }
    }
}
