namespace ThiDua.App.Features.Registers.Rows;

/// <summary>A row as its list shows it.</summary>
public sealed record RowItem
{
    public int Id { get; init; }
    public string PublicId { get; init; } = "";
    public string State { get; init; } = "";
    public string Title { get; init; } = "";

    /// <summary>The title folded.</summary>
    public string Search { get; init; } = "";
    public DateOnly Date { get; init; }

    /// <summary>When it came into its state.</summary>
    public DateTimeOffset MovedAt { get; init; }
    public int UnitId { get; init; }
    public string Unit { get; init; } = "";
    public string UnitCode { get; init; } = "";
    public string UnitKey { get; init; } = "";
    public string UnitSearch { get; init; } = "";
    public string Path { get; init; } = "";
    public string Content { get; init; } = "";

    /// <summary>Of the field that the list is sorted by.</summary>
    public string? SortKey { get; init; }
    public IReadOnlyDictionary<string, string> Data { get; init; } = new Dictionary<string, string>();
}
