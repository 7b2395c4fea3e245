using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Views;

/// <param name="Back">The list's address as it stands.</param>
/// <param name="Unit">Public id of the unit that keeps it; null: the person does.</param>
public sealed record KeepViewInput(string List, string Back, string? Name, string? Unit);

/// <summary>Keeps a list's address under a name, for oneself or for all who work at a unit.</summary>
public sealed class KeepView(AppDb db, Viewer viewer, TimeProvider clock, IStringLocalizer<Text> text)
{
    public async Task<Outcome> Handle(KeepViewInput input, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } me)
            return Outcome.NotFound;
        int? unitId = null;
        if (input.Unit is { Length: > 0 } id)
        {
            if (
                await UnitQueries.Find(db, id, clock.Today(), cancellationToken) is not { } unit
                || !viewer.Can(Permission.RunCampaign, unit.Path)
            )
                return Outcome.NotFound;
            unitId = unit.Id;
        }
        if (ViewRules.NameFault(input.Name) is { } fault)
            return Outcome.Refused(nameof(input.Name), text[fault, SavedView.LongestName]);
        if (ViewRules.QueryOf(input.Back) is not { } query)
            return Outcome.Refused("", text["TooLong"]);
        var view = new SavedView
        {
            List = input.List,
            Name = NameText.Clean(input.Name),
            Query = query,
            AccountId = unitId is null ? me : null,
            UnitId = unitId,
        };
        return await db.Apply(() => Save(view, cancellationToken), cancellationToken, outcome => outcome.Ok);
    }

    private async Task<Outcome> Save(SavedView view, CancellationToken cancellationToken)
    {
        var others = db.Set<SavedView>().Where(v => v.List == view.List && v.AccountId == view.AccountId && v.UnitId == view.UnitId);
        var names = await others.Select(v => v.Name).ToListAsync(cancellationToken);
        if (names.Count >= SavedView.Most)
            return Outcome.Refused("", text["TooMany", SavedView.Most]);
        if (names.Contains(view.Name))
            return Outcome.Refused("Name", text["NameTaken"]);
        db.Add(view);
        viewer.Record("saved-view.keep", "saved-view", view.PublicId, view.UnitId);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
