using ThiDua.App.Packs.Reading;

namespace ThiDua.App.Packs.Checks;

/// <summary>The words that units are asked with name the unit, the thing and its day, and every kind's manner is there.</summary>
internal static class MannerChecks
{
    private static readonly LocalText Sort = new("cách nói", "manner");

    public static void Run(PackDraft draft)
    {
        var codes = References.Unique(draft.Manners, m => m.Code);
        foreach (var kind in draft.UnitKinds)
            References.Known(kind, "manner", kind.Value.Manner, codes, Sort);
        foreach (var manner in draft.Manners)
        {
            Holds(manner, "remind", manner.Value.Remind, Manner.Unit, Manner.What, Manner.Day);
            Holds(manner, "overdue", manner.Value.Overdue, Manner.Unit, Manner.What, Manner.Day);
            Holds(manner, "undated", manner.Value.Undated, Manner.Unit, Manner.What);
        }
    }

    private static void Holds(Placed<Manner> manner, string key, LocalText text, params string[] places)
    {
        foreach (var place in places.Where(p => text.Vi.Length > 0 && !text.Vi.Contains(p, StringComparison.Ordinal)))
            manner.Add(key, $"Thiếu {place} trong câu.", $"{place} is missing in the sentence.");
    }
}
