using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Accounts;

/// <summary>The unit at which a role is held: picked first, then shown on the form.</summary>
public sealed class WorkUnit(AppDb db, Viewer viewer, TimeProvider clock, UnitPicker picker)
{
    /// <returns>Null for one whose people the viewer does not manage.</returns>
    public async Task<UnitRow?> Find(string? publicId, CancellationToken cancellationToken) =>
        publicId is not null
        && await UnitQueries.Find(db, publicId, clock.Today(), cancellationToken) is { } unit
        && viewer.Can(Permission.ManageAccounts, unit.Path)
            ? unit
            : null;

    /// <param name="address">Of the page once a unit is picked, up to that unit's id.</param>
    public async Task<PickerView> Pick(string? asked, string address, CancellationToken cancellationToken) =>
        new(asked?.Trim() ?? "", address, await picker.Find(asked, Permission.ManageAccounts, cancellationToken));
}
