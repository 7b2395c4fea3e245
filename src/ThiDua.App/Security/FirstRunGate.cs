using ThiDua.App.Shared;

namespace ThiDua.App.Security;

/// <summary>While the system is empty every page leads to its set-up; only a supervisor's questions are answered.</summary>
public sealed class FirstRunGate(RequestDelegate next)
{
    private static readonly string[] Open = ["/first-run", "/language", "/healthz", "/readyz"];

    public async Task Invoke(HttpContext context, SystemState state)
    {
        if (!Open.Any(path => context.Request.Path.StartsWithSegments(path)) && !await state.IsSetUp())
        {
            context.Response.Redirect("/first-run");
            return;
        }
        await next(context);
    }
}
