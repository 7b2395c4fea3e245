using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ThiDua.App.Security;

/// <summary>
/// A page of which the reader's own device may keep a copy for where there is no signal (<c>worker.js</c>). The answer says
/// whose copy it is. No page without this mark is ever kept.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnDeviceAttribute : ResultFilterAttribute
{
    public const string Header = "X-On-Device";

    /// <summary>This one names people, or households: it stays off the device.</summary>
    public static void Forbid(HttpContext context) => context.Items[Header] = false;

    public override void OnResultExecuting(ResultExecutingContext context)
    {
        var viewer = context.HttpContext.RequestServices.GetRequiredService<Viewer>();
        if (
            context.Result is PageResult
            && HttpMethods.IsGet(context.HttpContext.Request.Method)
            && viewer.PublicId.Length > 0
            && !context.HttpContext.Items.ContainsKey(Header)
        )
            context.HttpContext.Response.Headers[Header] = viewer.PublicId;
    }
}
