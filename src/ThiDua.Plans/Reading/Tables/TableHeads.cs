using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tables;

/// <summary>What a column of a table holds, as its head says; <c>Either</c> is "đơn vị", in which things are counted or by whom they are done.</summary>
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
/// <param name="year">Of the campaign: a column of a year before it tells what has been.</param>
internal sealed class TableHeads(int? year)
{
    private static readonly Phrases<Column> Heads = new Phrases<Column>()
        .Add("stt", Column.Number)
        .Add("tt", Column.Number)
        .Add("số tt", Column.Number)
        .Add("nhiệm vụ", Column.Task)
        .Add("nội dung", Column.Task)
        .Add("nội dung công việc", Column.Task)
        .Add("công việc", Column.Task)
        .Add("hoạt động", Column.Task)
        .Add("nội dung thực hiện", Column.Task)
        .Add("nội dung nhiệm vụ", Column.Task)
        .Add("tên nhiệm vụ", Column.Task)
        .Add("nhiệm vụ, giải pháp", Column.Task)
        .Add("chủ trì", Column.Lead)
        .Add("cơ quan chủ trì", Column.Lead)
        .Add("đơn vị chủ trì", Column.Lead)
        .Add("đơn vị thực hiện", Column.Lead)
        .Add("cơ quan thực hiện", Column.Lead)
        .Add("bộ phận thực hiện", Column.Lead)
        .Add("phân công", Column.Lead)
        .Add("đơn vị phụ trách", Column.Lead)
        .Add("cơ quan, đơn vị chủ trì", Column.Lead)
        .Add("người thực hiện", Column.Lead)
        .Add("phân công thực hiện", Column.Lead)
        .Add("đơn vị, bộ phận chủ trì", Column.Lead)
        .Add("đơn vị chịu trách nhiệm", Column.Lead)
        .Add("trách nhiệm", Column.Lead)
        .Add("phụ trách", Column.Lead)
        .Add("người phụ trách", Column.Lead)
        .Add("phối hợp", Column.With)
        .Add("cơ quan phối hợp", Column.With)
        .Add("đơn vị phối hợp", Column.With)
        .Add("cơ quan, đơn vị phối hợp", Column.With)
        .Add("thời gian", Column.Time)
        .Add("thời gian thực hiện", Column.Time)
        .Add("thời gian hoàn thành", Column.Time)
        .Add("thời hạn", Column.Time)
        .Add("tiến độ", Column.Time)
        .Add("hoàn thành", Column.Time)
        .Add("sản phẩm", Column.Product)
        .Add("kết quả", Column.Product)
        .Add("sản phẩm, kết quả", Column.Product)
        .Add("ghi chú", Column.Note)
        .Add("chỉ tiêu", Column.Measure)
        .Add("tên chỉ tiêu", Column.Measure)
        .Add("chỉ tiêu chủ yếu", Column.Measure)
        .Add("nội dung chỉ tiêu", Column.Measure)
        .Add("mục tiêu", Column.Measure)
        .Add("đơn vị tính", Column.Unit)
        .Add("đvt", Column.Unit)
        .Add("đơn vị", Column.Either)
        .Add("kế hoạch", Column.Value)
        .Add("kh năm", Column.Value)
        .Add("chỉ tiêu năm", Column.Value)
        .Add("chỉ tiêu giao", Column.Value)
        .Add("số lượng", Column.Value)
        .Add("chỉ tiêu phấn đấu", Column.Value)
        .Add("mức phấn đấu", Column.Value)
        .Add("năm", Column.Value)
        .Add("tỷ lệ", Column.Value)
        .Add("mục tiêu năm", Column.Value)
        .Add("số", Column.Value);

    // "Thực hiện năm 2023", "Hiện trạng": how it stands, beside what is to be reached.
    private static readonly Phrases<bool> Before = Phrases.Of(
        "thực hiện năm",
        "th năm",
        "th",
        "ước thực hiện",
        "ước th",
        "hiện trạng",
        "hiện có",
        "hiện nay",
        "đầu năm",
        "năm trước",
        "cùng kỳ",
        "tổng số",
        "dân số",
        "diện tích"
    );

    private static readonly Phrases<bool> Ahead = Phrases.Of("kế hoạch", "chỉ tiêu", "mục tiêu", "mức phấn đấu", "kh năm");

    public Column[] Of(IReadOnlyList<string> cells) => [.. cells.Select(Head)];

    public static bool Tells(Column[] columns) => columns.Count(c => c is not Column.None) >= 2;

    /// <summary>"Cơ quan thực hiện" over "Chủ trì" and "Phối hợp": the row below the head says more of some columns and nothing of the others; null where it is no such row.</summary>
    public Column[]? Second(IReadOnlyList<string> head, IReadOnlyList<string> cells)
    {
        if (cells.Count != head.Count)
            return null;
        var columns = new Column[cells.Count];
        var told = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            var same = cells[i].Trim() is { Length: 0 } || cells[i] == head[i];
            columns[i] = same ? Head(head[i]) : Head(cells[i]);
            if (same)
                continue;
            if (columns[i] is Column.None or Column.Number || cells[i].Length > 40)
                return null;
            told++;
        }
        return told > 1 && told < columns.Length ? columns : null;
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
