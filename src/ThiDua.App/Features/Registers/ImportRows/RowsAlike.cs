using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Registers.ImportRows;

/// <summary>Values that only one row of a unit may have, within a file and against the rows that are there.</summary>
internal sealed class RowsAlike(RegisterDefinition register, IEnumerable<FormField> fields)
{
    private readonly IReadOnlyList<FormField> unique = [.. fields.Where(f => f.Unique)];
    private readonly Dictionary<(string Field, int Unit, string Value), int> lines = [];

    /// <returns>Fields whose value an earlier line has, with that line.</returns>
    public IEnumerable<(FormField Field, int Line)> Add(ReadRow row)
    {
        foreach (var field in unique.Where(f => row.Entry.Values.ContainsKey(f.Code)))
        {
            var key = (field.Code, row.Line.Unit.Id, SearchText.Fold(row.Entry.Values[field.Code]));
            if (!lines.TryAdd(key, row.Line.Number))
                yield return (field, lines[key]);
        }
    }

    /// <param name="changed">Public ids of rows that the file changes: what they hold by now does not matter.</param>
    /// <returns>Fields whose value another row has, with the line that brings it.</returns>
    public async Task<IReadOnlyList<(FormField Field, int Line)>> Taken(
        AppDb db,
        IReadOnlySet<string> changed,
        CancellationToken cancellationToken
    )
    {
        if (lines.Count == 0)
            return [];
        var units = lines.Keys.Select(k => k.Unit).Distinct().ToList();
        var standing = db
            .RegisterRows.AsNoTracking()
            .Where(r => r.Register == register.Code && units.Contains(r.UnitId) && r.Case.State != RowCase.Cancelled)
            .Select(r => new
            {
                r.Case.PublicId,
                r.UnitId,
                r.Content,
            })
            .AsAsyncEnumerable();
        var taken = new SortedDictionary<(int Line, string Field), FormField>();
        await foreach (var row in standing.WithCancellation(cancellationToken))
        {
            if (changed.Contains(row.PublicId))
                continue;
            var data = RegisterRow.Parse(row.Content);
            foreach (var field in unique)
                if (lines.TryGetValue((field.Code, row.UnitId, SearchText.Fold(data.GetValueOrDefault(field.Code))), out var line))
                    taken[(line, field.Code)] = field;
        }
        return [.. taken.Select(t => (t.Value, t.Key.Line))];
    }
}
