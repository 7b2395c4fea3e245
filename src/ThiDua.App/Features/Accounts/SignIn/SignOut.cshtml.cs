using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts.SignIn;

[SignedIn]
public sealed class SignOutModel(EndSessions end) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPost(bool everywhere, CancellationToken cancellationToken)
    {
        await end.Handle(everywhere, cancellationToken);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return LocalRedirect("/sign-in?out=1");
    }
}
