namespace ThiDua.Plans.Source.Layout;

/// <summary>A cell of a table while it is read.</summary>
internal sealed class TableCell
{
    /// <summary>What Word allows; a wider span is hostile.</summary>
    public const int MaxColumns = 63;

    public readonly List<SourceLine> Lines = [];
    public int Span = 1;
    public bool ContinuesAbove;
    public bool ContinuesLeft;
    public Borders Borders;
}
