using ThiDua.App.Packs.Reading;
using static ThiDua.App.Packs.Reading.Wording;

namespace ThiDua.App.Packs.Checks;

/// <summary>The checks that every sort of definition shares.</summary>
internal static class References
{
    /// <summary>Reports every code after its first, and returns the known codes.</summary>
    public static HashSet<string> Unique<T>(IReadOnlyList<Placed<T>> all, Func<T, string> code, string key = "code")
    {
        var first = new Dictionary<string, Placed<T>>(StringComparer.Ordinal);
        foreach (var one in all.Where(o => code(o.Value).Length > 0))
        {
            if (!first.TryAdd(code(one.Value), one))
            {
                var other = first[code(one.Value)].At;
                one.Add(
                    key,
                    $"\"{code(one.Value)}\" đã có ở {other.File}, dòng {other.Map.Line}.",
                    $"\"{code(one.Value)}\" stands already in {other.File}, line {other.Map.Line}."
                );
            }
        }
        return [.. first.Keys];
    }

    /// <summary>Reports a code that no definition has.</summary>
    public static bool Known<T>(Placed<T> from, string key, string? code, IReadOnlyCollection<string> known, LocalText sort)
    {
        if (string.IsNullOrEmpty(code) || known.Contains(code))
        {
            return true;
        }
        var meant = Meant(code, known);
        // A long list does not help; the nearest word does.
        var listed = known.Count <= 60 ? Listed(known.Order(StringComparer.Ordinal)) : null;
        from.Add(key, $"Không có {sort.Vi} \"{Cut(code)}\".{meant.Vi}", $"There is no {sort.En} \"{Cut(code)}\".{meant.En}", listed);
        return false;
    }

    public static void AllKnown<T>(
        Placed<T> from,
        string key,
        IReadOnlyList<string> codes,
        IReadOnlyCollection<string> known,
        LocalText sort
    )
    {
        for (var i = 0; i < codes.Count; i++)
        {
            Known(from, $"{key}[{i}]", codes[i], known, sort);
        }
    }

    public static void Dates<T>(Placed<T> from, DateOnly? validFrom, DateOnly? validTo)
    {
        if (validFrom > validTo)
        {
            from.Add("validTo", "Ngày hết hiệu lực trước ngày có hiệu lực.", "The last day of validity is before the first.");
        }
    }

    /// <summary>Nothing is called verified without the text it was checked against.</summary>
    public static void Basis<T>(Placed<T> from, bool verified, string? basis)
    {
        if (verified && basis is null)
        {
            from.Add(
                "verified",
                "Đã ghi \"verified: true\" nhưng không có căn cứ.",
                "It says \"verified: true\" but gives no basis.",
                new(
                    "mục \"basis\" ghi văn bản đã đối chiếu, hoặc verified: false",
                    "\"basis\" with the text it was checked against, or verified: false"
                )
            );
        }
    }
}
