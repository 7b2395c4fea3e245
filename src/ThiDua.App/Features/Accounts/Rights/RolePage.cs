using Microsoft.AspNetCore.Mvc;
using ThiDua.App.Features.Units;
using ThiDua.App.Forms;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Accounts.Rights;

/// <summary>A page about one person's roles: whose, at which unit, and what was wrong.</summary>
public abstract class RolePage(PersonAccess people, WorkUnit units, FormReader reader) : FormPage(reader)
{
    public ManagedPerson Person { get; private set; } = null!;
    public HeldRole? Role { get; private set; }
    public UnitRow? Unit { get; private set; }
    public PickerView? Picker { get; private set; }

    protected string Address => $"/admin/people/{Person.Account.PublicId}";

    /// <param name="role">Public id of the role that the page is about; null for a new one.</param>
    protected async Task<bool> Find(string id, string? role, CancellationToken cancellationToken)
    {
        if (await people.Find(id, cancellationToken) is not { } person)
            return false;
        Person = person;
        Role = role is null ? null : person.Roles.FirstOrDefault(r => r.Grant.PublicId == role && r.Mine);
        return role is null || Role is not null;
    }

    /// <summary>The unit named, or the picker while none is.</summary>
    protected async Task<bool> Choose(string? unit, string? asked, string address, CancellationToken cancellationToken)
    {
        Unit = await units.Find(unit, cancellationToken);
        if (unit is null)
            Picker = await units.Pick(asked, address, cancellationToken);
        return unit is null || Unit is not null;
    }

    protected IActionResult After(Outcome outcome) =>
        outcome.Missing ? NotFound()
        : outcome.Ok ? LocalRedirect(Address)
        : Refused(outcome.Errors);
}
