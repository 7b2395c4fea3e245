using System.Text.Json.Serialization;

namespace ThiDua.Plans;

/// <summary>
/// What one plan document says, as far as it says it: the contract of <c>thidua read FILE --json</c>. Strings are in
/// Unicode NFC. A thing that the document does not say is <c>null</c> or an empty list, never a guess. All line numbers
/// are 1-based lines of <see cref="SourceDocument"/>, the text form of the document.
/// </summary>
public sealed record Plan
{
    public required PlanHeader Header { get; init; }
    public PlanPeriod Period { get; init; } = new(null, null);
    public IReadOnlyList<Reference> LegalBases { get; init; } = [];
    public IReadOnlyList<Reference> References { get; init; } = [];
    public IReadOnlyList<Section> Sections { get; init; } = [];
    public IReadOnlyList<PlanTarget> Targets { get; init; } = [];
    public IReadOnlyList<PlanTask> Tasks { get; init; } = [];
    public IReadOnlyList<Duty> Duties { get; init; } = [];
    public IReadOnlyList<string> Recipients { get; init; } = [];
    public Signature Signature { get; init; } = new(null, null, null);
    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}

/// <param name="Kind">Code of the document type, Decree 30/2020/NĐ-CP Annex III (<c>KH</c>, <c>QĐ</c>, <c>BC</c> …);
/// <c>CV</c> is our own for a letter.</param>
/// <param name="Number"><c>76</c>; null in a draft.</param>
/// <param name="Symbol"><c>KH-UBND</c>, without the number.</param>
/// <param name="Date">ISO 8601, as much as is written: <c>2024-04-15</c> or <c>2024-04</c>.</param>
/// <param name="Title">The subject line in one line, without the document type.</param>
/// <param name="Year">The campaign's year, from the title, else the date.</param>
public sealed record PlanHeader(
    string? Kind,
    string? Number,
    string? Symbol,
    string? Issuer,
    string? Place,
    string? Date,
    string? Title,
    int? Year
);

/// <summary>When the campaign runs; ISO dates.</summary>
public sealed record PlanPeriod(string? From, string? To);

/// <param name="Symbol">Number and symbol together: <c>76/KH-UBND</c>; null for a law cited by name.</param>
/// <param name="Date">ISO 8601, the best date seen of several citations.</param>
/// <param name="Cited">Numbers of the sections that cite it; the opening "Căn cứ" lines stand before any section and give none.</param>
public sealed record Reference(string? Kind, string? Symbol, string? Date, string? Issuer, string? About, IReadOnlyList<string> Cited);

/// <param name="Number">Dotted path from the topmost part down: <c>II</c>, <c>II.2</c>, <c>III.2.1</c>, <c>A.I.1</c>,
/// <c>Đ1.2.a</c>.</param>
public sealed record Section(string Number, Excerpt Title, int Depth, LineRange Lines);

/// <param name="Text">The clause.</param>
/// <param name="Measure">The thing measured, without its figure.</param>
/// <param name="Comparator">One of <c>&gt;= &gt; = &lt; &lt;=</c>; null where there is no figure.</param>
/// <param name="Value">Null for a wish without a figure.</param>
/// <param name="Upper">The upper bound of a range ("từ 13 đến 13,5 %").</param>
/// <param name="Unit"><c>%</c>, or the counted thing ("mô hình", "vụ"); per what it is counted stands in <see cref="Per"/>.</param>
/// <param name="Direction"><c>decrease</c> or <c>increase</c> against <paramref name="Baseline"/>, else null.</param>
/// <param name="Baseline">The year compared with.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record PlanTarget(
    string? Section,
    Excerpt Text,
    string Measure,
    string? Comparator,
    decimal? Value,
    decimal? Upper,
    string? Unit,
    string? Direction,
    int? Baseline,
    IReadOnlyList<string> Responsible,
    Due? Due,
    double Confidence,
    LineRange Lines
)
{
    /// <summary>
    /// "tuần" of "02 lần/tuần", "năm" of "03 lớp/năm"; else null. A rate of money keeps its own in the unit: "triệu
    /// đồng/người/năm".
    /// </summary>
    public string? Per { get; init; }

    /// <summary>
    /// <see cref="Direction"/> where <see cref="Value"/> is by how much; null where it is a level, though it is to come
    /// down to it ("từ 12 vụ xuống còn 8 vụ").
    /// </summary>
    [JsonIgnore]
    public string? ChangeDirection => Baseline is null && Direction is "decrease" && Comparator is "<" or "<=" ? null : Direction;

    /// <summary>Unit and <see cref="Per"/> as they are printed: "lần/tuần".</summary>
    [JsonIgnore]
    public string? PrintedUnit => Per is null ? Unit : $"{Unit}/{Per}";
}

/// <param name="Lead">Units made responsible, as the document names them (chủ trì, giao, đề nghị …).</param>
/// <param name="With">Units that only support (phối hợp).</param>
public sealed record PlanTask(
    string? Section,
    Excerpt Text,
    IReadOnlyList<string> Lead,
    IReadOnlyList<string> With,
    Due? Due,
    double Confidence,
    LineRange Lines
);

/// <summary>A reporting duty: who reports what to whom, and when.</summary>
public sealed record Duty(string? Who, string? To, string What, Due? Due, LineRange Lines);

/// <summary>Either a date (ISO 8601) or a recurrence: <c>week</c>, <c>month</c>, <c>quarter</c>, <c>half</c>, <c>year</c>.</summary>
public sealed record Due(string? Date, string? Every);

/// <param name="Authority">"TM. ỦY BAN NHÂN DÂN"; with the head in whose place is signed behind it: "TM. ỦY BAN NHÂN DÂN
/// KT. CHỦ TỊCH".</param>
/// <param name="Title">The signer's own: "CHỦ TỊCH", "PHÓ CHỦ TỊCH".</param>
public sealed record Signature(string? Authority, string? Title, string? Name)
{
    private static readonly string[] Instead = ["KT.", "TL.", "TUQ."];

    /// <summary>
    /// The authority in its two printed lines (Decree 30/2020, Annex I, box 7a): on whose behalf ("TM. …"), and for which
    /// head ("KT. …"); either may be null.
    /// </summary>
    public (string? OnBehalf, string? For) Powers()
    {
        if (Authority is null)
            return (null, null);
        foreach (var power in Instead)
        {
            var at = Authority.StartsWith(power, StringComparison.OrdinalIgnoreCase)
                ? 0
                : Authority.IndexOf(" " + power, StringComparison.OrdinalIgnoreCase);
            if (at == 0)
                return (null, Authority);
            if (at > 0)
                return (Authority[..at], Authority[(at + 1)..]);
        }
        return (Authority, null);
    }
}

/// <summary>
/// What the reader was unsure of. <paramref name="Code"/> is stable and in English, <paramref name="Message"/> is
/// Vietnamese, for the person who imports.
/// </summary>
public sealed record Warning(string Code, string Message, LineRange? Lines);

/// <summary>First and last line, 1-based, both included.</summary>
public readonly record struct LineRange(int First, int Last);
