using System.Text.Json;
using static ThiDua.Plans.Tests.Corpus.ScoreText;

namespace ThiDua.Plans.Tests.Corpus;

/// <summary>Scores a reading against a gold file: precision, recall and F1 for each part, matching by meaning and not by wording.</summary>
internal static class PlanScore
{
    internal sealed record Part(
        string Name,
        double Precision,
        double Recall,
        double F1,
        IReadOnlyList<string> Missed,
        IReadOnlyList<string> MadeUp
    );

    private sealed record Item(string? A, string? B, JsonElement Element);

    /// <param name="forgiving">Names and titles are compared as OCR leaves them: marks off, one letter in five may differ.</param>
    public static List<Part> Of(JsonElement gold, Plan plan, bool forgiving = false)
    {
        Forgiving.Value = forgiving;
        var read = JsonDocument.Parse(PlanJson.Write(plan)).RootElement;
        var parts = new List<Part>();
        if (gold.TryGetProperty("header", out var header))
            parts.Add(
                Fields("header", header, read.GetProperty("header"), (k, g, r) => k == "title" ? Contains(Text(g), Text(r)) : Same(g, r))
            );
        foreach (var name in new[] { "legalBases", "references" })
            if (gold.TryGetProperty(name, out var pairs))
                parts.Add(Match(name, Pairs(pairs), Symbols(read.GetProperty(name)), (g, r) => Symbol(g.A) == Symbol(r.A) && g.B == r.B));
        if (gold.TryGetProperty("sections", out var sections))
            parts.Add(Match("sections", Pairs(sections), Fields(read.GetProperty("sections"), "number", "title"), SameSection));
        if (gold.TryGetProperty("targets", out var targets))
            parts.Add(
                Match(
                    "targets",
                    [.. targets.EnumerateArray().Select(t => new Item(null, null, t))],
                    Figured(read.GetProperty("targets")),
                    SameTarget
                )
            );
        if (gold.TryGetProperty("leads", out var leads))
            parts.Add(Leads(gold, leads, read));
        if (gold.TryGetProperty("recipients", out var recipients))
            parts.Add(Match("recipients", Strings(recipients), Strings(read.GetProperty("recipients")), (g, r) => Contains(g.A, r.A)));
        foreach (var name in new[] { "period", "signature" })
            if (gold.TryGetProperty(name, out var fields))
                parts.Add(Fields(name, fields, read.GetProperty(name), (_, g, r) => Same(g, r)));
        return parts;
    }

    private static Part Leads(JsonElement gold, JsonElement leads, JsonElement read)
    {
        var got = read.GetProperty("tasks")
            .EnumerateArray()
            .SelectMany(t =>
                t.GetProperty("lead").EnumerateArray().Select(u => (Section: Text(t.GetProperty("section")), Unit: u.GetString()))
            )
            .Distinct()
            .OrderBy(x => x.Section, StringComparer.Ordinal)
            .ThenBy(x => x.Unit, StringComparer.Ordinal)
            .Select(x => new Item(x.Section, x.Unit, default))
            .ToList();
        static bool Lead(Item g, Item r) => g.A == r.A && Contains(g.B, r.B);
        var extra = Left(Pairs(leads), got, Lead);
        var also = Left(gold.TryGetProperty("leadsAlso", out var more) ? Pairs(more) : [], extra, Lead);
        return Match("leads", Pairs(leads), [.. got.Where(x => !extra.Contains(x) || also.Contains(x))], Lead);
    }

    private static Part Match(string name, List<Item> gold, List<Item> got, Func<Item, Item, bool> same)
    {
        var left = new List<Item>(got);
        var missed = new List<Item>();
        foreach (var g in gold)
        {
            var at = left.FindIndex(x => same(g, x));
            if (at < 0)
                missed.Add(g);
            else
                left.RemoveAt(at);
        }
        var hit = gold.Count - missed.Count;
        var precision =
            got.Count > 0 ? (double)hit / got.Count
            : gold.Count == 0 ? 1
            : 0;
        var recall = gold.Count > 0 ? (double)hit / gold.Count : 1;
        return new(
            name,
            precision,
            recall,
            precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0,
            [.. missed.Select(Show)],
            [.. left.Select(Show)]
        );
    }

