using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts.SignIn;

[OpenToAll("nobody is signed in yet")]
[ResponseCache(NoStore = true)]
public sealed class SignInModel(SignInPerson signIn, Viewer viewer) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }
    public string? Error { get; private set; }
    private string Next => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/";

    public IActionResult OnGet() => viewer.AccountId is null ? Page() : LocalRedirect(Next);

    public async Task<IActionResult> OnPost(string? password, CancellationToken cancellationToken)
    {
        var outcome = await signIn.Handle(new(UserName, password, Request.Headers.UserAgent), cancellationToken);
        if (outcome.Value is { } who)
        {
            await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, who);
            return LocalRedirect(Next);
        }
        Error = outcome.Errors[0].Message;
        return Page();
    }
}
