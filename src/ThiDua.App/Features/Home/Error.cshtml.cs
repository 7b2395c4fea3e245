using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Home;

[OpenToAll("an error can happen to anybody")]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Title { get; private set; } = "ErrorTitle";
    public string Explanation { get; private set; } = "ErrorText";
    public string Code { get; private set; } = "";

    public void OnGet(int? code) => Explain(code);

    public void OnPost(int? code) => Explain(code);

    private void Explain(int? code)
    {
        Code = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        // A failure that was explained leads here with its status only, a refusal with its code.
        (Title, Explanation) = (code ?? Response.StatusCode) switch
        {
            422 => ("NotTakenTitle", "NotTakenText"),
            404 or 403 => ("NotFoundTitle", "NotFoundText"),
            413 => ("TooLargeTitle", "TooLargeText"),
            400 => ("FormExpiredTitle", "FormExpiredText"),
            _ => (Title, Explanation),
        };
    }
}
