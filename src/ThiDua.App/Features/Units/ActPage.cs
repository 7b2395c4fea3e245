using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units;

/// <summary>
/// A page of one act on the tree: what is asked stays on the page while what will happen is shown in numbers; only the
/// second button, which stands beside these, does it.
/// </summary>
public abstract class ActPage(AppDb db, Viewer viewer, TimeProvider clock, UnitPicker picker) : PageModel
{
    protected AppDb Db => db;
    protected DateOnly Today => clock.Today();

    public UnitRow Unit { get; private set; } = null!;
    public IReadOnlyList<FieldError> Errors { get; protected set; } = [];

    /// <summary>Everything asked is there and right: what will happen is shown.</summary>
    public bool Checked { get; protected set; }
    public PickerView? Picker { get; private set; }

    protected async Task<bool> Find(string id, CancellationToken cancellationToken)
    {
        if (await UnitQueries.Find(db, id, Today, cancellationToken) is not { } unit)
            return false;
        Unit = unit;
        return true;
    }

    protected async Task<UnitRow?> Other(string? id, CancellationToken cancellationToken) =>
        id is not null
        && await UnitQueries.Find(db, id, Today, cancellationToken) is { } unit
        && viewer.Can(Permission.ManageUnits, unit.Path)
            ? unit
            : null;

    /// <param name="address">Of the page once a unit is picked, up to that unit's id.</param>
    protected async Task Pick(
        string? asked,
        string address,
        IReadOnlyList<string> kinds,
        IReadOnlyCollection<int> but,
        CancellationToken cancellationToken
    ) => Picker = new(asked?.Trim() ?? "", address, await picker.Find(asked, Unit, kinds, but, cancellationToken));

    /// <summary>What the handler said: gone, done, or the page again with what is wrong or what will happen.</summary>
    protected IActionResult After(Outcome outcome, bool sure, string done)
    {
        Errors = outcome.Errors;
        Checked = outcome.Ok;
        return outcome.Missing ? NotFound()
            : outcome.Ok && sure ? LocalRedirect($"/units/{done}")
            : Page();
    }
}
