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
        return placed.Count == 0 ? null : row => Of(placed, row, flow.State(row.State)?.Label.Here() ?? row.State, Ended);

        bool Ended(IReadOnlyDictionary<string, string> data) =>
            register.Until is { } until && DateKind.Day(data.GetValueOrDefault(until)) <= today;
    }

    private static IEnumerable<MapShape> Of(
        IReadOnlyList<FormField> fields,
        RowItem row,
        string state,
        Func<IReadOnlyDictionary<string, string>, bool> ended
    )
    {
        var data = RegisterRow.Parse(row.Content);
        foreach (var field in fields)
            if (data.TryGetValue(field.Code, out var value) && RegisterMaps.Shape(field, value) is { } shape)
                yield return new(shape, row.Title, row.State, state, row.Unit, Says(field, value, shape))
                {
                    Href = $"/registers/rows/{row.PublicId}",
                    IsOver = ended(data),
                };
    }

    private static string Says(FormField field, string value, Geometry shape) =>
        field.Kind == FieldKinds.Place ? FieldKinds.Of(field).Show(field, value, FormNames.None)
        : shape is Point ? field.Label.Here()
        : $"{field.Label.Here()}: {ShapeMeasure.Text(shape)}";
}
