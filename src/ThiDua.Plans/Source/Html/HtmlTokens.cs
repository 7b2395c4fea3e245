namespace ThiDua.Plans.Source.Html;

internal enum HtmlTokenKind
{
    End,
    Text,
    Open,
    Close,
}

/// <summary>
/// Splits HTML into tags and text, as browsers do with what people and programs really write; every character is passed once.
/// </summary>
internal struct HtmlTokens(string html)
{
    private int _pos;
    private string? _rawUntil;

    public HtmlTokenKind Kind { get; private set; }

    /// <summary>Lower-case tag name.</summary>
    public string Name { get; private set; } = "";
    public bool SelfClosing { get; private set; }

    /// <summary>The element whose inside the text is, where that is no HTML (script, style …); null else.</summary>
    public string? RawOf { get; private set; }

    /// <summary>Where the text, or the tag's inside, stands.</summary>
    public Range Span { get; private set; }

    public readonly ReadOnlySpan<char> Text => html.AsSpan(Span);

    public bool Next()
    {
        while (_pos < html.Length)
        {
            if (_rawUntil is not null)
            {
                return Raw();
            }
            if (
                html[_pos] != '<'
                || _pos + 1 >= html.Length
                || !(char.IsAsciiLetter(html[_pos + 1]) || html[_pos + 1] is '/' or '!' or '?')
            )
            {
                var end = html.AsSpan(_pos + 1).IndexOf('<');
                Take(HtmlTokenKind.Text, _pos, end < 0 ? html.Length : _pos + 1 + end);
                return true;
            }
            if (html[_pos + 1] is '!' or '?')
            {
                SkipDeclaration();
                continue;
            }
            if (Tag())
            {
                return true;
            }
        }
        Kind = HtmlTokenKind.End;
        return false;
    }

    private void Take(HtmlTokenKind kind, int from, int to)
    {
        Kind = kind;
        RawOf = null;
        Span = from..to;
        _pos = to;
    }

    // The inside of script, style and the like is no HTML.
    private bool Raw()
    {
        var rest = html.AsSpan(_pos);
        var end = rest.IndexOf("</" + _rawUntil, StringComparison.OrdinalIgnoreCase);
        var raw = _rawUntil;
        _rawUntil = null;
        Take(HtmlTokenKind.Text, _pos, end < 0 ? html.Length : _pos + end);
        RawOf = raw;
        return true;
    }

    private void SkipDeclaration()
    {
        var comment = html.AsSpan(_pos).StartsWith("<!--");
        var end = comment ? html.AsSpan(_pos + 4).IndexOf("-->") : html.AsSpan(_pos).IndexOf('>');
        _pos =
            end < 0 ? html.Length
            : comment ? _pos + 4 + end + 3
            : _pos + end + 1;
    }

    private bool Tag()
    {
        var close = html[_pos + 1] == '/';
        var name = _pos + (close ? 2 : 1);
        var at = name;
        while (at < html.Length && (char.IsLetterOrDigit(html[at]) || html[at] is ':' or '-'))
        {
            at++;
        }
        var end = TagEnd(at);
        if (at == name)
        {
            // "</>" and "</ x": nothing.
            _pos = Math.Min(html.Length, end + 1);
            return false;
        }
        Name = at - name > 20 ? "" : html[name..at].ToLowerInvariant();
        SelfClosing = end > at && end <= html.Length && html[end - 1] == '/';
        Take(close ? HtmlTokenKind.Close : HtmlTokenKind.Open, at, Math.Min(end, html.Length));
        _pos = Math.Min(html.Length, end + 1);
        _rawUntil =
            !close && Name is "script" or "style" or "title" or "textarea" or "noscript" or "iframe" or "svg" or "math" ? Name : null;
        return true;
    }

    // ">" within quotes is part of a value.
    private readonly int TagEnd(int at)
    {
        while (at < html.Length && html[at] != '>')
        {
            if (html[at] is '"' or '\'' && html[at - 1] == '=')
            {
                var quote = html.AsSpan(at + 1).IndexOf(html[at]);
                if (quote < 0)
                {
                    return html.Length;
                }
                at += quote + 1;
            }
            at++;
        }
        return at;
    }

    /// <summary>The value of an attribute of the current tag; null when absent, "" when it has none.</summary>
    public readonly string? Attribute(string name)
    {
        var tag = Text;
        for (var at = 0; at < tag.Length; )
        {
            var found = tag[at..].IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return null;
            }
            at += found;
            var after = at + name.Length;
            if (
                at > 0
                && (char.IsWhiteSpace(tag[at - 1]) || tag[at - 1] is '"' or '\'' or '/')
                && (after == tag.Length || char.IsWhiteSpace(tag[after]) || tag[after] is '=' or '/')
            )
            {
                return Value(tag[after..].TrimStart());
            }
            at = after;
        }
        return null;
    }

    private static string Value(ReadOnlySpan<char> after)
    {
        if (after is not ['=', ..])
        {
            return "";
        }
        after = after[1..].TrimStart();
        var end = after is ['"' or '\'', ..] ? after[1..].IndexOf(after[0]) + 1 : after.IndexOfAny(" \t\r\n>");
        var value =
            after is ['"' or '\'', ..] ? after[1..Math.Max(end, 1)]
            : end < 0 ? after
            : after[..end];
        return System.Net.WebUtility.HtmlDecode(value.ToString());
    }
}
