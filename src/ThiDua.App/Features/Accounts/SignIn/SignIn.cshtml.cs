using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts.SignIn;

[OpenToAll("nobody is signed in yet")]
public sealed class SignInModel(SignInManager<Account> signIn, Viewer viewer, AppDb db, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public string UserName { get; set; } = "";
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    public string? Error { get; private set; }

    public IActionResult OnGet() => viewer.AccountId is null ? Page() : LocalRedirect("/");

    public async Task<IActionResult> OnPost(string? password, CancellationToken stop)
    {
        var name = UserName.Trim().ToLowerInvariant();
        var account = await signIn.UserManager.FindByNameAsync(name);
        // The act is saved with whatever the check changes (the failure counter), or by itself.
        viewer.Record("account.sign-in", "account", account?.PublicId ?? "unknown", null);
        var result = account is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(account, password ?? "", isPersistent: false, lockoutOnFailure: true);
        await db.SaveChangesAsync(stop);
        if (result.Succeeded) return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
        Error = text[result.IsLockedOut ? "SignInLocked" : "SignInFailed"];
        return Page();
    }
}
