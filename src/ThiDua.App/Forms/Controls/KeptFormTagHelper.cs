using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;

namespace ThiDua.App.Forms;

/// <summary>
/// A form of which nothing typed is lost: <c>keep.js</c> keeps what the server does not have on the device, and a fixed line
/// says where it is. Without the script the form is the form.
/// </summary>
[HtmlTargetElement("form", Attributes = "keep")]
public sealed class KeptFormTagHelper(IStringLocalizer<Text> text) : TagHelper
{
    /// <summary>What the form is about: the same when the person comes back.</summary>
    public string Keep { get; set; } = "";

    /// <summary>The server keeps a draft of it as it is typed.</summary>
    public bool Autosave { get; set; }

    /// <summary>What the line says at first: when the server saved it last.</summary>
    public string? Said { get; set; }

    /// <summary>The server has all that this page shows, wrong or right.</summary>
    public bool Taken { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("data-keep", Keep);
        if (Autosave)
            output.Attributes.SetAttribute("data-autosave", "");
        if (Taken)
            output.Attributes.SetAttribute("data-taken", "");
        // It came back with what was sent: there is nothing of the device's to offer.
        if (HttpMethods.IsPost(View.HttpContext.Request.Method))
            output.Attributes.SetAttribute("data-refused", "");
        foreach (
            var key in (string[])
                ["Local", "NoSignal", "NotSent", "SendNow", "Ended", "SignInAgain", "Restored", "DropRestored", "TypedHere"]
        )
            output.Attributes.SetAttribute($"data-{FormCodes.Of(key)}", text[$"Keep{key}"].Value);
        output
            .PreContent.AppendHtml("<input")
            .AppendHtml(FieldTagHelper.All([("type", "hidden"), ("name", KeptForms.Field), ("value", Keep)]));
        output.PreContent.AppendHtml(">");
        output.PostContent.AppendHtml("<p class=\"kept\" role=\"status\" data-said>").Append(Said ?? "").AppendHtml("</p>");
    }
}

/// <summary>Tells the browser that the server took what it kept of a form: whatever was sent and leads on was taken.</summary>
public sealed class KeptForms : IResultFilter
{
    public const string Field = "_keep",
        Cookie = "thidua-saved";

    private const int Longest = 200;
    private static readonly TimeSpan Told = TimeSpan.FromMinutes(10);

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var leadsOn = context.Result is LocalRedirectResult or RedirectResult or RedirectToPageResult;
        // A device's queue keeps its own account of what was taken.
        if (leadsOn && !QueuedPosts.Is(context.HttpContext) && HttpMethods.IsPost(context.HttpContext.Request.Method))
            Took(context.HttpContext);
    }

    /// <summary>Said by a page that answers what was sent without leading on.</summary>
    public static void Took(HttpContext http)
    {
        if (http.Request.HasFormContentType && http.Request.Form[Field].ToString() is { Length: > 0 and <= Longest } key)
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

    public void OnResultExecuted(ResultExecutedContext context) { }
}
