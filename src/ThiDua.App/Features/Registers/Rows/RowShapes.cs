using NetTopologySuite.Geometries;
using ThiDua.App.Forms;
using ThiDua.App.Maps;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Registers.Rows;

/// <summary>What of a row stands on a map: its shapes, and places whose point is known. Pure.</summary>
internal static class RowShapes
{
    /// <returns>Null for a register that says of nothing where it lies.</returns>
    public static Func<RowItem, IEnumerable<MapShape>>? Of(
        RegisterDefinition register,
        IReadOnlyList<FormField> fields,
        FlowDefinition flow,
        DateOnly today
    )
    {
        var placed = fields.Where(f => f.Kind is FieldKinds.Shape or FieldKinds.Place).ToList();
        return placed.Count == 0 ? null : row => Of(register, placed, row, flow.State(row.State), Ended);

        bool Ended(IReadOnlyDictionary<string, string> data) =>
            register.Until is { } until && DateKind.Day(data.GetValueOrDefault(until)) <= today;
    }

    private static IEnumerable<MapShape> Of(
        RegisterDefinition register,
        IReadOnlyList<FormField> fields,
        RowItem row,
        FlowState? state,
        Func<IReadOnlyDictionary<string, string>, bool> ended
    )
    {
        var data = RegisterRow.Parse(row.Content);
        var (code, label) = Class(register, row, state, data);
        foreach (var field in fields)
            if (data.TryGetValue(field.Code, out var value) && RegisterMaps.Shape(field, value) is { } shape)
                yield return new(shape, row.Title, code, label, row.Unit, Says(field, value, shape))
                {
                    Href = $"/registers/rows/{row.PublicId}",
                    Counts = state?.Counts == true,
                    IsOver = ended(data),
                };
    }

    /// <summary>What counts looks as its register says; what waits or was sent back looks as its state.</summary>
    private static (string Code, string Label) Class(
        RegisterDefinition register,
        RowItem row,
        FlowState? state,
        IReadOnlyDictionary<string, string> data
    ) =>
        state?.Counts == true
        && register.Drawn.FirstOrDefault(d => d.When?.Holds(data.GetValueOrDefault(d.When.Field)) != false) is { } drawn
            ? ($"{register.Code}.{drawn.Code}", drawn.Label.Here())
            : (row.State, state?.Label.Here() ?? row.State);

    private static string Says(FormField field, string value, Geometry shape) =>
        field.Kind == FieldKinds.Place ? FieldKinds.Of(field).Show(field, value, FormNames.None)
        : shape is Point ? field.Label.Here()
        : $"{field.Label.Here()}: {ShapeMeasure.Text(shape)}";
}
