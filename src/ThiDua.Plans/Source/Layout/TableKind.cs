namespace ThiDua.Plans.Source.Layout;

/// <summary>Tells a table of data from a table that only places text on the page.</summary>
internal static class TableKind
{
    private static readonly string[] LayoutMarks =
    [
        "CỘNG HÒA XÃ HỘI",
        "CỘNG HOÀ XÃ HỘI",
        "Độc lập - Tự do",
        "Độc lập – Tự do",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Nơi nhận",
        "NƠI NHẬN",
        "TM. ",
        "KT. ",
        "TL. ",
        "TUQ. ",
        "T/M ",
    ];

    private static readonly string[] DataHeads = ["TT", "STT", "Số TT", "Nội dung", "Nhiệm vụ", "Chỉ tiêu", "Đơn vị", "Thời gian"];

    public static bool IsLayout(List<List<TableCell>> rows, int columns, in Borders table)
    {
        if (columns <= 1 || rows.Count == 0)
        {
            return true;
        }
        if (columns <= 4 && rows.Count <= 8 && rows.Exists(r => r.Exists(HasLayoutMark)))
        {
            return true;
        }
        if (IsDrawn(rows, table))
        {
            return false;
        }
        var head = rows[0]
            .Exists(c => c.Lines is [var only] && Array.Exists(DataHeads, h => only.Text.Equals(h, StringComparison.OrdinalIgnoreCase)));
        return !head && (columns < 3 || rows.Count < 3);
    }

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
