using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Imports;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Maps.ImportShapes;

public sealed record ImportAreasInput(string File, Stream Content, bool DryRun);

/// <summary>Areas of units from a GeoJSON file: all features or none. What holds already changes nothing.</summary>
public sealed class ImportAreas(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<ThiDua.App.Imports.Text> text,
    IStringLocalizer<ThiDua.App.Forms.Text> words
)
{
    /// <summary>Kind of its import.</summary>
    public const string Kind = "shapes";

    public async Task<ImportResult> Handle(ImportAreasInput input, CancellationToken cancellationToken)
    {
        var errors = new RowErrors(input.File, text);
        var lines = await new AreaFile(errors, input.File, words).Read(input.Content, cancellationToken);
        var units = new AreaUnits(await Known(lines, cancellationToken), errors);
        var found = lines.Select(l => (Line: l, Unit: units.Of(l))).Where(l => l.Unit is not null).ToList();
        if (errors.Count > 0)
            return new(lines.Count, 0, 0, 0, errors.Found, false);
        var areas = found.ConvertAll(l => (Unit: l.Unit!, l.Line.Shape, From: l.Line.From ?? clock.Today()));
        return await db.Apply(() => Write(input, areas, cancellationToken), cancellationToken, result => result.Applied);
    }

    private async Task<List<NamedUnit>> Known(IReadOnlyList<AreaLine> lines, CancellationToken cancellationToken)
    {
        var codes = lines.SelectMany(l => new[] { l.Code, l.Parent }).OfType<string>().Distinct().ToList();
        var names = lines.SelectMany(l => l.Names).Select(SearchText.Fold).Distinct().ToList();
        var rows = await db
            .UnitVersions.AsNoTracking()
            .Where(v => v.To == null && (codes.Contains(v.Unit!.Code) || names.Contains(v.Search)))
            .Select(v => new NamedUnit(v.UnitId, v.Unit!.Code, v.Search, v.ParentId, v.Path))
            .ToListAsync(cancellationToken);
        return [.. rows.Where(u => viewer.IsOperator || viewer.Can(Permission.ManageUnits, u.Path))];
    }

    private async Task<ImportResult> Write(
        ImportAreasInput input,
        List<(NamedUnit Unit, string Shape, DateOnly From)> areas,
        CancellationToken cancellationToken
    )
    {
        // As of each area's own day: what begins later still comes.
        var holding = new Dictionary<int, string>();
        foreach (var day in areas.Select(a => a.From).Distinct().ToList())
        {
            var then = areas.Where(a => a.From == day).Select(a => a.Unit.Id).ToList();
            foreach (var area in await UnitArea.On(db, day).Where(a => then.Contains(a.UnitId)).ToListAsync(cancellationToken))
                holding[area.UnitId] = area.Shape;
        }
        var fresh = areas.Where(a => holding.GetValueOrDefault(a.Unit.Id) != a.Shape).ToList();
        var changed = fresh.Count(a => holding.ContainsKey(a.Unit.Id));
        var result = new ImportResult(areas.Count, fresh.Count - changed, changed, areas.Count - fresh.Count, [], !input.DryRun);
        return input.DryRun || fresh.Count == 0
            ? result
            : result with
            {
                Import = await Add(input.File, areas.Count, fresh, changed, cancellationToken),
            };
    }

    private async Task<string> Add(
        string file,
        int rows,
        List<(NamedUnit Unit, string Shape, DateOnly From)> fresh,
        int changed,
        CancellationToken cancellationToken
    )
    {
        db.Explained = true;
        var import = db
            .Imports.Add(
                new()
                {
                    Kind = Kind,
                    FileName = file.Length > 400 ? file[..400] : file,
                    At = clock.GetUtcNow(),
                    AccountId = viewer.AccountId,
                    Rows = rows,
                    New = fresh.Count - changed,
                    Changed = changed,
                    Complete = true,
                }
            )
            .Entity;
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (unit, shape, from) in fresh)
            db.Add(
                new UnitArea
                {
                    UnitId = unit.Id,
                    From = from,
                    Shape = shape,
                    ImportId = import.Id,
                }
            );
        viewer.Record("unit.area-import", "import", import.PublicId, fresh[0].Unit.Id, detail: $"{{\"rows\":{fresh.Count}}}").ImportId =
            import.Id;
        await db.SaveChangesAsync(cancellationToken);
        return import.PublicId;
    }
}
