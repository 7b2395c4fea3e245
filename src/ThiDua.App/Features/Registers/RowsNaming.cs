using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Registers;

/// <summary>A row that names something else.</summary>
/// <param name="Field">In which of its fields.</param>
/// <param name="Seen">Whether the viewer may open it.</param>
/// <param name="Said">What lists show of it beside its name and date.</param>
public sealed record NamingRow(
    RegisterDefinition Register,
    string Field,
    bool Seen,
    string PublicId,
    string Title,
    DateOnly Date,
    string Unit,
    FlowState State,
    DateOnly? Due,
    bool Late,
    string Said
);

/// <summary>
/// What names a row, a task or a target: the newest first, as far as the viewer may see it or it belongs to a row that the viewer sees.
/// </summary>
public sealed class RowsNaming(AppDb db, RegisterQueries registers, PackShelf packs, TimeProvider clock)
{
    /// <summary>Rows of one register.</summary>
    public const int Most = 50;
    private const int MostOfAll = 1000;

    public async Task<IReadOnlyList<NamingRow>> Of(string publicId, CancellationToken cancellationToken)
    {
        var found = await (
            from r in db.RegisterRows.AsNoTracking()
            join l in db.RowLinks on r.Id equals l.RowId
            where l.To == publicId && r.Case.State != RowCase.Cancelled
            orderby r.Date descending, r.Id descending
            select new
            {
                r.Register,
                l.Field,
                Seen = registers.Rows().Any(s => s.Id == r.Id),
                r.Case.PublicId,
                r.Case.Title,
                r.Date,
                r.Case.Pack,
                r.Case.Flow,
                r.Case.State,
                r.Case.Due,
                r.Content,
                Unit = db.UnitVersions.Where(v => v.UnitId == r.UnitId).OrderByDescending(v => v.From).Select(v => v.Name).First(),
            }
        )
            .Take(MostOfAll)
            .ToListAsync(cancellationToken);
        var today = clock.Today();
        return
        [
            .. from row in found
            let pack = packs[row.Pack]
            let register = pack.Register(row.Register)
            let state = pack.Flow(row.Flow)?.State(row.State)
            where register is not null && state is not null
            // What others hang on one's own row is told to its owner, though the row itself is theirs.
            where row.Seen || (row.Field == register.Of && register.Purpose is null)
            select new NamingRow(
                register,
                row.Field,
                row.Seen,
                row.PublicId,
                row.Title,
                row.Date,
                row.Unit,
                state,
                // That somebody is to look at a row by a day says nothing to who reads it.
                register.Due
                    is null
                    ? null
                    : row.Due,
                register.Due is not null && row.Due < today,
                Said(register, RegisterRow.Parse(row.Content))
            ),
        ];
    }

    private static string Said(RegisterDefinition register, IReadOnlyDictionary<string, string> data)
    {
        var fields = register.Listed.Where(f =>
            f.Code != register.Name
            && f.Code != register.Date
            && f.Needs is null
            && f.Kind is not (FieldKinds.Unit or FieldKinds.Officer or FieldKinds.Row or FieldKinds.Task or FieldKinds.Target)
        );
        return string.Join(
            " · ",
            from field in fields
            let value = data.GetValueOrDefault(field.Code)
            where !string.IsNullOrEmpty(value)
            select $"{field.Label.Here()}: {FieldKinds.Of(field).Show(field, value, FormNames.None)}"
        );
    }
}
