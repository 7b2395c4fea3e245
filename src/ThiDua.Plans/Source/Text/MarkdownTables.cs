using System.Text;
using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Text;

/// <summary>Pipe tables: a row, then a line of dashes, then rows until a line without pipes.</summary>
internal sealed class MarkdownTables
{
    private int _table = -1;
    private int _row = -1;

    /// <summary>The row on this line; an empty line for the line of dashes; null where no table is.</summary>
    public SourceLine? TryRow(string raw, string text, int next, LineBuilder builder)
    {
        if (!raw.Contains('|'))
        {
            _row = -1;
            return null;
        }
        if (_row < 0)
        {
            if (next > text.Length || !IsDashes(text.AsSpan(next, TextSource.LineEnd(text, next).End - next)))
            {
                return null;
            }
            _table++;
        }
        else if (_row == 0 && IsDashes(raw))
        {
            _row = 1;
            return SourceLine.Empty;
        }
        _row = Math.Max(_row, 0);
        var line = Row(raw, builder);
        _row += _row == 0 ? 0 : 1;
        return line;
    }

    private SourceLine Row(string raw, LineBuilder builder)
    {
        var cells = new List<string>();
        var bold = true;
        foreach (var cell in Cells(raw))
        {
            var line = MarkdownLine.Cell(cell, builder);
            cells.Add(line.Text);
            bold &= line.Bold || line.Text.Length == 0;
        }
        var joined = string.Join(" | ", cells);
        return new SourceLine(joined) { Bold = bold, Row = new TableRow(_table, _row, Borderless: false, cells) };
    }

    private static bool IsDashes(ReadOnlySpan<char> line)
    {
        var dashes = 0;
        foreach (var c in line)
        {
            if (c is not ('|' or '-' or ':' or ' ' or '\t'))
            {
                return false;
            }
            dashes += c == '-' ? 1 : 0;
        }
        return dashes >= 2 && line.Contains('|');
    }

    private static List<string> Cells(string raw)
    {
        var line = raw.AsSpan().Trim();
        line = line.StartsWith("|") ? line[1..] : line;
        line = line.EndsWith("|") && !line.EndsWith("\\|") ? line[..^1] : line;
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] == '|')
            {
                cell.Append('|');
                i++;
            }
            else if (line[i] == '|')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }
        cells.Add(cell.ToString());
        return cells;
    }
}