    private static List<Item> Left(List<Item> gold, List<Item> got, Func<Item, Item, bool> same)
    {
        var left = new List<Item>(got);
        foreach (var g in gold)
            if (left.FindIndex(x => same(g, x)) is >= 0 and var at)
                left.RemoveAt(at);
        return left;
    }

    private static Part Fields(string name, JsonElement gold, JsonElement read, Func<string, JsonElement, JsonElement, bool> same)
    {
        var all = gold.EnumerateObject().ToList();
        var wrong = all.FindAll(p => !same(p.Name, p.Value, read.TryGetProperty(p.Name, out var r) ? r : default));
        var share = all.Count == 0 ? 1 : (double)(all.Count - wrong.Count) / all.Count;
        return new(
            name,
            share,
            share,
            share,
            [.. wrong.Select(p => $"{p.Name}: {p.Value}, read {(read.TryGetProperty(p.Name, out var r) ? r.ToString() : "nothing")}")],
            []
        );
    }

    private static List<Item> Fields(JsonElement array, string a, string b) =>
        [.. array.EnumerateArray().Select(x => new Item(Text(x.GetProperty(a)), Text(x.GetProperty(b)), default))];

    private static bool SameSection(Item gold, Item read) =>
        gold.A == read.A
        && (
            Forgiving.Value && Alike(Head(Fold(gold.B)), Head(Fold(read.B)))
            || Fold(read.B).StartsWith(Head(Fold(gold.B)), StringComparison.Ordinal)
            || Fold(gold.B).StartsWith(Head(Fold(read.B)), StringComparison.Ordinal)
        );

    private static bool SameTarget(Item gold, Item read)
    {
        var (g, r) = (gold.Element, read.Element);
        return r.GetProperty("value").GetDecimal() == g.GetProperty("value").GetDecimal()
            && Text(r.GetProperty("comparator")) == Text(g.GetProperty("comparator"))
            && SameUnit(g.GetProperty("unit"), Text(r.GetProperty("unit")))
            && WordsIn(
                g.TryGetProperty("words", out var words) ? words.GetString() : null,
                Text(r.GetProperty("text")) + " " + Text(r.GetProperty("measure"))
            );
    }

    private static bool SameUnit(JsonElement gold, string? read)
    {
        if (gold.ValueKind is JsonValueKind.Null || read is null)
            return gold.ValueKind is JsonValueKind.Null && read is null;
        var names = gold.ValueKind is JsonValueKind.Array ? gold.EnumerateArray().Select(u => u.GetString()) : [gold.GetString()];
        return names.Any(u =>
            Forgiving.Value && Alike(Fold(u), Fold(read))
            || Fold(read) == Fold(u)
            || Fold(read).StartsWith(Fold(u) + " ", StringComparison.Ordinal)
            || Fold(u).StartsWith(Fold(read) + " ", StringComparison.Ordinal)
        );
    }

    private static bool WordsIn(string? words, string text)
    {
        if (Forgiving.Value)
            (words, text) = (Letters(Fold(words)), Letters(Fold(text)));
        var asked = Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var there = Fold(text).Split(' ').ToHashSet(StringComparer.Ordinal);
        return asked.Length == 0 || asked.Count(there.Contains) * 2 >= asked.Length;
    }

    private static List<Item> Pairs(JsonElement array) =>
        [.. array.EnumerateArray().Select(p => new Item(Text(p[0]), Text(p[1]), default))];

    private static List<Item> Symbols(JsonElement array) => [.. Fields(array, "symbol", "date").Where(i => !string.IsNullOrEmpty(i.A))];

    private static List<Item> Strings(JsonElement array) => [.. array.EnumerateArray().Select(x => new Item(x.GetString(), null, default))];

    private static List<Item> Figured(JsonElement array) =>
        [
            .. array
                .EnumerateArray()
                .Where(t => t.GetProperty("value").ValueKind is JsonValueKind.Number)
                .Select(t => new Item(null, null, t)),
        ];

    private static string Show(Item item) =>
        item.Element.ValueKind is JsonValueKind.Object ? item.Element.GetRawText().Replace('\n', ' ') : $"{item.A} | {item.B}";

    private static string? Text(JsonElement e) =>
        e.ValueKind is JsonValueKind.String ? e.GetString()
        : e.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null
        : e.GetRawText();

    private static bool Same(JsonElement a, JsonElement b) =>
        Text(a) == Text(b) || (Forgiving.Value && Text(a) is { } x && Text(b) is { } y && Alike(Fold(x), Fold(y)));
}
