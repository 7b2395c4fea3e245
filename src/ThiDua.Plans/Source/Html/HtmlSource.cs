using System.Net;
using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Html;

/// <summary>Web pages: also what Word and converters save as such.</summary>
internal sealed class HtmlSource
{
    private const int MaxTables = 40;

    private readonly HtmlOpenElements _open;
    private readonly Stack<HtmlTable> _tables = new();
    private readonly HtmlLists _lists = new();
    private readonly HtmlStyleSheet _sheet = new();
    private readonly LineBuilder _line = new();
    private readonly LineBudget _budget;
    private string? _label;
    private int _tableCount;

    private HtmlSource(ReadLimits limits)
    {
        _budget = new LineBudget(limits);
        _open = new HtmlOpenElements(_sheet, limits.MaxDepth);
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
        if (_open.Hidden || (_tables.TryPeek(out var table) && table.Cell is null))
        {
            return;
        }
        var style = _open.Innermost.Style;
        var decoded = text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text.ToString();
        decoded = HtmlText.Blanks(decoded, _line);
        _line.Append(style.Capitals == true ? decoded.ToUpperInvariant() : decoded, style.Bold == true, style.Italic == true);
        _budget.CheckPending(_line.Length);
    }

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
            _open.CloseImplied(name);
        }
        _open.Push(ref tag);
        Structure(ref tag);
    }

    private void Void(string name)
    {
        if (name == "hr")
        {
            Flush();
        }
        else if (name == "br" && !_open.Hidden)
        {
            _line.Append('\n', false, false);
        }
    }

    private void Structure(ref HtmlTokens tag)
    {
        if (_open.Hidden || _open.Count == 0)
        {
            return;
        }
        var style = _open.Innermost.Style;
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
        _open.Close(name);
        if (name is "td" or "th" && _tables.TryPeek(out var cells))
        {
            cells.CloseCell();
        }
        if (name == "table" && _tables.Count > 0 && !_open.Hidden)
        {
            EndTable();
        }
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
        var element = _open.Innermost;
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
