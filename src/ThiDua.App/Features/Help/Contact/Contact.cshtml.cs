using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Help.Contact;

/// <summary>Whom to call, for the units whose people one manages: it stands at the foot of every page.</summary>
[NeedsSomewhere(Permission.ManageAccounts)]
public sealed class ContactModel(AppDb db, Viewer viewer, SaveContact save, IValidator<ContactInput> validator, TimeProvider clock)
    : PageModel
{
    public UnitRow Unit { get; private set; } = null!;
    public ContactInput Input { get; private set; } = new();
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public bool Saved { get; private set; }

    public async Task<IActionResult> OnGet(bool saved, CancellationToken cancellationToken)
    {
        Unit = await Mine(cancellationToken);
        var kept = await db.Set<OfficeContact>().AsNoTracking().FirstOrDefaultAsync(c => c.UnitId == Unit.Id, cancellationToken);
        (Input, Saved) = (kept is null ? new() : new(kept.Name, kept.Phone, kept.Hours), saved);
        return Page();
    }

    public async Task<IActionResult> OnPost([FromForm] ContactInput input, CancellationToken cancellationToken)
    {
        (Unit, Input) = (await Mine(cancellationToken), input);
        Errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        if (Errors.Count > 0)
            return Page();
        return (await save.Handle(Unit, input, cancellationToken)).Missing ? NotFound() : LocalRedirect("/admin/contact?saved=true");
    }

    /// <summary>The highest unit whose people the viewer manages.</summary>
    private async Task<UnitRow> Mine(CancellationToken cancellationToken)
    {
        var path = viewer.Scopes(Permission.ManageAccounts).MinBy(p => p.Length)!;
        return (await UnitQueries.Find(db, UnitVersion.PathIds(path).Last(), clock.Today(), cancellationToken))!;
    }
}
