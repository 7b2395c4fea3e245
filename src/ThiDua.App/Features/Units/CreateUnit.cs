using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units;

public sealed record CreateUnitInput
{
    public required string Name { get; init; }

    /// <summary>A kind of the packs' units.yaml.</summary>
    public required string Kind { get; init; }

    /// <summary>The official code; null to be given one under the parent's.</summary>
    public string? Code { get; init; }
    public int? ParentId { get; init; }

    /// <summary><see cref="CreateUnit.Always"/> for a unit that was there as long as its parent.</summary>
    public required DateOnly From { get; init; }
}

/// <summary>Adds a unit to the tree from a day on.</summary>
public sealed class CreateUnit(AppDb db, UnitTree tree, TreeGround ground, Viewer viewer, IStringLocalizer<Text> text)
{
    /// <summary>A first day before every figure, for units that were there before the system.</summary>
    public static readonly DateOnly Always = new(2000, 1, 1);

    public Task<Outcome<Unit>> Handle(CreateUnitInput input, CancellationToken cancellationToken) =>
        db.Apply(() => Make(input, cancellationToken, recorded: true), cancellationToken, made => made.Ok);

    /// <summary>The same as a part of a greater act, which records itself.</summary>
    public async Task<Outcome<Unit>> Make(CreateUnitInput input, CancellationToken cancellationToken, bool recorded = false)
    {
        await TreeRevision.Change(db, cancellationToken);
        var name = NameText.Clean(input.Name);
        if (name.Length is 0 or > 400)
            return Outcome<Unit>.Refused(nameof(input.Name), text["NameNeeded"]);
        var above = await Above(input, cancellationToken);
        if (input.ParentId is not null && above.Count == 0)
            return Outcome<Unit>.Refused(nameof(input.ParentId), text["ParentMissing"]);
        if (above.Count > 0 && ground.Placed(input.Kind, above[^1].Kind, nameof(input.Kind)) is { } misplaced)
            return new() { Errors = misplaced.Errors };
        var code = string.IsNullOrWhiteSpace(input.Code) ? await FreeCode(above.LastOrDefault(), cancellationToken) : input.Code.Trim();
        if (code.Length > 40)
            return Outcome<Unit>.Refused(nameof(input.Code), text["CodeLong"]);
        if (await db.Units.AnyAsync(u => u.Code == code, cancellationToken))
            return Outcome<Unit>.Refused(nameof(input.Code), text["CodeTaken", code]);

        var unit = new Unit { Code = code, AboveCommune = tree.IsAboveCommune(input.Kind) };
        db.Units.Add(unit);
        if (recorded)
            viewer.Record("unit.create", "unit", unit.PublicId, input.ParentId);
        await db.SaveChangesAsync(cancellationToken);
        unit.HomeId = await tree.HomeOf(unit.Id, input.Kind, input.ParentId, cancellationToken);
        UnitVersion? last = null;
        foreach (var stay in above.DefaultIfEmpty())
        {
            var from = stay is null || stay.From < input.From ? input.From : stay.From;
            if (last is not null)
                await tree.Leave(last, from, cancellationToken);
            last = await tree.Begin(unit, name, input.Kind, stay, from, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        return unit;
    }

    /// <summary>Where the parent stood from the unit's first day on; empty where it was not there on that day, or is no more.</summary>
    private async Task<IReadOnlyList<UnitVersion>> Above(CreateUnitInput input, CancellationToken cancellationToken)
    {
        if (input.ParentId is null)
            return [];
        var versions = await db
            .UnitVersions.Include(v => v.Unit)
            .Where(v => v.UnitId == input.ParentId)
            .OrderBy(v => v.From)
            .ToListAsync(cancellationToken);
        if (versions.Count == 0 || versions[^1].To is not null)
            return [];
        return input.From == Always || versions[0].From <= input.From ? UnitRules.Stays(versions, input.From) : [];
    }

    private async Task<string> FreeCode(UnitVersion? parent, CancellationToken cancellationToken)
    {
        var stem = parent is null ? "U" : parent.Unit!.Code + ".";
        // Codes are compared byte by byte: those that begin with the stem are a range.
        var end = stem[..^1] + (char)(stem[^1] + 1);
        var taken = (
            await db
                .Units.Where(u => string.Compare(u.Code, stem) >= 0 && string.Compare(u.Code, end) < 0)
                .Select(u => u.Code)
                .ToListAsync(cancellationToken)
        ).ToHashSet(StringComparer.Ordinal);
        for (var number = 1; ; number++)
            if (!taken.Contains($"{stem}{number:00}"))
                return $"{stem}{number:00}";
    }
}
