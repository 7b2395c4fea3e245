using Microsoft.AspNetCore.Html;

namespace ThiDua.App.Features.Progress;

/// <summary>Signs that stand beside a word, never instead of it.</summary>
public static class Icons
{
    public static IHtmlContent Of(string name) =>
        new HtmlString($"<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\"/icons.svg#{name}\"/></svg>");
}
