namespace ThiDua.Plans.Source.Html;

/// <summary>What matters here of an element's look; null is "not said".</summary>
internal struct HtmlStyle
{
    public bool? Bold;
    public bool? Italic;
    public bool? Centred;
    public bool? Hidden;
    public bool? Capitals;
    public bool? Bordered;

    /// <summary>list-style-type.</summary>
    public string? List;

    public readonly HtmlStyle Over(in HtmlStyle below) =>
        new()
        {
            Bold = Bold ?? below.Bold,
            Italic = Italic ?? below.Italic,
            Centred = Centred ?? below.Centred,
            Hidden = Hidden ?? below.Hidden,
            Capitals = Capitals ?? below.Capitals,
            Bordered = Bordered ?? below.Bordered,
            List = List ?? below.List,
        };

    /// <summary>Reads declarations: "text-align: center; font-weight: bold".</summary>
    public static HtmlStyle Parse(ReadOnlySpan<char> css)
    {
        var style = new HtmlStyle();
        foreach (var part in css[..Math.Min(css.Length, 4000)].Split(';'))
        {
            var declaration = css[part];
            var colon = declaration.IndexOf(':');
            if (colon > 0)
            {
                style.Set(
                    declaration[..colon].Trim().ToString().ToLowerInvariant(),
                    declaration[(colon + 1)..].Trim().ToString().ToLowerInvariant()
                );
            }
        }
        return style;
    }

    private void Set(string name, string value)
    {
        switch (name)
        {
            case "font-weight":
                Bold = value is "bold" or "bolder" or "600" or "700" or "800" or "900";
                break;
            case "font-style":
                Italic = value is "italic" or "oblique";
                break;
            case "text-align":
                Centred = value.StartsWith("center", StringComparison.Ordinal);
                break;
            case "display":
                Hidden = value is "none" ? true : null;
                break;
            case "visibility":
                Hidden = value is "hidden" ? true : Hidden;
                break;
            case "text-transform":
                Capitals = value == "uppercase";
                break;
            case "border" or "border-top" or "border-left":
                Bordered = !(value.StartsWith("none", StringComparison.Ordinal) || value is "0" or "0px");
                break;
            case "list-style" or "list-style-type":
                List = value.Split(' ')[0];
                break;
        }
    }
}

/// <summary>The class rules of a page's own style sheets (".organ { font-weight: bold }"), as editors export them.</summary>
internal sealed class HtmlStyleSheet
{
    private const int MaxRules = 5000;
    private readonly Dictionary<string, HtmlStyle> _classes = new(StringComparer.Ordinal);

    public void Read(ReadOnlySpan<char> css)
    {
        var rules = 0;
        var depth = 0;
        while (rules++ < MaxRules && css.IndexOfAny('{', '}') is var brace and >= 0)
        {
            var selector = css[..brace].Trim();
            if (css[brace] == '}')
            {
                depth = Math.Max(0, depth - 1);
                css = css[(brace + 1)..];
                continue;
            }
            css = css[(brace + 1)..];
            if (selector.StartsWith("@") && !selector.StartsWith("@page") && !selector.StartsWith("@font"))
            {
                // Rules for print or narrow screens do not change what the text is.
                depth++;
                continue;
            }
            var end = css.IndexOf('}');
            end = end < 0 ? css.Length : end;
            if (depth == 0)
            {
                Add(selector, HtmlStyle.Parse(css[..end]));
            }
            css = css[Math.Min(css.Length, end + 1)..];
        }
    }

    private void Add(ReadOnlySpan<char> selectors, in HtmlStyle style)
    {
        foreach (var part in selectors.Split(','))
        {
            var selector = selectors[part].Trim();
            selector = selector[(selector.LastIndexOfAny(" >+~") + 1)..];
            var dot = selector.IndexOf('.');
            if (dot >= 0 && selector[(dot + 1)..].IndexOfAny(".:[#") < 0 && dot + 1 < selector.Length)
            {
                var name = selector[(dot + 1)..].ToString();
                _classes[name] = style.Over(_classes.GetValueOrDefault(name));
            }
        }
    }

    /// <summary>Adds the classes' look to the element's own.</summary>
    public HtmlStyle Apply(HtmlStyle own, string? classes)
    {
        if (_classes.Count == 0 || string.IsNullOrEmpty(classes))
        {
            return own;
        }
        foreach (var name in classes.Split(' ', 8, StringSplitOptions.RemoveEmptyEntries))
        {
            own = own.Over(_classes.GetValueOrDefault(name));
        }
        return own;
    }
}
