using ThiDua.App.Data;

namespace ThiDua.App.Features.Registers.Trash;

/// <summary>
/// A cancelled row waits for those who cancelled it by mistake: a month holds the next report and the next meeting, at which such
/// slips come out. Then what it held is dropped: nobody needs it, and it may speak of people.
/// </summary>
public static class RowTrash
{
    public const int Days = 30;

    /// <summary>The last day on which a row that was cancelled then can be brought back.</summary>
    public static DateOnly Last(DateTimeOffset cancelled) => DateOnly.FromDateTime(cancelled.Local().DateTime).AddDays(Days);

    public static bool IsOver(DateTimeOffset cancelled, DateOnly today) => today > Last(cancelled);

    /// <summary>Rows that were cancelled before this moment are over on that day.</summary>
    public static DateTimeOffset OverBefore(DateOnly today) => today.AddDays(-Days).Midnight();
}
