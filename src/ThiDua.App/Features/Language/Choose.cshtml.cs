using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Language;

[OpenToAll("the language is chosen before signing in too")]
public sealed class ChooseModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? to, string? back)
    {
        var culture = to == "en" ? App.English : App.Vietnamese;
        Response.Cookies.Append(
            "thidua-language",
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            }
        );
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
