using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.Mine;

[SignedIn]
[ResponseCache(NoStore = true)]
public sealed class PasswordModel(ChangePassword change, Viewer viewer) : PageModel
{
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public bool Must => viewer.MustChangePassword;

    public async Task<IActionResult> OnPost([FromForm] ChangePasswordInput input, CancellationToken cancellationToken)
    {
        var first = Must;
        var outcome = await change.Handle(input, cancellationToken);
        if (outcome.Missing)
            return LocalRedirect("/sign-in");
        Errors = outcome.Errors;
        return Errors.Count > 0 ? Page() : LocalRedirect(first ? "/" : "/account?changed=true");
    }
}
