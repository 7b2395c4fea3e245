using NetTopologySuite.Geometries;
using ThiDua.App.Forms;
using ThiDua.App.Lists;
using ThiDua.App.Maps;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Registers;

/// <summary>Registers whose rows lie somewhere, as layers of one map: what their own lists show, by the same rights.</summary>
public sealed class RegisterMaps(RegisterQueries registers, RegisterReads reads, Rows.RowList rows)
{
    /// <summary>Of one layer.</summary>
    private const int Most = 1_000;

    /// <summary>Those that draw roads and areas first.</summary>
    public IReadOnlyList<RegisterDefinition> Layers =>
        [
            .. registers
                .All.Select(r => r.Register)
                .Where(r => r.Form.Fields.Any(f => f.Kind is FieldKinds.Shape or FieldKinds.Place))
                .OrderBy(r => !Draws(r)),
        ];

    public static bool Draws(RegisterDefinition register) => register.Form.Fields.Any(f => f.Kind == FieldKinds.Shape);

    /// <summary>Where a field says that something lies; null where it does not.</summary>
    public static Geometry? Shape(FormField field, string value) =>
        field.Kind == FieldKinds.Shape ? ShapeText.Kept(value)
        : field.Kind == FieldKinds.Place && PlaceKind.PointOf(value) is { } point ? ShapeText.Place(point.Latitude, point.Longitude)
        : null;

    /// <summary>What a layer shows at the unit that the address names; what was cancelled or stands no more is left out.</summary>
    public async Task<IReadOnlyList<MapShape>> Shapes(RegisterDefinition register, ListView view, CancellationToken cancellationToken)
    {
        if (registers.Find(register.Code) is not var (pack, _) || await rows.List(register.Code, view, cancellationToken) is not { } list)
            return [];
        await reads.Note(register, null, cancellationToken);
        return
        [
            .. (await list.Drawn(view, Most, cancellationToken))
                .Shapes.Where(s => s.Counts && !s.IsOver)
                .Select(s => register.Drawn.Count > 0 ? s : s with { Class = register.Code, ClassLabel = register.Row.Here(), Rank = 0 }),
        ];
    }
}
