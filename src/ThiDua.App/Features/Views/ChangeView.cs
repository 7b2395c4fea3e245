using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Views;

/// <summary>Renames or deletes a saved view: one's own, or that of a unit whose campaign one runs.</summary>
public sealed class ChangeView(AppDb db, Viewer viewer, TimeProvider clock, IStringLocalizer<Text> text)
{
    public async Task<Outcome> Rename(string publicId, string? name, CancellationToken cancellationToken)
    {
        if (await Mine(publicId, cancellationToken) is not { } view)
            return Outcome.NotFound;
        if (ViewRules.NameFault(name) is { } fault)
            return Outcome.Refused("Name", text[fault, SavedView.LongestName]);
        view.Name = NameText.Clean(name);
        return await Save(view, "saved-view.rename", cancellationToken);
    }

    public async Task<Outcome> Delete(string publicId, CancellationToken cancellationToken)
    {
        if (await Mine(publicId, cancellationToken) is not { } view)
            return Outcome.NotFound;
        db.Remove(view);
        return await Save(view, "saved-view.delete", cancellationToken);
    }

    /// <summary>Whether the reader may change a view.</summary>
    public async Task<bool> May(SavedView view, CancellationToken cancellationToken) =>
        view.UnitId is not { } unit
            ? view.AccountId == viewer.AccountId
            : viewer.Can(Permission.RunCampaign, await UnitQueries.Path(db, unit, clock.Today(), cancellationToken));

    private async Task<SavedView?> Mine(string publicId, CancellationToken cancellationToken) =>
        await db.Set<SavedView>().FirstOrDefaultAsync(v => v.PublicId == publicId, cancellationToken) is { } view
        && await May(view, cancellationToken)
            ? view
            : null;

    private async Task<Outcome> Save(SavedView view, string verb, CancellationToken cancellationToken)
    {
        viewer.Record(verb, "saved-view", view.PublicId, view.UnitId);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
