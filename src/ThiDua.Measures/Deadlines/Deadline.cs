namespace ThiDua.Measures;

/// <summary>How something that is due stands.</summary>
public enum DueState
{
    /// <summary>Before the day from which it can be sent.</summary>
    NotOpen,

    /// <summary>hạn</summary>
    Due,

    /// <summary>sắp đến hạn; the due date itself too.</summary>
    Soon,

    /// <summary>quá hạn: from the first instant after the due date.</summary>
    Overdue,

    DoneInTime,

    DoneLate,
}

/// <summary>The days of one thing that is due, all in Asia/Ho_Chi_Minh. The due date counts to its last instant.</summary>
/// <param name="Opens">The first day on which it can be sent.</param>
/// <param name="SoonFrom">The first day on which it is "soon".</param>
/// <param name="Due">The last day in time.</param>
/// <param name="IsCertain">False where the table of holidays does not reach: the date may still move.</param>
/// <param name="Reminders">The days on which to remind, in order.</param>
public sealed record Deadline(DateOnly Opens, DateOnly SoonFrom, DateOnly Due, bool IsCertain, IReadOnlyList<DateOnly> Reminders)
{
    /// <param name="done">When it was sent; null while it was not. What was sent after <paramref name="now"/> was not yet sent.</param>
    public DueState At(DateTimeOffset now, DateTimeOffset? done = null)
    {
        if (done is { } sent && sent <= now)
        {
            return VietnamTime.DayOf(sent) <= Due ? DueState.DoneInTime : DueState.DoneLate;
        }

        var today = VietnamTime.DayOf(now);
        return today > Due ? DueState.Overdue
            : today >= SoonFrom ? DueState.Soon
            : today >= Opens ? DueState.Due
            : DueState.NotOpen;
    }

    /// <summary>Days until the due date, 0 on it, negative after it.</summary>
    public int DaysLeft(DateTimeOffset now) => Due.DayNumber - VietnamTime.DayOf(now).DayNumber;
}
