using System.Net;
using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Html;

/// <summary>Web pages: also what Word and converters save as such.</summary>
internal sealed class HtmlSource
{
    // How far a missing end tag is looked for: enough for honest pages, and hostile ones stay linear.
    private const int MaxImplied = 32;
    private const int MaxTables = 40;

    private readonly record struct Element(string Name, HtmlStyle Style, int Level);

    private readonly List<Element> _open = [];
    private readonly Stack<HtmlTable> _tables = new();
    private readonly HtmlLists _lists = new();
    private readonly HtmlStyleSheet _sheet = new();
    private readonly LineBuilder _line = new();
    private readonly LineBudget _budget;
    private readonly ReadLimits _limits;
    private readonly Dictionary<string, int> _openByName = new(StringComparer.Ordinal);
    private int _implied;
    private string? _label;
    private int _hiddenFrom = int.MaxValue;
    private int _tableCount;

    private HtmlSource(ReadLimits limits)
    {
        _limits = limits;
        _budget = new LineBudget(limits);
    }

    public static bool LooksLikeHtml(string text, string fileName)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096));
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (!head.TrimStart().StartsWith("<"))
        {
            return extension is ".html" or ".htm" or ".xhtml" && (Has(head, "</p>") || Has(head, "<br") || Has(head, "</div>"));
        }
        if (Has(head, "<html") || Has(head, "<!doctype html") || Has(head, "<body"))
        {
            return true;
        }
        return extension is not (".md" or ".markdown" or ".txt")
            && (Has(head, "<p") || Has(head, "<div") || Has(head, "<table") || Has(head, "<h1"));

        static bool Has(ReadOnlySpan<char> head, string tag) => head.Contains(tag, StringComparison.OrdinalIgnoreCase);
    }

    public static SourceDocument Read(string html, ReadLimits limits, List<Warning> warnings, CancellationToken cancellationToken)
    {
        var source = new HtmlSource(limits);
        var tokens = new HtmlTokens(html);
        var n = 0;
        while (tokens.Next())
        {
            if ((++n & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
            source.Token(ref tokens);
        }
        source.Flush();
        while (source._tables.Count > 0)
        {
            source.EndTable();
        }
        var lines = Columns.Resolve(source._budget.Lines);
        return lines.Count > 0
            ? new SourceDocument("html", lines, warnings)
            : throw new UnreadableDocumentException("no-text", "Trang web không có chữ nào.", "The web page has no text.");
    }

    private void Token(ref HtmlTokens token)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text when token.RawOf is null:
                Text(token.Text);
                break;
            case HtmlTokenKind.Text when token.RawOf == "style":
                _sheet.Read(token.Text);
                break;
            case HtmlTokenKind.Open:
                Open(ref token);
                break;
            case HtmlTokenKind.Close:
                Close(token.Name);
                break;
        }
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (_hiddenFrom < int.MaxValue || (_tables.TryPeek(out var table) && table.Cell is null))
        {
            return;
        }
        var style = _open.Count > 0 ? _open[^1].Style : default;
        var decoded = text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text.ToString();
        decoded = Blanks(decoded);
        _line.Append(style.Capitals == true ? decoded.ToUpperInvariant() : decoded, style.Bold == true, style.Italic == true);
        _budget.CheckPending(_line.Length);
    }

    // Blanks and line ends of the source are one blank on the page; a line feed in the builder is a line break.
    private string Blanks(string text)
    {
        if (
            text.AsSpan().IndexOfAny("\r\n\t\f") < 0
            && !text.Contains("  ", StringComparison.Ordinal)
            && !(text.StartsWith(' ') && EndsBlank())
        )
        {
            return text;
        }
        var sb = new System.Text.StringBuilder(text.Length);
        var blank = EndsBlank();
        foreach (var c in text)
        {
            var isBlank = c is ' ' or '\r' or '\n' or '\t' or '\f';
            if (!isBlank || !blank)
            {
                sb.Append(isBlank ? ' ' : c);
            }
            blank = isBlank;
        }
        return sb.ToString();
    }

    private bool EndsBlank() => _line.Length == 0 || _line[_line.Length - 1] is ' ' or '\n';

    private void Open(ref HtmlTokens tag)
    {
        var name = tag.Name;
        if (name is "br" or "hr" or "img" or "input" or "meta" or "link" or "col" or "wbr" or "area" or "base" or "embed" or "source")
        {
            Void(name);
            return;
        }
        if (HtmlNames.IsBlock(name))
        {
            Flush();
            CloseImplied(name);
        }
        Push(ref tag);
        Structure(ref tag);
    }

    private void Void(string name)
    {
        if (name == "hr")
        {
            Flush();
        }
        else if (name == "br" && _hiddenFrom == int.MaxValue)
        {
            _line.Append('\n', false, false);
        }
    }

    private void Push(ref HtmlTokens tag)
    {
        if (tag.SelfClosing && !HtmlNames.IsBlock(tag.Name))
        {
            return;
        }
        if (_open.Count >= _limits.MaxDepth)
        {
            throw UnreadableDocumentException.TooDeep(_limits.MaxDepth);
        }
        var own = tag.Attribute("style") is { Length: > 0 } css ? HtmlStyle.Parse(css) : default;
        own = own.Over(_sheet.Apply(default, tag.Attribute("class"))).Over(HtmlNames.Own(tag.Name, tag.Attribute("align")));
        var outer = _open.Count > 0 ? _open[^1] : default;
        if ((own.Hidden == true || HtmlNames.IsHidden(tag.Name) || tag.Attribute("hidden") is not null) && _hiddenFrom == int.MaxValue)
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
        Count(tag.Name, 1);
        _open.Add(new Element(tag.Name, own.Over(inherited), HtmlNames.Heading(tag.Name) is var level and > 0 ? level : outer.Level));
    }

    private void Structure(ref HtmlTokens tag)
    {
        if (_hiddenFrom < int.MaxValue || _open.Count == 0)
        {
            return;
        }
        var style = _open[^1].Style;
        switch (tag.Name)
        {
            case "table" when _tables.Count < MaxTables:
                var table = new HtmlTable(_tableCount++, _budget.Spent);
                table.Border(style.Bordered == true || tag.Attribute("border") is { Length: > 0 } and not "0", header: false);
                _tables.Push(table);
                break;
            case "tr" when _tables.TryPeek(out var rows):
                rows.Row();
                break;
            case "td" or "th" when _tables.TryPeek(out var cells):
                cells.Border(drawn: false, header: tag.Name == "th");
                cells.Open(tag.Attribute("colspan"), tag.Attribute("rowspan"), style);
                break;
            case "ol" or "ul":
                _lists.Start(tag.Name == "ol", tag.Attribute("type"), tag.Attribute("start"), style.List);
                break;
            case "li":
                _label = _lists.Item(tag.Attribute("value"));
                break;
        }
    }

    private void Close(string name)
    {
        var block = HtmlNames.IsBlock(name);
        if (block)
        {
            Flush();
        }
        if (name is "ol" or "ul")
        {
            _lists.End();
        }
        // A stray end tag is ignored; a table's cell is never left through an inner end tag.
        for (
            var i = _openByName.GetValueOrDefault(name) == 0 ? -1 : _open.Count - 1;
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
        if (name is "td" or "th" && _tables.TryPeek(out var cells))
        {
            cells.CloseCell();
        }
        if (name == "table" && _tables.Count > 0 && _hiddenFrom == int.MaxValue)
        {
            EndTable();
        }
    }

    private void CloseImplied(string name)
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

    private void Count(string name, int by)
    {
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_openByName, name, out _) += by;
        _implied += HtmlNames.HasImpliedEnd(name) ? by : 0;
    }

    private void Pop(int to)
    {
        for (var i = to; i < _open.Count; i++)
        {
            Count(_open[i].Name, -1);
        }
        _open.RemoveRange(to, _open.Count - to);
        _hiddenFrom = _hiddenFrom >= to ? int.MaxValue : _hiddenFrom;
    }

    private void EndTable()
    {
        var table = _tables.Pop();
        table.Write(Target(), _budget);
    }

    private List<SourceLine> Target() => _tables.TryPeek(out var table) && table.Cell is { } cell ? cell.Lines : _budget.Lines;

    private void Flush()
    {
        if (_line.Length == 0)
        {
            return;
        }
        var target = Target();
        var before = target.Count;
        var element = _open.Count > 0 ? _open[^1] : default;
        var centred = element.Style.Centred == true;
        SoftLines.Emit(_line, target, _budget, _label, centred || element.Level > 0, element.Level);
        if (!centred && element.Level > 0)
        {
            for (var i = before; i < target.Count; i++)
            {
                target[i] = target[i] with { Centred = false };
            }
        }
        _label = target.Count > before ? null : _label;
        _line.Clear();
    }
}
