using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Registers.Row;

/// <summary>The row of another register to which a row belongs.</summary>
public sealed record ParentRow(string PublicId, string Title);

/// <param name="Said">What lists show of it beside its name and date.</param>
public sealed record ChildRow(
    string PublicId,
    string Title,
    DateOnly Date,
    string Unit,
    FlowState State,
    DateOnly? Due,
    bool Late,
    string Said
);

/// <summary>What belongs to a row in one register: the newest first.</summary>
public sealed record ChildRows(RegisterDefinition Register, IReadOnlyList<ChildRow> Rows, bool More, bool MayWrite);

/// <summary>Rows that belong to one another: a model with its activities and reviews, an inspection with its remedies.</summary>
public sealed class RowFamily(AppDb db, RegisterQueries registers, PackShelf packs, TimeProvider clock)
{
    public const int Most = 50;

    /// <summary>As far as the viewer may see it.</summary>
    public async Task<ParentRow?> Parent(RegisterRow row, CancellationToken cancellationToken) =>
        row.Parent is not { } id
            ? null
            : await registers
                .Rows()
                .Where(r => r.Case.PublicId == id)
                .Select(r => new ParentRow(r.Case.PublicId, r.Case.Title))
                .FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<ChildRows>> Children(RegisterRow row, RegisterDefinition register, CancellationToken cancellationToken)
    {
        var below = registers.All.Where(r => r.Register.ParentRegister == register.Code).Select(r => r.Register).ToList();
        if (below.Count == 0)
            return [];
        var (id, codes) = (row.Case.PublicId, below.ConvertAll(b => b.Code));
        var today = clock.Today();
        var found = await (
            from r in registers.Rows()
            where r.Parent == id && codes.Contains(r.Register) && r.Case.State != RowCase.Cancelled
            orderby r.Date descending, r.Id descending
            select new
            {
                r.Register,
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
            .Take(Most * codes.Count)
            .ToListAsync(cancellationToken);
        var kinds = await registers.WritableKinds(cancellationToken);
        return
        [
            .. from child in below
            let rows = found.Where(f => f.Register == child.Code).ToList()
            select new ChildRows(
                child,
                [
                    .. rows.Take(Most)
                        .Select(r => new ChildRow(
                            r.PublicId,
                            r.Title,
                            r.Date,
                            r.Unit,
                            packs[r.Pack].Flow(r.Flow)!.State(r.State)!,
                            r.Due,
                            r.Due < today,
                            Said(child, RegisterRow.Parse(r.Content))
                        )),
                ],
                rows.Count > Most,
                child.KeptBy.Any(kinds.Contains)
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
