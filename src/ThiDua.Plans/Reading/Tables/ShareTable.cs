using System.Globalization;
using ThiDua.Plans.Reading.Figures;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Tables;

/// <summary>A table that gives each unit its figures: "Xã A | 40 | 0,94" under "Số hộ nghèo giảm (hộ)" and "Tỷ lệ cuối năm (%)".</summary>
/// <param name="Name">The column of the units' names.</param>
/// <param name="Units">What each column counts; null where it gives no target.</param>
internal sealed record ShareTable(TableRow Head, int Name, string?[] Units)
{
    /// <summary>
    /// The table, where measures with their unit in brackets head its columns and none names a task or a measure; else
    /// null.
    /// </summary>
    public static ShareTable? Of(TableRow head, Column[] columns, TableHeads heads)
    {
        var cells = head.Cells;
        if (Array.Exists(columns, c => c is Column.Task or Column.Measure or Column.Lead) || cells.Count < 3)
            return null;
        var name = Array.FindIndex(columns, c => c is not Column.Number);
        var units = new string?[cells.Count];
        for (var i = name + 1; i < units.Length; i++)
            if (!heads.HasBeen(new Words(cells[i])))
                units[i] = Bracketed(cells[i]);
        return Array.Exists(units, u => u is not null) ? new(head, name, units) : null;
    }

    public IEnumerable<PlanTarget> Read(IReadOnlyList<string> cells, string? section, LineRange lines)
    {
        if (cells.Count != Units.Length || cells[Name].Trim() is not { Length: > 0 } name)
            yield break;
        for (var i = 0; i < cells.Count; i++)
        {
            if (Units[i] is not { } unit || (Grouped(cells[i], unit) ?? Plain(cells[i])) is not { } value)
                continue;
            var head = Head.Cells[i].Replace('\n', ' ');
            var measure = $"{name} – {head[..head.LastIndexOf('(')].Trim()}";
            var direction = $" {Folding.Of(measure)} ".Contains(" giam ", StringComparison.Ordinal) ? "decrease" : null;
            yield return new(section, measure, measure, "=", value, null, unit, direction, null, [], null, 0.8, lines);
        }
    }

    // "1 200", and "1,200" of what has no fractions.
    private static decimal? Grouped(string cell, string unit)
    {
        var words = new Words($"{cell.Trim()} {unit}");
        return
            words.IsNumber(0)
            && FigureNumber.At(words, 0) is { } number
            && (number.Form == FigureForm.Spaced || number.Form == FigureForm.Commas)
            && number.End == cell.Trim().Length
            ? number.Value
            : null;
    }

    private static string? Bracketed(string head) =>
        head.TrimEnd() is [.., ')'] text
        && text.LastIndexOf('(') is > 0 and var open
        && text[(open + 1)..^1].Trim() is { Length: > 0 and < 20 } unit
        && !unit.Any(char.IsAsciiDigit)
            ? unit
            : null;

    private static decimal? Plain(string value) =>
        decimal.TryParse(
            value.Replace(".", "", StringComparison.Ordinal).Replace(',', '.').Trim(),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
