using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Forms;

/// <summary>
/// A form that waits on the device where there is no signal, and goes by itself when there is (<c>worker.js</c>,
/// <c>queue.js</c>). Without the scripts it is an ordinary form that is taken once, however often it is sent.
/// </summary>
[HtmlTargetElement("form", Attributes = "queue")]
public sealed class QueuedFormTagHelper(Viewer viewer, IStringLocalizer<Text> text) : TagHelper
{
    /// <summary>What the list of what waits calls it.</summary>
    public string Queue { get; set; } = "";

    /// <summary>The act of the button that may wait, where others may not.</summary>
    public string? QueueAct { get; set; }

    /// <summary>The key of this filling, where the page has one; else a new one, or that which came back.</summary>
    public string? QueueKey { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    // After the form's own helper, which sets what a form always has.
    public override int Order => 10;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("data-queue", QueueAct ?? "");
        output.Attributes.SetAttribute("data-queue-full", text["QueueFull"].Value);
        output.Attributes.SetAttribute("data-queue-lost", text["KeepNotSent"].Value);
        (string, string?)[] hidden =
        [
            (OncePosts.Field, QueueKey ?? Posted() ?? PublicId.New()),
            ("_queue", Queue),
            ("_queueAct", QueueAct ?? ""),
            ("_who", viewer.PublicId),
        ];
        foreach (var (name, value) in hidden)
            output
                .PreContent.AppendHtml("<input")
                .AppendHtml(FieldTagHelper.All([("type", "hidden"), ("name", name), ("value", value)]))
                .AppendHtml(">");
    }

    private string? Posted()
    {
        var request = View.HttpContext.Request;
        return HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Form[OncePosts.Field] is [{ Length: > 0 } key]
            ? key
            : null;
    }
}
