using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers;

/// <summary>Registers and rows as the viewer may see them.</summary>
public sealed class RegisterQueries(AppDb db, PackShelf packs, Viewer viewer, TimeProvider clock)
{
    private const int MostUnits = 200;

    /// <summary>The register, with the pack that brought it; null when there is none.</summary>
    public (Pack Pack, RegisterDefinition Register)? Find(string code)
    {
        foreach (var pack in packs.All)
            if (pack.Register(code) is { } register)
                return (pack, register);
        return null;
    }

    /// <summary>The register of a row; where the packs have it no more, what stands in for it.</summary>
    public (Pack Pack, RegisterDefinition Register) Of(RegisterRow row) =>
        Find(row.Register) ?? (packs[row.Case.Pack], GoneRegister.Of(row));

    public IEnumerable<(Pack Pack, RegisterDefinition Register)> All => packs.All.SelectMany(p => p.Registers.Select(r => (p, r)));

    /// <summary>The units that keep the register and whose rows the viewer may write, those held first.</summary>
    public async Task<IReadOnlyList<UnitRow>> Writable(
        RegisterDefinition register,
        CancellationToken cancellationToken,
        int most = MostUnits
    )
    {
        var units = new List<UnitRow>();
        foreach (var path in viewer.Scopes(Permission.FillRegister).OrderBy(p => p.Length).ThenBy(p => p, StringComparer.Ordinal))
            units.AddRange(
                await db
                    .UnitVersions.AsNoTracking()
                    .ValidOn(clock.Today())
                    .Below(path)
                    .Where(v => register.KeptBy.Contains(v.Kind))
                    .Rows()
                    .Take(most)
                    .ToListAsync(cancellationToken)
            );
        return [.. units.DistinctBy(u => u.Id).Take(most)];
    }

    /// <summary>Whether the viewer may begin a row: where some of it is given by an office, only who may give.</summary>
    public bool MayBegin(RegisterDefinition register) => register.Form.Fields.All(f => f.GivenBy is not { } right || viewer.Can(right));

    /// <summary>Kinds of the units whose rows the viewer may write.</summary>
    public async Task<IReadOnlySet<string>> WritableKinds(CancellationToken cancellationToken)
    {
        var kinds = new HashSet<string>();
        foreach (var path in viewer.Scopes(Permission.FillRegister))
            kinds.UnionWith(
                await db
                    .UnitVersions.AsNoTracking()
                    .ValidOn(clock.Today())
                    .Below(path)
                    .Select(v => v.Kind)
                    .Distinct()
                    .ToListAsync(cancellationToken)
            );
        return kinds;
    }

    /// <summary>Rows of one register that the viewer may see.</summary>
    public IQueryable<RegisterRow> Rows(string register) => Rows().Where(r => r.Register == register);

    /// <summary>Rows of all registers that the viewer may see.</summary>
    public IQueryable<RegisterRow> Rows()
    {
        var today = clock.Today();
        // A unit that has ended is found where it last stood.
        var seen = viewer
            .Scopes(Permission.ViewRegister)
            .Select(p => db.UnitVersions.Where(v => v.From <= today).Below(p).Select(v => v.UnitId))
            .Aggregate((IQueryable<int>?)null, (all, some) => all is null ? some : all.Union(some));
        var rows = db.RegisterRows.AsNoTracking();
        return seen is null ? rows.Where(_ => false) : rows.Where(r => seen.Contains(r.UnitId));
    }

    /// <summary>The row, where the viewer may see it.</summary>
    public Task<RegisterRow?> Seen(string id, CancellationToken cancellationToken) =>
        Rows().FirstOrDefaultAsync(r => r.Case.PublicId == id, cancellationToken);

    /// <summary>The row, whose place was asked for before.</summary>
    public Task<RegisterRow?> Row(string id, CancellationToken cancellationToken) =>
        db.RegisterRows.Include(r => r.Case).Include(r => r.Values).FirstOrDefaultAsync(r => r.Case.PublicId == id, cancellationToken);
}
