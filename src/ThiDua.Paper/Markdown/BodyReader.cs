using System.Text.RegularExpressions;

namespace ThiDua.Paper.Markdown;

internal sealed record BodyText(IReadOnlyList<Block> Blocks, IReadOnlyList<Appendix> Appendices);

/// <summary>The body, line by line: headings, texts, lists and pipe tables.</summary>
internal sealed partial class BodyReader
{
    private readonly List<MarkdownError> _errors;
    private readonly List<Block> _main = [];
    private readonly List<(string? Label, string? Title, List<Block> Blocks)> _appendices = [];
    private readonly List<string> _open = [];
    private List<Block> _target;
    private Func<RichText, Block>? _kind;
    private bool _listed;
    private string? _lastHeading;

    private BodyReader(List<MarkdownError> errors) => (_errors, _target) = (errors, _main);

    public static BodyText Read(string[] lines, int firstLine, List<MarkdownError> errors)
    {
        var reader = new BodyReader(errors);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart().StartsWith('|'))
                i = reader.Table(lines, i, firstLine);
            else
                reader.Line(lines[i], firstLine + i);
        }
        reader.Close();
        if (reader._main is [] or [.., HeadingBlock or TableBlock])
            errors.Add(new(Math.Max(1, firstLine + lines.Length - 1), "Nội dung phải kết thúc bằng một đoạn văn, để đặt dấu “./.”."));
        return new(reader._main, [.. reader._appendices.Select(a => new Appendix(a.Label, a.Title, a.Blocks))]);
    }

    private void Line(string line, int number)
    {
        var text = line.Trim();
        if (text.Length == 0)
        {
            Close();
            return;
        }
        if (HeadingMark().Match(text) is { Success: true } mark)
        {
            Close();
            Heading(text[mark.Length..], number);
            return;
        }
        if (Bullet().Match(line) is { Success: true } bullet)
        {
            Close();
            var level = bullet.Groups["mark"].Value == "+" || bullet.Groups["indent"].Length >= 2 ? 1 : 0;
            Open(t => new BulletBlock(t, level), line[bullet.Length..]);
            return;
        }
        if (Refused().IsMatch(text))
        {
            _errors.Add(new(number, "Chỉ dùng đề mục (#), đoạn văn, dòng “- …”, bảng “| … |”, **chữ đậm** và *chữ nghiêng*."));
            return;
        }
        // A list item or a numbered clause ends where the next begins; in running text "15. …" may be the end of a sentence.
        if ((_kind is null || _listed) && Label().Match(text) is { Success: true } label)
            Labelled(text, label);
        else if (_kind is null)
            Open(t => new TextBlock(t), text, listed: false);
        else
            _open.Add(text);
    }

    private void Labelled(string text, Match label)
    {
        var value = label.Groups["label"].Value;
        Open(t => new TextBlock(t, value), text[label.Length..]);
    }

    private void Heading(string text, int number)
    {
        if (HeadingForm.Appendix(text) is { } appendix)
        {
            var blocks = new List<Block>();
            _appendices.Add((appendix.Label, appendix.Title, blocks));
            (_target, _lastHeading) = (blocks, appendix.Title);
            return;
        }
        if (HeadingForm.Of(text) is { } heading)
        {
            _target.Add(heading);
            _lastHeading = heading.Title.Plain;
        }
        else
            _errors.Add(new(number, HeadingForm.Expected));
    }

    private void Open(Func<RichText, Block> kind, string text, bool listed = true)
    {
        Close();
        (_kind, _listed) = (kind, listed);
        _open.Add(text.Trim());
    }

    private void Close()
    {
        if (_kind is not null && _open.Count > 0)
            _target.Add(_kind(Inlines.Read(string.Join(' ', _open))));
        _open.Clear();
        _kind = null;
    }

    private int Table(string[] lines, int start, int firstLine)
    {
        Close();
        var end = start;
        while (end < lines.Length && lines[end].TrimStart().StartsWith('|'))
            end++;
        if (PipeTable.Read(lines[start..end], firstLine + start, _lastHeading, _errors) is { } table)
            _target.Add(table);
        return end - 1;
    }

    [GeneratedRegex(@"^#{1,6}\s+")]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"^(?<indent>\s*)(?<mark>[-*+])\s+(?=\S)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?<label>(?:\d{1,3}(?:\.\d{1,3})*\.|[a-zđ]\)))\s+(?=\S)")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:>|```|~~~|[-*_=](?:\s*[-*_=]){2,}\s*$)")]
    private static partial Regex Refused();
}
