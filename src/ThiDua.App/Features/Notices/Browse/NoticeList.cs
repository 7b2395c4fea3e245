using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Notices;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Notices.Browse;

/// <summary>One's own reminders, the newest first.</summary>
public sealed class NoticeList(AppDb db, Viewer viewer, TimeProvider clock, IStringLocalizer<Text> text) : IListSource
{
    public Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken) =>
        Task.FromResult<ListDefinition?>(
            new ListDefinition<Notice>
            {
                Code = "notices",
                Title = text["Title"],
                Empty = text["Empty"],
                Rows = Mine().AsNoTracking(),
                Key = ListKey.Of((Notice n) => n.Id),
                Order = ListOrder.By((Notice n) => n.Id),
                NewestFirst = true,
                Columns =
                [
                    new("what", text["What"], n => ListCell.Of(n.Title)) { IsName = true },
                    new("says", text["Says"], n => ListCell.Of(Says(n))),
                    new("unit", text["Unit"], n => ListCell.Of(n.Unit)) { HiddenAtFirst = true },
                    new("due", text["Due"], n => ListCell.Of(n.Due)) { Order = ListOrder.By((Notice n) => n.Due) },
                    new("at", text["At"], n => ListCell.Of(n.At)) { Order = ListOrder.By((Notice n) => n.Id) },
                    new("read", text["Read"], n => ListCell.Of(text[n.ReadAt is null ? "New" : "Seen"])),
                ],
                Filters =
                [
                    new ChoiceFilter<Notice>(
                        "read",
                        text["Read"],
                        [new("no", text["New"]), new("yes", text["Seen"])],
                        (rows, read) => read == "no" ? rows.Where(n => n.ReadAt == null) : rows.Where(n => n.ReadAt != null)
                    ),
                ],
                Open = text["Open"],
                Href = n => n.Href,
            }
        );

    public IQueryable<Notice> Mine() => db.Notices.Where(n => n.AccountId == viewer.AccountId);

    private string Says(Notice notice) =>
        notice.Words
        ?? text[
            notice.Kind == NoticeKind.Escalate ? "Escalate"
            : notice.Due < clock.Today() ? "RemindPast"
            : "Remind",
            notice.Unit,
            notice.Due is { } due ? Shared.Show.InText(due) : ""
        ];
}
