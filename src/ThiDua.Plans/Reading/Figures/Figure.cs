namespace ThiDua.Plans.Reading.Figures;

/// <summary>A figure of a target: comparator, value, unit, and where it stands.</summary>
/// <param name="Start">Offset where the figure begins, its comparator and what it is raised or lowered from included.</param>
/// <param name="NumberStart">Offset of its first digit.</param>
/// <param name="End">Offset after the unit.</param>
/// <param name="Word">The word of the number.</param>
/// <param name="Explicit">A comparator is written.</param>
internal sealed record Figure(
    int Start,
    int NumberStart,
    int End,
    int Word,
    string Comparator,
    decimal Value,
    decimal? Upper,
    string Unit,
    bool Explicit,
    FigureForm Form
)
{
    /// <summary>"khoảng 500" is read as 500.</summary>
    public bool About { get; init; }

    /// <summary>"từ 12 vụ xuống còn 8 vụ": a level that is come down or up to; null for any other figure.</summary>
    public Change? Change { get; init; }

    public bool IsShare => Unit is "%" or "‰";
}
