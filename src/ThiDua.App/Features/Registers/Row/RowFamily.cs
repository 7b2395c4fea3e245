using Microsoft.EntityFrameworkCore;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Registers.Row;

/// <summary>The row of another register to which a row belongs.</summary>
public sealed record ParentRow(string PublicId, string Title);

/// <summary>What belongs to a row in one register: the newest first.</summary>
public sealed record ChildRows(RegisterDefinition Register, IReadOnlyList<NamingRow> Rows, bool More, bool MayWrite);

/// <summary>Rows that belong to one another: a model with its activities and reviews, an inspection with its remedies.</summary>
public sealed class RowFamily(RegisterQueries registers, RowsNaming naming)
{
    /// <summary>As far as the viewer may see it.</summary>
    public async Task<ParentRow?> Parent(RegisterRow row, RegisterDefinition register, CancellationToken cancellationToken) =>
        register.Of is not { } field || row.Data.GetValueOrDefault(field) is not { } id
            ? null
            : await registers
                .Rows()
                .Where(r => r.Case.PublicId == id)
                .Select(r => new ParentRow(r.Case.PublicId, r.Case.Title))
                .FirstOrDefaultAsync(cancellationToken);

    /// <summary>What belongs to it, and what only names it.</summary>
    public async Task<(IReadOnlyList<ChildRows> Children, IReadOnlyList<NamingRow> Others)> Of(
        RegisterRow row,
        RegisterDefinition register,
        CancellationToken cancellationToken
    )
    {
        var below = registers.All.Where(r => r.Register.ParentRegister == register.Code).Select(r => r.Register).ToList();
        var found = await naming.Of(row.Case.PublicId, cancellationToken);
        var kinds = below.Count == 0 ? new HashSet<string>() : await registers.WritableKinds(cancellationToken);
        var children = below.ConvertAll(child =>
        {
            var rows = found.Where(f => f.Register.Code == child.Code && f.Field == child.Of).ToList();
            return new ChildRows(
                child,
                [.. rows.Take(RowsNaming.Most)],
                rows.Count > RowsNaming.Most,
                registers.MayBegin(child) && child.KeptBy.Any(kinds.Contains)
            );
        });
        return (children, [.. found.Where(f => f.Register.Of != f.Field).DistinctBy(f => f.PublicId)]);
    }
}
