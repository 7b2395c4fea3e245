using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Files;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Tasks.Follow;

/// <summary>One task: how it stands, what was done, what shows it, and what can be done with it now.</summary>
[Needs<Case>(Permission.ViewProgress, "id")]
[RequestSizeLimit(AttachFiles.MostRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = AttachFiles.MostRequest)]
public sealed class TaskModel(
    AppDb db,
    TaskQueries tasks,
    NoteTask note,
    MoveCase move,
    CaseViews views,
    Attachments attachments,
    Viewer viewer,
    TimeProvider clock
) : CasePage(db, move)
{
    private const int MostTakers = 200;

    public TaskItem Item { get; private set; } = null!;
    public Campaign Campaign { get; private set; } = null!;
    public string Unit { get; private set; } = "";
    public bool MayDo { get; private set; }
    public string? Typed { get; private set; }

    /// <summary>Units that could take it over; empty when the viewer may not hand it over now.</summary>
    public IReadOnlyList<UnitRow> Takers { get; private set; } = [];

    public Task<IActionResult> OnPost(string act, string? reason, string? unit, int version, CancellationToken cancellationToken) =>
        Move(act, reason, version, act == TaskCase.HandOverAct ? new HandOver(unit ?? "") : null, cancellationToken);

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
        MayDo = !item.Case.Shelved && viewer.Can(Permission.DoTask, path);
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
}
