namespace ThiDua.Plans.Source.Html;

/// <summary>An element whose end has not come yet.</summary>
/// <param name="Level">Of the heading that it is or stands in; 0 for none.</param>
internal readonly record struct HtmlElement(string Name, HtmlStyle Style, int Level);

/// <summary>The elements that are open at a place of a page, from the outermost in; end tags may be missing, or too many.</summary>
internal sealed class HtmlOpenElements(HtmlStyleSheet sheet, int maxDepth)
{
    // How far a missing end tag is looked for: enough for honest pages, and hostile ones stay linear.
    private const int MaxImplied = 32;

    private readonly List<HtmlElement> _open = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private int _implied;
    private int _hiddenFrom = int.MaxValue;

    public int Count => _open.Count;
    public HtmlElement Innermost => _open.Count > 0 ? _open[^1] : default;

    /// <summary>What stands here is not shown.</summary>
    public bool Hidden => _hiddenFrom < int.MaxValue;

    public void Push(ref HtmlTokens tag)
    {
        if (tag.SelfClosing && !HtmlNames.IsBlock(tag.Name))
        {
            return;
        }
        if (_open.Count >= maxDepth)
        {
            throw UnreadableDocumentException.TooDeep(maxDepth);
        }
        var own = tag.Attribute("style") is { Length: > 0 } css ? HtmlStyle.Parse(css) : default;
        own = own.Over(sheet.Apply(default, tag.Attribute("class"))).Over(HtmlNames.Own(tag.Name, tag.Attribute("align")));
        var outer = Innermost;
        if ((own.Hidden == true || HtmlNames.IsHidden(tag.Name) || tag.Attribute("hidden") is not null) && !Hidden)
        {
            _hiddenFrom = _open.Count;
        }
        // Borders and list marks are an element's own; the rest is inherited.
        var inherited = outer.Style with
        {
            Bordered = null,
            List = null,
            Hidden = null,
        };
        Tally(tag.Name, 1);
        _open.Add(new HtmlElement(tag.Name, own.Over(inherited), HtmlNames.Heading(tag.Name) is var level and > 0 ? level : outer.Level));
    }

    public void Close(string name)
    {
        var block = HtmlNames.IsBlock(name);
        // A stray end tag is ignored; a table's cell is never left through an inner end tag.
        for (
            var i = _byName.GetValueOrDefault(name) == 0 ? -1 : _open.Count - 1;
            i >= 0 && (block || !HtmlNames.IsScope(_open[i].Name));
            i--
        )
        {
            if (_open[i].Name == name)
            {
                Pop(i);
                break;
            }
            if (
                name is not ("table" or "tr" or "tbody" or "thead" or "tfoot" or "body" or "html")
                && _open[i].Name is "td" or "th" or "table"
            )
            {
                break;
            }
        }
    }

    public void CloseImplied(string name)
    {
        if (_implied == 0)
        {
            return;
        }
        for (var i = _open.Count - 1; i >= Math.Max(0, _open.Count - MaxImplied) && !HtmlNames.Bounds(name, _open[i].Name); i--)
        {
            if (HtmlNames.EndsBefore(name, _open[i].Name))
            {
                Pop(i);
            }
        }
    }

    private void Tally(string name, int by)
    {
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_byName, name, out _) += by;
        _implied += HtmlNames.HasImpliedEnd(name) ? by : 0;
    }

    private void Pop(int to)
    {
        for (var i = to; i < _open.Count; i++)
        {
            Tally(_open[i].Name, -1);
        }
        _open.RemoveRange(to, _open.Count - to);
        _hiddenFrom = _hiddenFrom >= to ? int.MaxValue : _hiddenFrom;
    }
}
