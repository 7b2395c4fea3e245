namespace ThiDua.Plans.Source.Layout;

/// <summary>Tells a table of data from a table that only places text on the page.</summary>
internal static class TableKind
{
    private static readonly string[] Powers = ["TM.", "KT.", "TL.", "TUQ.", "T/M"];

    private static readonly string[] LayoutMarks =
    [
        "CỘNG HÒA XÃ HỘI",
        "CỘNG HOÀ XÃ HỘI",
        "Độc lập - Tự do",
        "Độc lập – Tự do",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Nơi nhận",
        "NƠI NHẬN",
        .. Powers.Select(p => p + " "),
    ];

    private static readonly string[] NumberHeads = ["TT", "STT", "Số TT"];
    private static readonly string[] DataHeads = [.. NumberHeads, "Nội dung", "Nhiệm vụ", "Chỉ tiêu", "Đơn vị", "Thời gian"];

    public static bool IsLayout(List<List<TableCell>> rows, int columns, in Borders table)
    {
        if (columns <= 1 || rows.Count == 0)
        {
            return true;
        }
        if (columns <= 4 && rows.Count <= 8 && !IsHead(rows[0], NumberHeads) && rows.Exists(r => r.Exists(HasLayoutMark)))
        {
            return true;
        }
        if (IsDrawn(rows, table))
        {
            return false;
        }
        return !IsHead(rows[0], DataHeads) && (columns < 3 || rows.Count < 3);
    }

    private static bool IsHead(List<TableCell> row, string[] heads) =>
        row.Exists(c => c.Lines is [var only] && Array.Exists(heads, h => only.Text.Equals(h, StringComparison.OrdinalIgnoreCase)));

    // A cell over most of the table or over half of it.
    private const int MostFootCells = 4;

    /// <summary>Recipients and signature set into the last rows of a table of data: from this row on it only places text.</summary>
    public static bool IsFoot(List<TableCell> row)
    {
        var cells = row.FindAll(c => c.Lines.Count > 0);
        return cells.Count is > 0 and <= MostFootCells && cells.Exists(c => IsRecipients(c) || IsSignature(c)) && !IsNumbered(cells[0]);
    }

    private static bool IsRecipients(TableCell cell) =>
        cell.Lines[0].Text.StartsWith("Nơi nhận", StringComparison.OrdinalIgnoreCase)
        && (cell.Lines[0].Text.Contains(':') || cell.Lines.Count > 1 && cell.Lines[1].Text is ['-' or '–', ..]);

    private static bool IsSignature(TableCell cell) =>
        cell.Lines.Count > 1
        && !cell.Lines[0].Text.Any(char.IsLower)
        && Array.Exists(Powers, p => cell.Lines[0].Text.StartsWith(p, StringComparison.Ordinal));

    private static bool IsNumbered(TableCell cell) => cell.Lines[0].Text is [>= '0' and <= '9', ..];

    private static bool HasLayoutMark(TableCell cell) =>
        cell.Lines.Count <= 60
        && cell.Lines.Exists(l =>
            l.Text.Length < 100
            && Array.Exists(
                LayoutMarks,
                m => l.Text.Contains(m, StringComparison.Ordinal) && (m.Length > 4 || l.Text.StartsWith(m, StringComparison.Ordinal))
            )
        );

    private static bool IsDrawn(List<List<TableCell>> rows, in Borders table)
    {
        if (table.InsideV == true || table.InsideH == true || table.Drawn >= 3)
        {
            return true;
        }
        int cells = 0,
            drawn = 0;
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                cells++;
                drawn += cell.Borders.Drawn >= 2 ? 1 : 0;
            }
        }
        return drawn * 2 > cells;
    }
}
