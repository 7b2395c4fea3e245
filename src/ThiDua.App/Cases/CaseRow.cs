namespace ThiDua.App.Cases;

/// <summary>A case as lists show it.</summary>
public sealed record CaseRow
{
    public int Id { get; init; }
    public string PublicId { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Pack { get; init; } = "";
    public string State { get; init; } = "";
    public string Title { get; init; } = "";

    /// <summary>The title folded: what is searched, and sorted by.</summary>
    public string Search { get; init; } = "";
    public int UnitId { get; init; }
    public string Unit { get; init; } = "";
    public string UnitKind { get; init; } = "";
    public string UnitKey { get; init; } = "";
    public string Path { get; init; } = "";
    public DateOnly? Due { get; init; }
    public DateOnly? SoonFrom { get; init; }
    public DateTimeOffset MovedAt { get; init; }

    /// <summary>Who brought it into its state; null for the system.</summary>
    public string? MovedBy { get; init; }
    public string? Reason { get; init; }
    public int Version { get; init; }
    public string SortKey { get; init; } = "";

    /// <summary>Code of the flow that it follows.</summary>
    public string Flow { get; init; } = "";

    /// <summary>The kind's own word beside it (<see cref="ICaseKind.Remarks"/>), where a list asks for it.</summary>
    public string? Remark { get; init; }

    /// <summary>What is due first stands first, what has no day last.</summary>
    public static IOrderedQueryable<CaseRow> ByDue(IQueryable<CaseRow> rows, bool descending) =>
        (descending ? rows.OrderBy(r => r.Due == null).ThenByDescending(r => r.Due) : rows.OrderBy(r => r.Due == null).ThenBy(r => r.Due))
            .ThenBy(r => r.MovedAt)
            .ThenBy(r => r.Id);
}
