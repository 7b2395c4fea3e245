using ThiDua.App.Data;
using ThiDua.App.Features.Registers.Households;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers.ImportRows;

/// <summary>A line of the file as it is typed.</summary>
/// <param name="Key">Public id of the row that it changes; null for a new one.</param>
internal readonly record struct RowLine(int Number, UnitRow Unit, string[] Cells, string? Key);

/// <summary>A line as it is understood.</summary>
internal readonly record struct ReadRow(RowLine Line, FormEntry Entry);

/// <summary>
/// Understands lines of a file of rows. What they mean is worked out anew for each batch: of a hundred thousand only the words
/// are kept.
/// </summary>
/// <param name="held">Rows that the file names, by public id.</param>
/// <param name="filled">Columns that some row fills: one that none does says nothing about rows that are there.</param>
internal sealed class RowReading(
    RowImport work,
    RegisterDefinition register,
    IReadOnlyDictionary<string, HeldRow> held,
    IReadOnlySet<int> filled
)
{
    private readonly Dictionary<int, FormNames> names = [];

    public IReadOnlyList<FormField> Fields { get; } = [.. RowImport.Fields(register)];

    public FormNames NamesOf(UnitRow unit) => names[unit.Id];

    public HeldRow? Held(RowLine line) => line.Key is null ? null : held[line.Key];

    /// <summary>What the forms of a unit can name, before its lines are read.</summary>
    public async Task Know(UnitRow unit, CancellationToken cancellationToken)
    {
        if (!names.ContainsKey(unit.Id))
            names[unit.Id] = await work.Names(register, unit.Id, cancellationToken);
    }

    public ReadRow Read(RowLine line)
    {
        var (before, known) = (Held(line)?.Data, NamesOf(line.Unit));
        var typed = new Dictionary<string, string>(Fields.Count, StringComparer.Ordinal);
        for (var at = 0; at < Fields.Count; at++)
            typed[Fields[at].Code] = before is null ? line.Cells[at + 1] : Typed(at, line.Cells[at + 1], before, known);
        if (HouseholdTicks.Field(register) is { } ticked && before?.GetValueOrDefault(ticked.Code) is { } reached)
            typed[ticked.Code] = FieldKinds.Of(ticked).Typed(ticked, reached, known);
        return new(line, work.Read(register, line.Unit, typed, known, before));
    }

    public bool IsSame(ReadRow row) =>
        Held(row.Line)?.Data is { } data && data.Count == row.Entry.Values.Count && !data.Except(row.Entry.Values).Any();

    private string Typed(int at, string cell, IReadOnlyDictionary<string, string> before, FormNames known)
    {
        var field = Fields[at];
        var holds = before.GetValueOrDefault(field.Code);
        if (!filled.Contains(at))
            return holds is null ? "" : FieldKinds.Of(field).Typed(field, holds, known);
        // A name that several have means the one that the row names already.
        return holds is not null && known.Of(field).Count > 0 && SearchText.Fold(known.Name(field, holds)) == SearchText.Fold(cell)
            ? holds
            : cell;
    }
}
