using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using ThiDua.App.Shared;

namespace ThiDua.App.Security;

/// <summary>
/// How a refusal sounds: what one may not see is not there; a program without a key is told so, a person is led to sign
/// in.
/// </summary>
public sealed class Refusals : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Succeeded || (result.Challenged && !IsApi(context)))
            return usual.HandleAsync(next, context, policy, result);
        context.Response.StatusCode = result.Challenged ? StatusCodes.Status401Unauthorized : StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

public static class RightsServices
{
    public static void AddRights(this IServiceCollection services)
    {
        services.AddSingleton<RoleBook>();
        services.AddScoped<Viewer>();
        services.AddScoped<Places>();
        services.AddScoped<IAuthorizationHandler, NeedsHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();
        // Programs read what went wrong as JSON (RFC 9457), people as a page.
        services.AddProblemDetails();
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseWhen(
            Refusals.IsApi,
            api => api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf }).UseStatusCodePages()
        );
        app.UseWhen(
            c => !Refusals.IsApi(c),
            pages =>
                pages
                    .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", StatusCodeSelector = StatusOf })
                    .UseStatusCodePagesWithReExecute("/error", "?code={0}")
        );
    }

    private static int StatusOf(Exception e) =>
        e is InputRefusedException ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status500InternalServerError;
}
