using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Features.Registers.Many;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Registers.Rows;

/// <summary>The list of one register; rows that are ticked are moved together, and taken back together.</summary>
[NeedsSomewhere(Permission.ViewRegister)]
public sealed class RowsModel(
    RegisterQueries registers,
    RegisterReads reads,
    RowList list,
    ListReader lists,
    ActOnRows acts,
    UndoRowAct undo,
    RecentRowActs recent,
    Viewer viewer,
    IStringLocalizer<Text> text
) : PageModel
{
    private const int MostTrash = 100;

    public RegisterDefinition Register { get; private set; } = null!;
    public bool MayWrite { get; private set; }

    /// <summary>Code of a register that no pack has any more, under which rows stand; the rest is not read then.</summary>
    public string? Gone { get; private set; }
    public ListPage Found { get; private set; } = null!;
    public bool IsTrash => RowList.IsTrash(Found.View);

    /// <summary>How many rows wait to be brought back.</summary>
    public int Trash { get; private set; }
    public bool IsManyTrash => Trash > MostTrash;
    public string? Said { get; private set; }
    public IReadOnlyList<MovedOne> Refused { get; private set; } = [];
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public IReadOnlyList<RecentRowAct> Recent { get; private set; } = [];

    private string? reason;
    private HashSet<string> picked = [];

    public async Task<IActionResult> OnGet(string code, int? copied, CancellationToken cancellationToken)
    {
        Said = copied is > 0 and var rows ? text["ActedSome", rows].Value : null;
        return await Show(code, cancellationToken);
    }

    /// <param name="pick">Public ids of the rows that were ticked.</param>
    public async Task<IActionResult> OnPost(
        string code,
        string act,
        IReadOnlyList<string> pick,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        var outcome = await acts.Handle(new(code, pick, act, reason), cancellationToken);
        if (outcome.Missing)
            return NotFound();
        if (outcome.Value is { } done)
            (Said, Refused) = (
                done.Refused.Count == 0 ? text["ActedSome", done.Done] : text["ActedSomeOf", done.Done, done.Refused.Count],
                done.Refused
            );
        else
            (Errors, this.reason, picked) = (outcome.Errors, reason, [.. pick]);
        return await Show(code, cancellationToken);
    }

    public async Task<IActionResult> OnPostUndo(string code, long record, CancellationToken cancellationToken)
    {
        var outcome = await undo.Handle(code, record, cancellationToken);
        if (outcome.Missing)
            return NotFound();
        if (outcome.Value is { } back)
            Said = text["TookBack", back.Count];
        else
            Errors = outcome.Errors.Count > 0 ? outcome.Errors : [new("", text["ManyChanged"])];
        return await Show(code, cancellationToken);
    }

    private async Task<IActionResult> Show(string code, CancellationToken cancellationToken)
    {
        if (registers.Find(code) is not var (pack, register))
        {
            Gone = await registers.Rows(code).AnyAsync(cancellationToken) ? code : null;
            return Gone is null ? NotFound() : Page();
        }
        if (await lists.Read(list, Request, cancellationToken) is not { } found)
            return NotFound();
        (Register, Found) = (register, found);
        await reads.Note(register, null, cancellationToken);
        MayWrite = registers.MayBegin(register) && (await registers.Writable(register, cancellationToken)).Count > 0;
        Found = found with { Batch = Batch(pack.Flow(register.Flow)!) };
        Trash = await registers
            .Rows(code)
            .Where(r => r.Case.State == RowCase.Cancelled && r.Content != RegisterRow.Dropped)
            .Take(MostTrash + 1)
            .CountAsync(cancellationToken);
        Recent = await recent.Mine(code, cancellationToken);
        return Page();
    }

    /// <summary>Words of one row's button ("Hủy dòng này") do not fit many.</summary>
    private string ToPicked(FlowAct act) =>
        text[$"Many.{act.Code}"] is { ResourceNotFound: false } known ? known.Value : text["ToPicked", act.Label.Here()];

    public string Did(FlowAct act) => text[$"Did.{act.Code}"] is { ResourceNotFound: false } known ? known.Value : act.Label.Here();

    /// <summary>The acts of the flow that lead out of what is shown, as far as the viewer holds the right somewhere.</summary>
    private ListBatch? Batch(FlowDefinition flow)
    {
        var state = Found.View.Of(RowList.StateFilter);
        bool Leads(FlowAct act) => act.From.Any(s => state is null ? s != RowCase.Cancelled : s == state);
        var offered = flow.Acts.Where(a => a.Code != RowCase.Edit && !a.Back && Leads(a) && viewer.Can(a.Permission)).ToList();
        return offered.Count == 0
            ? null
            : new([.. offered.Select(a => new ListOption(a.Code, ToPicked(a)))], [])
            {
                Form = offered.Any(a => a.Reason != ReasonRule.None)
                    ? ("/Features/Registers/Many/_Reason.cshtml", new ReasonForMany(reason, Errors))
                    : null,
                Picked = picked,
            };
    }
}
