using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.Invite;

[NeedsSomewhere(Permission.ManageAccounts)]
public sealed partial class InviteModel(AppDb db, Viewer viewer, TimeProvider clock, CreateAccount create, IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared) : PageModel
{
    public sealed record Form(string? FullName = null, string? UserName = null, string? UnitCode = null, string Role = Roles.UnitOfficer);

    public Form Input { get; private set; } = new();
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    /// <summary>Shown once; null before.</summary>
    public string? Password { get; private set; }

    public void OnGet(string? unit) => Input = Input with { UnitCode = unit };

    public async Task<IActionResult> OnPost([FromForm] Form input, CancellationToken stop)
    {
        Input = input;
        var unit = await db.UnitVersions.AsNoTracking().ValidOn(clock.Today()).Where(v => v.Unit!.Code == (input.UnitCode ?? "").Trim()).Rows().FirstOrDefaultAsync(stop);
        Errors = [.. Check(input, unit)];
        if (Errors.Count > 0) return Page();
        var password = GivePassword.Draw();
        var made = await create.Handle(new(input.UserName!, input.FullName!, password, unit!.Id, [input.Role]), stop);
        Errors = made.Errors;
        if (made.Ok) Password = password;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private IEnumerable<FieldError> Check(Form input, UnitRow? unit)
    {
        if (NameText.Clean(input.FullName).Length == 0) yield return new(nameof(Form.FullName), shared["Required"]);
        if (!UserNames().IsMatch(input.UserName ?? "")) yield return new(nameof(Form.UserName), text["UserNameBad"]);
        if (unit is null || !viewer.Can(Permission.ManageAccounts, unit.Path)) yield return new(nameof(Form.UnitCode), text["UnitCodeUnknown"]);
    }

    [GeneratedRegex("^[a-z0-9._-]{2,40}$")]
    private static partial Regex UserNames();
}
