using ThiDua.Plans;

namespace ThiDua.App.Features.Plans.Compare;

/// <param name="What">The target, the task or the document.</param>
/// <param name="From">How it stands in the first plan; blank when it is not there.</param>
public sealed record ComparisonRow(ChangeKind Kind, string What, string From, string To);

/// <param name="Name">Short, for a sheet's tab.</param>
public sealed record ComparisonTable(string Name, string Item, string Before, string After, IReadOnlyList<ComparisonRow> Rows)
{
    /// <summary>What changed, in the order in which people ask for it.</summary>
    public IReadOnlyList<ComparisonRow> Changes =>
        [.. Rows.Where(r => r.Kind != ChangeKind.Same).OrderBy(r => Array.IndexOf(Comparison.Order, r.Kind))];

    public int Count(ChangeKind kind) => Rows.Count(r => r.Kind == kind);
}

/// <summary>Two plans side by side as tables of words, in Vietnamese: what the command line prints and what both files hold.</summary>
public sealed record Comparison(Plan A, Plan B, IReadOnlyList<ComparisonTable> Tables)
{
    internal static readonly ChangeKind[] Order =
    [
        ChangeKind.Raised,
        ChangeKind.Lowered,
        ChangeKind.Changed,
        ChangeKind.Moved,
        ChangeKind.Replaced,
        ChangeKind.New,
        ChangeKind.Dropped,
        ChangeKind.Same,
    ];

    public static Comparison Of(Plan a, Plan b) => Of(a, b, PlanComparison.Compare(a, b));

    public static Comparison Of(Plan a, Plan b, PlanDifferences found) =>
        new(
            a,
            b,
            [
                new(
                    "Chỉ tiêu",
                    "Chỉ tiêu",
                    "Kế hoạch trước",
                    "Kế hoạch sau",
                    [.. found.Targets.Select(c => new ComparisonRow(c.Kind, (c.To ?? c.From)!.Measure, Figure(c.From), Figure(c.To)))]
                ),
                new(
                    "Nhiệm vụ",
                    "Nhiệm vụ",
                    "Chủ trì trước",
                    "Chủ trì sau",
                    [.. found.Tasks.Select(c => new ComparisonRow(c.Kind, (c.To ?? c.From)!.Text, Leads(c.From), Leads(c.To)))]
                ),
                new("Căn cứ", "Nội dung văn bản", "Kế hoạch trước", "Kế hoạch sau", Bases(found)),
            ]
        );

    public static IReadOnlyList<ComparisonRow> Bases(PlanDifferences found) =>
        [.. found.LegalBases.Select(c => new ComparisonRow(c.Kind, About(c), Document(c.From), Document(c.To)))];

    /// <summary>The change in words, as in the middle of a sentence.</summary>
    public static string Word(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Raised => "nâng lên",
            ChangeKind.Lowered => "hạ xuống",
            ChangeKind.Dropped => "bỏ",
            ChangeKind.New => "mới",
            ChangeKind.Moved => "đổi đơn vị",
            ChangeKind.Replaced => "thay thế",
            ChangeKind.Changed => "khác",
            _ => "như cũ",
        };

    /// <summary>"nâng lên 2, mới 3; như cũ 5"; blank for two empty plans.</summary>
    public static string Counts(ComparisonTable table) =>
        string.Join(
            "; ",
            new[]
            {
                string.Join(", ", Order.SkipLast(1).Where(k => table.Count(k) > 0).Select(k => $"{Word(k)} {table.Count(k)}")),
                table.Count(ChangeKind.Same) is var same and > 0 ? $"như cũ {same}" : "",
            }.Where(p => p.Length > 0)
        );

    private static string Figure(PlanTarget? target) =>
        target is null ? ""
        : PlanFigures.Of(target) is { Length: > 0 } figure ? figure
        : "không nêu con số";

    private static string Leads(PlanTask? task) =>
        task is null ? ""
        : task.Lead.Count == 0 ? "không nêu đơn vị"
        : string.Join("; ", task.Lead);

    private static string About(BasisChange change) =>
        (change.To ?? change.From)! is var document && document.About is { Length: > 0 } about ? about : document.Symbol ?? "";

    private static string Document(Reference? document) =>
        document is null ? "" : string.Join(", ", new[] { document.Symbol, Dated(document.Date) }.Where(p => p is not null));

    private static string? Dated(string? iso) =>
        iso?.Split('-') switch
        {
            [var year, var month, var day] => $"{day}/{month}/{year}",
            [var year, var month] => $"{month}/{year}",
            [var year] => year,
            _ => null,
        };
}
