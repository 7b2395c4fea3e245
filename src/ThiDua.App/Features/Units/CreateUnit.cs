using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Units;

public sealed record CreateUnitInput
{
    public required string Name { get; init; }
    /// <summary>A kind of the packs' units.yaml.</summary>
    public required string Kind { get; init; }
    /// <summary>The official code; null to be given one under the parent's.</summary>
    public string? Code { get; init; }
    public int? ParentId { get; init; }
    public required DateOnly From { get; init; }
}

/// <summary>Adds a unit to the tree from a day on.</summary>
public sealed class CreateUnit(AppDb db, UnitTree tree, Viewer viewer, IStringLocalizer<Text> text)
{
    /// <summary>A first day before every figure, for units that were there before the system.</summary>
    public static readonly DateOnly Always = new(2000, 1, 1);

    public Task<Outcome<Unit>> Handle(CreateUnitInput input, CancellationToken stop) => db.Apply(() => Create(input, stop), stop, made => made.Ok);

    private async Task<Outcome<Unit>> Create(CreateUnitInput input, CancellationToken stop)
    {
        await TreeRevision.Change(db, stop);
        var name = NameText.Clean(input.Name);
        if (name.Length == 0) return Outcome<Unit>.Refused(nameof(input.Name), text["NameNeeded"]);
        var parent = input.ParentId is null ? null : await db.UnitVersions.Include(v => v.Unit)
            .Where(v => v.UnitId == input.ParentId && v.From <= input.From && (v.To == null || v.To > input.From)).FirstOrDefaultAsync(stop);
        if (input.ParentId is not null && parent is null) return Outcome<Unit>.Refused(nameof(input.ParentId), text["ParentMissing"]);
        var code = string.IsNullOrWhiteSpace(input.Code) ? await FreeCode(parent, stop) : input.Code.Trim();
        if (await db.Units.AnyAsync(u => u.Code == code, stop)) return Outcome<Unit>.Refused(nameof(input.Code), text["CodeTaken", code]);

        var unit = new Unit { Code = code, AboveCommune = tree.IsAboveCommune(input.Kind) };
        db.Units.Add(unit);
        viewer.Record("unit.create", "unit", unit.PublicId, input.ParentId);
        await db.SaveChangesAsync(stop);
        unit.HomeId = await tree.HomeOf(unit.Id, input.Kind, input.ParentId, stop);
        await tree.Begin(unit, name, input.Kind, parent, input.From, stop);
        await db.SaveChangesAsync(stop);
        return unit;
    }

    private async Task<string> FreeCode(UnitVersion? parent, CancellationToken stop)
    {
        var stem = parent is null ? "U" : parent.Unit!.Code + ".";
        var taken = await db.Units.Where(u => u.Code.StartsWith(stem)).Select(u => u.Code).ToListAsync(stop);
        for (var number = 1; ; number++)
            if (!taken.Contains($"{stem}{number:00}")) return $"{stem}{number:00}";
    }
}
