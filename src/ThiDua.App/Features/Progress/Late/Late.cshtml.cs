using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Lists;
using ThiDua.App.Notices;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Progress.Late;

/// <summary>Who is late, whom to call, and a button that reminds: one unit, some, or all that the list shows.</summary>
[NeedsSomewhere(Permission.RemindUnits)]
[ResponseCache(NoStore = true)]
public sealed class LateModel(
    LateList list,
    LateRows late,
    ListReader lists,
    RemindUnits remind,
    TimeProvider clock,
    IStringLocalizer<Text> text
) : PageModel
{
    // The end of the year 9999: what is beyond is no moment.
    private const long LatestMoment = 253402300800000;

    public ListPage Found { get; private set; } = null!;
    public Reminded? Reminded { get; private set; }

    /// <summary>The button for those that are ticked was pressed, and none was.</summary>
    public bool PickFirst { get; private set; }

    /// <summary>For Zalo: each unit by itself on a line, then where all of them do it.</summary>
    public string Words =>
        string.Join('\n', [.. Reminded!.Units.Select(u => u.Words), Reminded.Units is [var one] ? Address(one.Href) : Address("/my-work")]);

    /// <param name="reminded">The moment from which this person's reminders are shown, in milliseconds.</param>
    public async Task OnGet(long? reminded, CancellationToken cancellationToken)
    {
        await Load(cancellationToken);
        if (reminded is > 0 and < LatestMoment)
            Reminded = await late.Reminded(
                await list.Rows(cancellationToken),
                DateTimeOffset.FromUnixTimeMilliseconds(reminded.Value),
                cancellationToken
            );
    }

    public Task<IActionResult> OnPost(IReadOnlyList<string> pick, string? all, CancellationToken cancellationToken) =>
        Remind(pick, all is not null, cancellationToken);

    public Task<IActionResult> OnPostRemind(string id, CancellationToken cancellationToken) => Remind([id], false, cancellationToken);

    private async Task<IActionResult> Remind(IReadOnlyList<string> pick, bool all, CancellationToken cancellationToken)
    {
        var rows = (await list.Rows(cancellationToken)).Where(r => all || pick.Contains(r.Id)).OrderBy(r => r.Late.Since).ToList();
        PickFirst = pick.Count == 0 && !all;
        var from = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var shown = QueryString.Create(Request.Query.Where(q => q.Key is not ("handler" or "id" or "reminded")));
        if (rows.Count > 0 && (await remind.Handle(late.Ask(rows), cancellationToken)).Ok)
            return LocalRedirect($"/late{shown.Add("reminded", $"{from}")}");
        await Load(cancellationToken);
        return Page();
    }

    private async Task Load(CancellationToken cancellationToken) =>
        Found = (await lists.Read(list, Request, cancellationToken))! with { Batch = new([new("pick", text["RemindPicked"])], []) };

    private string Address(string path) => $"{Request.Scheme}://{Request.Host}{path}";
}
