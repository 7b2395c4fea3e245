using System.Text;
using System.Text.RegularExpressions;

namespace ThiDua.Paper.Markdown;

/// <summary>A table written with "|": a header line, a line of dashes with colons for the alignment, then the rows.</summary>
internal static partial class PipeTable
{
    public static TableBlock? Read(string[] lines, int firstLine, string? caption, List<MarkdownError> errors)
    {
        var header = Cells(lines[0]);
        if (lines.Length < 2 || Cells(lines[1]) is var marks && (marks.Count != header.Count || !marks.All(m => Mark().IsMatch(m))))
        {
            errors.Add(
                new(firstLine + 1, $"Dưới dòng tiêu đề của bảng phải có dòng gạch, đủ {header.Count} ô, ví dụ “| --- | :---: | ---: |”.")
            );
            return null;
        }
        var rows = new List<IReadOnlyList<RichText>>();
        for (var i = 2; i < lines.Length; i++)
        {
            var cells = Cells(lines[i]);
            if (cells.Count == header.Count)
                rows.Add([.. cells.Select(Inlines.Read)]);
            else
                errors.Add(new(firstLine + i, $"Dòng này của bảng có {cells.Count} ô, tiêu đề có {header.Count} ô."));
        }
        return new([.. header.Select((h, i) => new TableColumn(Inlines.Read(h), Align(marks[i])))], rows, caption);
    }

    private static CellAlign Align(string mark) =>
        (mark.StartsWith(':'), mark.EndsWith(':')) switch
        {
            (true, true) => CellAlign.Centre,
            (false, true) => CellAlign.Right,
            _ => CellAlign.Left,
        };

    private static List<string> Cells(string line)
    {
        var text = line.Trim();
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                cell.Append(text[i]).Append(text[++i]);
                continue;
            }
            if (text[i] == '|')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                continue;
            }
            cell.Append(text[i]);
        }
        if (cell.ToString().Trim().Length > 0)
            cells.Add(cell.ToString().Trim());
        return cells;
    }

    [GeneratedRegex(@"^:?-+:?$")]
    private static partial Regex Mark();
}
