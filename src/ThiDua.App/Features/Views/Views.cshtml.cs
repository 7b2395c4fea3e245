using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Views;

/// <summary>The views of one list: keep the one that is open, rename and delete those that are kept.</summary>
[SignedIn]
public sealed class ViewsModel(KeepView keep, ChangeView change, AppDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromQuery]
    public string List { get; set; } = "";

    /// <summary>The list's address as the reader has it open.</summary>
    [FromQuery]
    public string? Back { get; set; }

    public string Address => ViewRules.Local(Back);
    public string? Typed { get; private set; }
    public IReadOnlyList<(SavedView View, bool May)> Views { get; private set; } = [];

    /// <summary>Units for which the reader may keep one.</summary>
    public IReadOnlyList<UnitRow> Units { get; private set; } = [];
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public Task OnGet(CancellationToken cancellationToken) => Load(cancellationToken);

    public async Task<IActionResult> OnPost(string? name, string? unit, CancellationToken cancellationToken)
    {
        Typed = name;
        return await After(await keep.Handle(new(List, Address, name, unit), cancellationToken), Address, cancellationToken);
    }

    public async Task<IActionResult> OnPostRename(string id, string? name, CancellationToken cancellationToken) =>
        await After(await change.Rename(id, name, cancellationToken), Here, cancellationToken);

    public async Task<IActionResult> OnPostDelete(string id, CancellationToken cancellationToken) =>
        await After(await change.Delete(id, cancellationToken), Here, cancellationToken);

    private string Here =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
            "/views",
            new Dictionary<string, string?> { ["list"] = List, ["back"] = Address }
        );

    private async Task<IActionResult> After(Outcome outcome, string next, CancellationToken cancellationToken)
    {
        if (outcome.Ok)
            return LocalRedirect(next);
        if (outcome.Missing)
            return NotFound();
        Errors = outcome.Errors;
        await Load(cancellationToken);
        return Page();
    }

    private async Task Load(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var tops = viewer.Scopes(Permission.RunCampaign).Select(p => UnitVersion.PathIds(p).Last()).ToList();
        Units =
            tops.Count == 0
                ? []
                : await db
                    .UnitVersions.AsNoTracking()
                    .ValidOn(clock.Today())
                    .Where(v => tops.Contains(v.UnitId))
                    .Rows()
                    .ToListAsync(cancellationToken);
        var views = await SavedView
            .SeenBy(db.Set<SavedView>().AsNoTracking(), viewer)
            .Where(v => v.List == List)
            .OrderBy(v => v.UnitId == null)
            .ThenBy(v => v.Id)
            .ToListAsync(cancellationToken);
        List<(SavedView, bool)> mine = [];
        foreach (var view in views)
            mine.Add((view, await change.May(view, cancellationToken)));
        Views = mine;
    }
}
