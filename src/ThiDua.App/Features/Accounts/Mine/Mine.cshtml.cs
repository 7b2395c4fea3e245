using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Notices.Mail;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.Mine;

/// <summary>My account: who I am here, what I may do, where I am signed in.</summary>
[SignedIn]
[ResponseCache(NoStore = true)]
public sealed class MineModel(AppDb db, Viewer viewer, PersonAccess people, Sessions sessions, MailSetting setting, TimeProvider clock)
    : PageModel
{
    public Account Account { get; private set; } = null!;
    public IReadOnlyList<HeldRole> Roles { get; private set; } = [];
    public IReadOnlyList<Session> Open { get; private set; } = [];
    public bool Changed { get; private set; }
    public bool PhoneSaved { get; private set; }
    public string? Phone { get; private set; }

    /// <summary>The operator has set up e-mail.</summary>
    public bool SendsMail => setting.Server is not null;
    public bool MailSaved { get; private set; }
    public string? Mail { get; private set; }
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public bool IsThis(Session session) => session.Id == viewer.Session?.Id;

    public async Task<IActionResult> OnGet(bool changed, bool phone, bool mail, CancellationToken cancellationToken)
    {
        (Changed, PhoneSaved, MailSaved) = (changed, phone, mail);
        return await Load(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostPhone(
        [FromServices] ChangePhone change,
        [FromForm] string? phone,
        CancellationToken cancellationToken
    )
    {
        var outcome = await change.Handle(phone, cancellationToken);
        if (outcome.Ok)
            return LocalRedirect("/account?phone=true");
        if (!await Load(cancellationToken))
            return NotFound();
        (Errors, Phone) = (outcome.Errors, phone);
        return Page();
    }

    public async Task<IActionResult> OnPostMail(
        [FromServices] ChangeMail change,
        [FromForm] string? mail,
        CancellationToken cancellationToken
    )
    {
        var outcome = await change.Handle(mail, cancellationToken);
        if (outcome.Ok)
            return LocalRedirect("/account?mail=true");
        if (!await Load(cancellationToken))
            return NotFound();
        (Errors, Mail) = (outcome.Errors, mail);
        return Page();
    }

    private async Task<bool> Load(CancellationToken cancellationToken)
    {
        if (await people.Of(viewer.AccountId!.Value, cancellationToken) is not { } person)
            return false;
        (Account, Phone, Mail) = (person.Account, person.Account.PhoneNumber, person.Account.Email);
        Roles = [.. person.Roles.Where(r => r.Grant.HeldOn(clock.Today()))];
        var standing = Roles.Select(r => r.Grant.Role).ToList();
        var rows = await db
            .Sessions.AsNoTracking()
            .Where(s => s.AccountId == Account.Id && s.EndedAt == null && s.Stamp == Account.SecurityStamp)
            .OrderByDescending(s => s.SeenAt)
            .ToListAsync(cancellationToken);
        Open = [.. rows.Where(s => sessions.Holds(s, standing))];
        return true;
    }
}
