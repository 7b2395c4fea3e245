namespace ThiDua.App.Security;

/// <summary>Whoever signed in with an issued password first chooses their own.</summary>
public sealed class PasswordGate(RequestDelegate next)
{
    private static readonly string[] Open = ["/account/password", "/sign-out", "/language", "/error"];

    public async Task Invoke(HttpContext context, Viewer viewer)
    {
        if (viewer.MustChangePassword && !Open.Any(o => context.Request.Path.StartsWithSegments(o)))
        {
            context.Response.Redirect("/account/password");
            return;
        }
        await next(context);
    }
}
