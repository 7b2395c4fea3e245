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
        return placed.Count == 0 ? null : row => Of(register, placed, row, flow, Ended);

        bool Ended(IReadOnlyDictionary<string, string> data) =>
            register.Until is { } until && DateKind.Day(data.GetValueOrDefault(until)) <= today;
    }

    private static IEnumerable<MapShape> Of(
        RegisterDefinition register,
        IReadOnlyList<FormField> fields,
        RowItem row,
        FlowDefinition flow,
        Func<IReadOnlyDictionary<string, string>, bool> ended
    )
    {
        var data = RegisterRow.Parse(row.Content);
        var (code, label, rank) = Class(register, row, flow, data);
        foreach (var field in fields)
            if (data.TryGetValue(field.Code, out var value) && RegisterMaps.Shape(field, value) is { } shape)
                yield return new(shape, row.Title, code, label, row.Unit, Says(field, value, shape))
                {
                    Href = $"/registers/rows/{row.PublicId}",
                    Layer = register.Code,
                    Rank = rank,
                    Counts = flow.State(row.State)?.Counts == true,
                    IsOver = ended(data),
                };
    }

    /// <summary>What counts looks as its register says; what waits or was sent back looks as its state.</summary>
    private static (string Code, string Label, int Rank) Class(
        RegisterDefinition register,
        RowItem row,
        FlowDefinition flow,
        IReadOnlyDictionary<string, string> data
    )
    {
        var state = flow.State(row.State);
        if (state?.Counts == true)
            foreach (var (at, drawn) in register.Drawn.Index())
                if (drawn.Holds(data))
                    return ($"{register.Code}.{drawn.Code}", drawn.Label.Here(), at);
        var states = flow.States.OrderByDescending(s => s.Counts).ToList();
        return (row.State, state?.Label.Here() ?? row.State, register.Drawn.Count + states.FindIndex(s => s.Code == row.State));
    }

    private static string Says(FormField field, string value, Geometry shape) =>
        field.Kind == FieldKinds.Place ? FieldKinds.Of(field).Show(field, value, FormNames.None)
        : shape is Point ? field.Label.Here()
        : $"{field.Label.Here()}: {ShapeMeasure.Text(shape)}";
}
