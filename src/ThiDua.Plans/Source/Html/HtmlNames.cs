namespace ThiDua.Plans.Source.Html;

/// <summary>What the names of HTML elements mean here.</summary>
internal static class HtmlNames
{
    public static bool IsBlock(string name) =>
        name
            is "p"
                or "div"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
                or "li"
                or "ul"
                or "ol"
                or "table"
                or "tr"
                or "td"
                or "th"
                or "thead"
                or "tbody"
                or "tfoot"
                or "section"
                or "article"
                or "header"
                or "footer"
                or "main"
                or "nav"
                or "aside"
                or "blockquote"
                or "pre"
                or "center"
                or "address"
                or "dl"
                or "dt"
                or "dd"
                or "fieldset"
                or "form"
                or "figure"
                or "figcaption"
                or "body"
                or "html"
                or "head"
                or "caption"
                or "details"
                or "summary"
                or "hr";

    public static bool IsHidden(string name) =>
        name
            is "head"
                or "nav"
                or "template"
                or "select"
                or "button"
                or "object"
                or "audio"
                or "video"
                or "canvas"
                or "script"
                or "style"
                or "title"
                or "noscript"
                or "iframe"
                or "svg"
                or "math"
                or "textarea"
                or "datalist";

    public static int Heading(string name) => name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6' ? name[1] - '0' : 0;

    /// <summary>Elements that an inner end tag does not reach beyond.</summary>
    public static bool IsScope(string name) => name is "td" or "th" or "table" or "body" or "html";

    /// <summary>The look that browsers give an element by itself.</summary>
    public static HtmlStyle Own(string name, string? align)
    {
        var style = new HtmlStyle
        {
            Centred = align?.ToLowerInvariant() switch
            {
                "center" or "middle" => true,
                "left" or "right" or "justify" => false,
                _ => null,
            },
        };
        switch (name)
        {
            case "b" or "strong" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                style.Bold = true;
                break;
            case "i" or "em" or "cite":
                style.Italic = true;
                break;
            case "center":
                style.Centred = true;
                break;
            case "th":
                style.Bold = true;
                style.Centred ??= true;
                break;
        }
        return style;
    }

    /// <summary>Elements whose end tag is often left out.</summary>
    public static bool HasImpliedEnd(string name) =>
        name is "p" or "li" or "td" or "th" or "tr" or "dt" or "dd" or "head" || Heading(name) > 0;

    /// <summary>Whether an open element ends where <paramref name="next"/> begins although its end tag is missing.</summary>
    public static bool EndsBefore(string next, string open) =>
        open switch
        {
            "p" => true,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => Heading(next) > 0,
            "li" => next == "li",
            "td" or "th" => next is "td" or "th" or "tr" or "tbody" or "tfoot" or "thead",
            "tr" => next is "tr" or "tbody" or "tfoot" or "thead",
            "dt" or "dd" => next is "dt" or "dd",
            "head" => true,
            _ => false,
        };

    /// <summary>Where the search for such an element stops.</summary>
    public static bool Bounds(string next, string open) =>
        open switch
        {
            "table" => true,
            "td" or "th" => next is not ("td" or "th" or "tr" or "tbody" or "tfoot" or "thead"),
            "ul" or "ol" => next == "li",
            "div" or "section" or "article" or "blockquote" or "body" or "html" => next is not ("td" or "th" or "tr"),
            _ => false,
        };
}
