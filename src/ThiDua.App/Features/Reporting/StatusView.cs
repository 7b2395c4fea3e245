using Microsoft.Extensions.Localization;
using ThiDua.App.Deadlines;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Reporting;

/// <summary>A report's state as icon, words and colour.</summary>
public sealed record StatusView(string Icon, string Class, string Words)
{
    public static StatusView Of(ReportStatus status, Due due, DateOnly opens, DateOnly today, IStringLocalizer<Text> text) =>
        status switch
        {
            ReportStatus.NotYetOpen => new("silent", "calm", text["NotYetOpen", Show.Date(opens)]),
            ReportStatus.Due => new("waiting", "calm", text["Due", Show.Date(due.Day)]),
            ReportStatus.DueSoon => new(
                "waiting",
                "soon",
                today == due.Day ? text["DueToday"] : text["DueSoon", Show.Date(due.Day), due.Day.DayNumber - today.DayNumber]
            ),
            ReportStatus.Overdue => new("missed", "bad", text["Overdue", Show.Date(due.Day), today.DayNumber - due.Day.DayNumber]),
            ReportStatus.Sent => new("on-track", "calm", text["Sent"]),
            ReportStatus.Returned => new("behind", "soon", text["Returned"]),
            ReportStatus.Reopened => new("behind", "soon", text["Reopened"]),
            _ => new("met", "good", text["Approved"]),
        };
}
