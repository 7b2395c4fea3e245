using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ThiDua.App.Forms;

/// <summary>A page whose post may meet what another has saved meanwhile.</summary>
public interface IMeetsOthers
{
    bool Conflict { get; }
}

/// <summary>
/// What was sent from a device's queue (<c>queue.js</c>): a script cannot see where an answer leads, so it is told; what the
/// form brought is known as taken by its key, which the browser's own posts are told by a cookie.
/// </summary>
public sealed class QueuedPosts : IResultFilter
{
    public const string Header = "X-Queued",
        ConflictHeader = "X-Conflict",
        Cookie = "thidua-sent";

    private static readonly TimeSpan Told = TimeSpan.FromMinutes(10);

    public static bool Is(HttpContext http) => http.Request.Headers.ContainsKey(Header);

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType)
            return;
        if (context.Result is LocalRedirectResult led)
            Lead(context, led.Url);
        else if (context.Result is PageResult { Model: IMeetsOthers { Conflict: true } })
            http.Response.Headers[ConflictHeader] = "1";
    }

    public void OnResultExecuted(ResultExecutedContext context) { }

    private static void Lead(ResultExecutingContext context, string to)
    {
        var http = context.HttpContext;
        if (Is(http))
            context.Result = new JsonResult(new { to });
        else if (http.Request.Form[OncePosts.Field].ToString() is { Length: > 0 and <= Data.RequestKey.Longest } key)
            http.Response.Cookies.Append(
                Cookie,
                key,
                new CookieOptions
                {
                    Path = "/",
                    SameSite = SameSiteMode.Strict,
                    MaxAge = Told,
                    IsEssential = true,
                }
            );
    }
}
