using ThiDua.Paper;

namespace ThiDua.Plans.Tests.Generated;

/// <summary>A made-up plan as a document, and what a reader must say of it.</summary>
public sealed record PlanCase(OfficialDocument Document, Plan Expected)
{
    // Shown by the property test when it fails.
    public override string ToString() => Expectation.Of(Expected);
}

/// <summary>
/// What the generator vouches for, one line a thing: all that a plan says except where it stands, how sure the reader is
/// and how it cuts a sentence into words.
/// </summary>
public static class Expectation
{
    public static string Of(Plan p) => string.Join('\n', Lines(p));

    private static IEnumerable<string> Lines(Plan p) =>
        [
            Of(p.Header),
            $"period {p.Period.From ?? "-"} {p.Period.To ?? "-"}",
            .. p.LegalBases.Select(r => $"basis {Cited(r)}"),
            .. p.References.Select(r => $"reference {Cited(r)} in {string.Join(',', r.Cited)}"),
            .. p.Sections.Select(s => $"section {s.Number} {s.Depth} {s.Title}"),
            .. p.Targets.Where(t => t.Value is not null).Select(Of),
            .. p.Tasks.Where(t => t.Lead.Count > 0).Select(Of),
            $"recipients {string.Join(" | ", p.Recipients)}",
            $"signature {p.Signature.Authority} | {p.Signature.Title} | {p.Signature.Name ?? "-"}",
        ];

    private static string Of(PlanHeader h) =>
        $"header {h.Kind} {h.Number ?? "-"}/{h.Symbol} | {h.Issuer} | {h.Place} | {h.Date} | {h.Title} | {h.Year}";

    private static string Of(PlanTarget t) =>
        $"target {t.Section} {t.Comparator}{t.Value:0.##}{(t.Upper is null ? "" : $"..{t.Upper:0.##}")} {t.Unit} "
        + $"{t.Direction ?? "-"} {t.Baseline?.ToString() ?? "-"}";

    private static string Of(PlanTask t) =>
        $"task {t.Section} lead {string.Join(" + ", t.Lead)} with {string.Join(" + ", t.With)} "
        + $"due {t.Due?.Date ?? t.Due?.Every ?? "-"}";

    private static string Cited(Reference r) => $"{r.Kind} {r.Symbol} {r.Date}";
}
