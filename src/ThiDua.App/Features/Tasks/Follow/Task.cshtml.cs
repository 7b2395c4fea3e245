using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Registers;
using ThiDua.App.Features.Tasks.Browse;
using ThiDua.App.Features.Tasks.Remind;
using ThiDua.App.Files;
using ThiDua.App.Forms;
using ThiDua.App.Lists;
using ThiDua.App.Notices;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Tasks.Follow;

/// <summary>One task: how it stands, what was done, what shows it, and what can be done with it now.</summary>
[Needs<Case>(Permission.ViewProgress, "id")]
[RequestSizeLimit(AttachFiles.MostRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = AttachFiles.MostRequest)]
[OnDevice]
public sealed class TaskModel(
    AppDb db,
    TaskQueries tasks,
    TaskLines lines,
    TaskRows rows,
    RowsNaming naming,
    NoteTask note,
    LinkRow link,
    RemindTasks remind,
    MoveCase move,
    CaseViews views,
    Attachments attachments,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<Text> text
) : CasePage(db, move)
{
    private const int MostTakers = 200,
        MostParts = 50;

    public TaskItem Item { get; private set; } = null!;
    public Campaign Campaign { get; private set; } = null!;
    public string Unit { get; private set; } = "";
    public string Supporting { get; private set; } = "";

    /// <summary>The acts of whoever looks, and those of the unit that a directing office may do in its place.</summary>
    public IReadOnlyList<FlowAct> Own { get; private set; } = [];
    public IReadOnlyList<FlowAct> Others { get; private set; } = [];
    public bool IsOver => View.State.Final;
    public bool IsLate => View.State.Editable && Item.Case.Due < clock.Today();

    /// <summary>The day that has passed, as the list shows it.</summary>
    public ListCell WasDue => TaskDay.Passed(Item.Case.Due, text);
    public bool MayDo { get; private set; }

    /// <summary>Rows of registers that rest on it: legal documents, duties of the committee.</summary>
    public IReadOnlyList<NamingRow> Naming { get; private set; } = [];
    public bool MayRemind { get; private set; }
    public string? Typed { get; private set; }

    /// <summary>The unit that was chosen to take it over, where that was refused.</summary>
    public string? Taker { get; private set; }

    /// <summary>As the list shows it: since when it is silent.</summary>
    public TaskLine? Line { get; private set; }
    public IReadOnlyList<EvidenceRow> Rows { get; private set; } = [];
    public IReadOnlyList<Option> RowChoices { get; private set; } = [];

    /// <summary>The tasks that are a part of this one.</summary>
    public IReadOnlyList<TaskLine> Parts { get; private set; } = [];
    public IReadOnlyList<RemindedUnit> Reminded { get; private set; } = [];

    /// <summary>Units that could take it over; empty when the viewer may not hand it over now.</summary>
    public IReadOnlyList<UnitRow> Takers { get; private set; } = [];

    public Task<IActionResult> OnPost(string act, string? reason, string? unit, int version, CancellationToken cancellationToken)
    {
        Taker = unit;
        return Move(act, reason, version, act == TaskCase.HandOverAct ? new HandOver(unit ?? "") : null, cancellationToken);
    }

    public async Task<IActionResult> OnPostLink(string? row, CancellationToken cancellationToken) =>
        await After(await link.Handle(new(Id, row), cancellationToken), null, cancellationToken);

    public async Task<IActionResult> OnPostUnlink(string? row, CancellationToken cancellationToken) =>
        await After(await link.Undo(new(Id, row), cancellationToken), null, cancellationToken);

    public async Task<IActionResult> OnPostRemind(CancellationToken cancellationToken)
    {
        var outcome = await remind.Handle([Id], cancellationToken);
        if (!await Load(cancellationToken))
            return NotFound();
        (Reminded, View) = (outcome.Value?.Units ?? [], View with { Errors = outcome.Errors });
        return Page();
    }

    public async Task<IActionResult> OnPostNote(string? text, CancellationToken cancellationToken)
    {
        Typed = text;
        return await After(await note.Handle(new(Id, text), cancellationToken), null, cancellationToken);
    }

    /// <summary>Handed over, it may be out of sight.</summary>
    protected override async Task<string> Next(CancellationToken cancellationToken) =>
        await tasks.Find(Id, Permission.ViewProgress, cancellationToken) is null ? "/my-work" : $"/tasks/{Id}";

    protected override async Task<bool> Load(CancellationToken cancellationToken)
    {
        if (await tasks.Find(Id, Permission.ViewProgress, cancellationToken) is not { } item)
            return false;
        Item = item;
        Campaign = await Db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == item.Task!.CampaignId, cancellationToken);
        var all = await views.Of(item.Case, [], cancellationToken);
        View = all with { Acts = [.. all.Acts.Where(a => a.Code != TaskCase.HandOverAct)] };
        var path = await UnitQueries.Path(Db, item.Case.UnitId, clock.Today(), cancellationToken);
        Unit = (await UnitQueries.Find(Db, item.Case.UnitId, clock.Today(), cancellationToken))?.Name ?? "";
        Files = await attachments.Of(CaseFiles.Code, Id, cancellationToken);
        var (directs, does) = (viewer.Can(Permission.DirectTask, path), viewer.UnitIds.Contains(item.Case.UnitId));
        Others = [.. View.Acts.Where(a => directs && !does && a.Permission == Permission.DoTask)];
        Own = [.. View.Acts.Except(Others)];
        MayDo = !item.Case.Shelved && viewer.Can(Permission.DoTask, path);
        MayRemind = !item.Case.Shelved && View.State.Editable && directs && viewer.Can(Permission.RemindUnits, path);
        await Beside(item, cancellationToken);
        if (all.Acts.Any(a => a.Code == TaskCase.HandOverAct))
            Takers = await Db
                .UnitVersions.AsNoTracking()
                .ValidOn(clock.Today())
                .Below(await UnitQueries.Path(Db, Campaign.UnitId, clock.Today(), cancellationToken))
                .Where(v => v.UnitId != item.Case.UnitId)
                .Rows()
                .Take(MostTakers)
                .ToListAsync(cancellationToken);
        return true;
    }

    /// <summary>What shows that it is done, and what belongs to it.</summary>
    private async Task Beside(TaskItem item, CancellationToken cancellationToken)
    {
        var seen = lines.Seen(Permission.ViewProgress);
        Line = (
            await lines.Fill(await seen.Where(l => l.ItemId == item.Id).ToListAsync(cancellationToken), cancellationToken)
        ).SingleOrDefault();
        Supporting = Line?.Supporting ?? "";
        // A part that each of many units does is here this unit's; what others do of it stands in the list.
        Parts = await seen.Where(l => l.ParentId == item.TaskId && (l.UnitId == item.Case.UnitId || l.ItemId == 0))
            .OrderBy(l => l.Order)
            .ThenBy(l => l.UnitKey)
            .Take(MostParts)
            .ToListAsync(cancellationToken);
        Rows = await rows.Of(item.Id, cancellationToken);
        Naming = await naming.Of(
            await Db.Tasks.Where(t => t.Id == item.TaskId).Select(t => t.PublicId).SingleAsync(cancellationToken),
            cancellationToken
        );
        RowChoices = Files.MayChange ? await rows.Choices(item, cancellationToken) : [];
    }
}
