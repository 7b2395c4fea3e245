using ThiDua.App.Shared;

namespace ThiDua.App.Security;

/// <summary>While the system is empty every page leads to its set-up.</summary>
public sealed class FirstRunGate(RequestDelegate next)
{
    public async Task Invoke(HttpContext context, SystemState state)
    {
        if (!context.Request.Path.StartsWithSegments("/first-run") && !context.Request.Path.StartsWithSegments("/language")
            && !await state.IsSetUp())
        {
            context.Response.Redirect("/first-run");
            return;
        }
        await next(context);
    }
}
