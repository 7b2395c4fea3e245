using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tables;

/// <summary>
/// What a column of a table holds, as its head says; <c>Either</c> is "đơn vị", in which things are counted or by whom they
/// are done.
/// </summary>
internal enum Column
{
    None,
    Number,
    Task,
    Lead,
    With,
    Time,
    Product,
    Measure,
    Unit,
    Either,
    Value,
    Past,
    Note,
}

/// <summary>Reads the head row of assignment and target tables.</summary>
/// <param name="year">Of the campaign: a column of a year before it says what has been.</param>
internal sealed class TableHeads(int? year)
{
    private static readonly Phrases<Column> Heads = Vocabulary.By<Column>("table-columns");

    private static readonly Phrases<bool> Before = Vocabulary.Set("tables/present-state");

    private static readonly Phrases<bool> Ahead = Vocabulary.Set("tables/planned");

    public Column[] Of(IReadOnlyList<string> cells) => [.. cells.Select(Head)];

    public static bool Says(Column[] columns) => columns.Count(c => c is not Column.None) >= 2;

    /// <summary>One cell over the whole row ("NGÀY 1: THỨ HAI"): it heads the rows below it.</summary>
    public static bool IsGroup(IReadOnlyList<string> cells) => cells.Count > 1 && cells.All(c => c == cells[0]);

    /// <summary>
    /// "Cơ quan thực hiện" over "Chủ trì" and "Phối hợp": the row below the head says more of some columns and nothing of
    /// the others; null where it is no such row.
    /// </summary>
    public Column[]? Second(IReadOnlyList<string> head, IReadOnlyList<string> cells)
    {
        if (cells.Count != head.Count)
            return null;
        var columns = new Column[cells.Count];
        var named = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            var same = cells[i].Trim() is { Length: 0 } || cells[i] == head[i];
            columns[i] = same ? Head(head[i]) : Head(cells[i]);
            if (same)
                continue;
            if (columns[i] is Column.None or Column.Number || cells[i].Length > 40)
                return null;
            named++;
        }
        return named > 1 && named < columns.Length ? columns : null;
    }

    private Column Head(string cell)
    {
        var words = new Words(cell.Replace('\n', ' '));
        if (words.Count is 0 or > 14)
            return Column.None;
        for (var i = 0; i < words.Count; i++)
            if (Heads.Match(words, i, out var column) > 0)
                return column is Column.Value or Column.Product && HasBeen(words, Ahead.Match(words, i, out _) > 0) ? Column.Past : column;
        return HasBeen(words) ? Column.Past : Column.None;
    }

    /// <summary>The head names a state or a year before the campaign's.</summary>
    /// <param name="planned">It says that it is of a plan, whichever year.</param>
    public bool HasBeen(Words head, bool planned = false)
    {
        for (var i = 0; i < head.Count; i++)
            if (
                i == 0 && Before.Match(head, i, out _) > 0
                || Before.Match(head, i, out _) > 1 && !head.Is(i, "tong")
                || !planned && Years.OfWord(head, i) < year
            )
                return true;
        return false;
    }

    // "Chỉ tiêu" is the measure's column where units or values stand beside it; "đơn vị" is who, where no value does.
    public static Column[] Settle(Column[] columns)
    {
        var measures =
            columns.Contains(Column.Measure)
            && (
                columns.Contains(Column.Unit)
                || columns.Contains(Column.Either)
                || columns.Contains(Column.Value)
                || columns.Count(c => c is Column.Measure) > 1
            );
        if (measures && columns.Count(c => c is Column.Measure) > 1)
            columns[Array.LastIndexOf(columns, Column.Measure)] = Column.Value;
        var who = !measures && columns.Contains(Column.Task);
        for (var i = 0; i < columns.Length; i++)
            if (columns[i] is Column.Either)
                columns[i] =
                    !who ? Column.Unit
                    : columns.Contains(Column.Lead) ? Column.None
                    : Column.Lead;
        return columns;
    }
}
