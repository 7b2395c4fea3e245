using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans.Review;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Edit;

/// <summary>What the pages of one target and of one task share: the draft, the item, the lines it came from.</summary>
public abstract class ItemPage(AppDb db, Viewer viewer, TimeProvider clock, PackShelf packs, MergeItems merge, IStringLocalizer<Text> text)
    : PageModel
{
    [FromQuery]
    public ReviewShow Show { get; set; }

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Where in the review one came from, and goes back to.</summary>
    public ReviewPlace Place => new(Show, Q, PageNumber);

    /// <summary>The review at this item.</summary>
    public string BackAddress => Place.BackTo(Draft, Contents, Item);

    [FromRoute]
    public string Id { get; set; } = "";

    [FromRoute]
    public int Item { get; set; }
    public PlanDraft Draft { get; private set; } = null!;
    public DraftContent Contents { get; private set; } = null!;
    public IReadOnlyList<FieldError> Errors { get; protected set; } = [];
    protected IStringLocalizer<Text> Texts => text;
    public Pack Pack => packs[Draft.Pack];
    public bool IsNew => Item == 0;

    /// <summary>The item as it is kept now; null for a new one.</summary>
    public DraftItem? Kept => IsNew ? null : Contents.Item(Item);

    /// <summary>The lines it was read from, with one before and one after.</summary>
    public IEnumerable<(int Number, string Text, bool Own)> Quote()
    {
        if (Kept is not { FirstLine: > 0 } item)
            yield break;
        var lines = Draft.SourceText.Split('\n');
        for (var n = Math.Max(1, item.FirstLine - 2); n <= Math.Min(lines.Length, item.LastLine + 2); n++)
            if (lines[n - 1].Length > 0)
                yield return (n, lines[n - 1], n >= item.FirstLine && n <= item.LastLine);
    }

    /// <summary>Items near this one that it may be a part of.</summary>
    public IReadOnlyList<DraftItem> Neighbours()
    {
        if (Kept is not { } item)
            return [];
        var alike = Contents
            .Items.Where(i => i.GetType() == item.GetType() && !i.Dropped)
            .OrderBy(i => i.FirstLine)
            .ThenBy(i => i.Id)
            .ToList();
        var at = alike.FindIndex(i => i.Id == item.Id);
        return at < 0 ? [] : [.. alike.Skip(Math.Max(0, at - 5)).Take(11).Where(i => i.Id != item.Id)];
    }

    public async Task<IActionResult> OnPostMerge(int version, int other, CancellationToken cancellationToken)
    {
        var outcome = await merge.Handle(new(Id, Item, version, other), cancellationToken);
        return outcome.Missing ? NotFound()
            : outcome.Ok ? await Back(cancellationToken)
            : await Again(outcome.Errors, cancellationToken);
    }

    /// <summary>The parts that were typed, where they were refused.</summary>
    public string? Parts { get; private set; }

    public async Task<IActionResult> OnPostSplit(
        [FromServices] SplitItem split,
        int version,
        string? parts,
        CancellationToken cancellationToken
    )
    {
        Parts = parts;
        var outcome = await split.Handle(new(Id, Item, version, parts), cancellationToken);
        return outcome.Missing ? NotFound()
            : outcome.Ok ? await Back(cancellationToken)
            : await Again(outcome.Errors, cancellationToken);
    }

    protected async Task<IActionResult> Back(CancellationToken cancellationToken) =>
        LocalRedirect(await Load(cancellationToken) ? BackAddress : $"/plans/{Id}");

    protected async Task<IActionResult> Again(IReadOnlyList<FieldError> errors, CancellationToken cancellationToken)
    {
        Errors = errors;
        if (!await LoadAfresh(cancellationToken))
            return NotFound();
        Begin();
        return Page();
    }

    /// <summary>What the page shows of the item as it is kept.</summary>
    protected virtual void Begin() { }

    /// <summary>What was typed and is no number or date.</summary>
    protected IReadOnlyList<FieldError> Untyped() =>
        [
            .. ModelState
                .Where(m => m.Value!.Errors.Count > 0)
                .Select(m => new FieldError(m.Key, text["NotReadable", m.Value!.AttemptedValue ?? ""])),
        ];

    /// <summary>After a change that was not taken.</summary>
    protected Task<bool> LoadAfresh(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        return Load(cancellationToken);
    }

    protected async Task<bool> Load(CancellationToken cancellationToken)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, Id, Permission.ImportPlan, cancellationToken);
        if (draft is null)
            return false;
        Draft = draft;
        Contents = DraftContent.Parse(draft.Content);
        return (IsNew || Kept is not null) && Pack.Flow(PlanDraftCase.Kind)!.State(draft.State)!.Editable;
    }
}
