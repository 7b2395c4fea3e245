namespace ThiDua.App.Lists;

/// <summary>One column: what it shows of a row, and how the database sorts and totals by it.</summary>
/// <param name="Code">Stable: it stands in addresses and in the exports for programs.</param>
public sealed record ListColumn<TRow>(string Code, string Label, Func<TRow, ListCell> Show)
{
    /// <summary>Null: not sorted by.</summary>
    public ListOrder<TRow>? Order { get; init; }
    public ListTotal<TRow>? Total { get; init; }

    /// <summary>Shown only when chosen, and in print and exports.</summary>
    public bool HiddenAtFirst { get; init; }

    /// <summary>Names the row; it leads to the row's page.</summary>
    public bool IsName { get; init; }
}
