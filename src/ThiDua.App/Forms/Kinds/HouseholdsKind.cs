using System.Globalization;
using System.Text.RegularExpressions;
using ThiDua.App.Packs;

namespace ThiDua.App.Forms;

/// <summary>
/// Households of the unit's own list, ticked by their order numbers or by whole groups: <c>1-48, 52</c>. Only how many is kept with
/// the form; which ones is kept apart, under a key.
/// </summary>
internal sealed partial class HouseholdsKind() : FieldKind(FieldKinds.Households)
{
    /// <summary>The largest order number.</summary>
    public const int Most = 20_000;

    private static readonly LocalText Counted = new("hộ", "households");
    private static readonly char[] Between = ['\n', ';', ',', ' '];

    public override FieldControl Control(FormField field, FormNames names) => FieldControl.Households;

    public override FieldReading Read(FormField field, string typed, FormNames names)
    {
        // As lists show it: what it held stays.
        if (Written().Match(typed) is { Success: true } counted)
            return new(int.Parse(counted.Groups[1].Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
        if (Numbers(typed) is not { } numbers)
            return FieldReading.Wrong("NotHouseholds");
        var known = names.Of(field).SelectMany(g => Numbers(g.Key) ?? []).ToHashSet();
        if (known.Count == 0)
            return FieldReading.Wrong("NoHouseholdList");
        var missing = numbers.Where(n => !known.Contains(n)).ToList();
        return missing.Count > 0
            ? FieldReading.Wrong("NoSuchHousehold", missing[0])
            : new(numbers.Count.ToString(CultureInfo.InvariantCulture));
    }

    public override string Show(FormField field, string value, FormNames names) => $"{value} {Counted.Here()}";

    public override string Typed(FormField field, string value, FormNames names) => Show(field, value, names);

    public override string SortKey(FormField field, string value, FormNames names) => FieldKinds.Of(Sorted).SortKey(Sorted, value, names);

    private static readonly FormField Sorted = new()
    {
        Code = "count",
        Kind = FieldKinds.Number,
        Label = new("", ""),
    };

    /// <summary>Order numbers as they are written; null for what is none.</summary>
    public static SortedSet<int>? Numbers(string typed)
    {
        var numbers = new SortedSet<int>();
        foreach (var part in Range().Replace(typed, "$1-$2").Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-', 2);
            if (Number(ends[0]) is not { } first || Number(ends[^1]) is not { } last || last < first)
                return null;
            for (var number = first; number <= last; number++)
                numbers.Add(number);
        }
        return numbers.Count == 0 ? null : numbers;
    }

    /// <summary>The shortest way to write them.</summary>
    public static string Text(IEnumerable<int> numbers)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var number in numbers.Distinct().Order())
            if (ranges.Count > 0 && ranges[^1].Last == number - 1)
                ranges[^1] = (ranges[^1].First, number);
            else
                ranges.Add((number, number));
        return string.Join(", ", ranges.Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}-{r.Last}"));
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most ? number : null;

    [GeneratedRegex(@"([0-9]+)\s*[-–]\s*([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"^([0-9]{1,5})\s*(?:hộ|households)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    public static partial Regex Written();
}
