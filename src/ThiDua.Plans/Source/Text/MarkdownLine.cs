using System.Net;
using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Text;

/// <summary>One line of Markdown without its marks. Not CommonMark: converters and OCR break its rules, and a line stays a line.</summary>
internal static class MarkdownLine
{
    public static bool LooksLikeMarkdown(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 65_536));
        var stars = 0;
        foreach (var line in head.EnumerateLines())
        {
            var hashes = Hashes(line.Trim());
            if (hashes > 0 && line.Trim()[hashes..].Trim().Length > 0)
            {
                return true;
            }
            stars += line.Count("**") > 1 && !line.Contains("***", StringComparison.Ordinal) ? 1 : 0;
        }
        return stars > 0;
    }

    public static SourceLine Parse(string raw, LineBuilder builder)
    {
        var line = raw.AsSpan().Trim();
        if (line.IsEmpty || line.StartsWith("```") || line.StartsWith("~~~"))
        {
            return SourceLine.Empty;
        }
        while (line.StartsWith("> ") || line is ">")
        {
            line = line[1..].TrimStart();
        }
        var level = Hashes(line);
        if (level > 0)
        {
            line = line[level..].Trim();
            line = line.TrimEnd('#').TrimEnd();
        }
        builder.Clear();
        Inline(line, builder);
        var built = builder.Build();
        return level > 0 && built.Text.Length > 0 ? built with { HeadingLevel = Math.Min(level, 9) } : built;
    }

    /// <summary>The text of a table's cell: "> 90" is a bound there, and no quote.</summary>
    public static SourceLine Cell(string raw, LineBuilder builder)
    {
        builder.Clear();
        Inline(raw.AsSpan().Trim(), builder);
        return builder.Build();
    }

    private static int Hashes(ReadOnlySpan<char> line)
    {
        var n = 0;
        while (n < line.Length && line[n] == '#')
        {
            n++;
        }
        return n is > 0 and <= 9 && (n == line.Length || line[n] is ' ' or '\t' or '*') ? n : 0;
    }

    private static void Inline(ReadOnlySpan<char> line, LineBuilder to)
    {
        var marks = new Emphasis(line);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            switch (c)
            {
                case '\\'
                    when i + 1 < line.Length && char.IsAsciiLetterOrDigit(line[i + 1]) is false && line[i + 1] is > ' ' and < (char)127:
                    to.Append(line[++i], marks.Bold, marks.Italic);
                    break;
                case '*' or '_':
                    i += marks.Run(line, i, to) - 1;
                    break;
                case '<' when MarkdownTags.Length(line[i..]) is var n and > 0:
                    Tag(line.Slice(i, n), to, ref marks);
                    i += n - 1;
                    break;
                case '&' when Entity(line[i..]) is { Length: > 0 } entity:
                    to.Append(WebUtility.HtmlDecode(entity), marks.Bold, marks.Italic);
                    i += entity.Length - 1;
                    break;
                case '!' when Link(line, i + 1) is { End: > 0 } image:
                    i = image.End - 1;
                    break;
                case '[' when Link(line, i) is { End: > 0 } link:
                    Inline(line[(i + 1)..link.Close], to);
                    i = link.End - 1;
                    break;
                default:
                    to.Append(c, marks.Bold, marks.Italic);
                    break;
            }
        }
    }

    private static void Tag(ReadOnlySpan<char> tag, LineBuilder to, ref Emphasis marks)
    {
        var close = tag[1] == '/';
        var name = tag[(close ? 2 : 1)..].TrimEnd("/> ");
        if (name.StartsWith("br", StringComparison.OrdinalIgnoreCase))
        {
            to.Append(' ', marks.Bold, marks.Italic);
        }
        else if (name.Equals("b", StringComparison.OrdinalIgnoreCase) || name.Equals("strong", StringComparison.OrdinalIgnoreCase))
        {
            marks.Bold = !close;
        }
        else if (name.Equals("i", StringComparison.OrdinalIgnoreCase) || name.Equals("em", StringComparison.OrdinalIgnoreCase))
        {
            marks.Italic = !close;
        }
    }

    private static string? Entity(ReadOnlySpan<char> at)
    {
        var end = at[..Math.Min(at.Length, 12)].IndexOf(';');
        if (end < 2)
        {
            return null;
        }
        var entity = at[..(end + 1)].ToString();
        return WebUtility.HtmlDecode(entity) != entity ? entity : null;
    }

    private static (int Close, int End) Link(ReadOnlySpan<char> line, int open)
    {
        if (open >= line.Length || line[open] != '[')
        {
            return default;
        }
        // The caps keep a line of nothing but "[" linear.
        var close = line[open..Math.Min(line.Length, open + 500)].IndexOf("](");
        if (close < 0 || line[(open + 1)..(open + close)].Contains('['))
        {
            return default;
        }
        close += open;
        var end = line[close..Math.Min(line.Length, close + 2000)].IndexOf(')');
        return end < 0 ? default : (close, close + end + 1);
    }
}
