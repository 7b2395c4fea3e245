using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units;

/// <summary>
/// What every act on the tree asks before it changes anything. Within <see cref="AppDb.Apply"/>, after <see
/// cref="TreeRevision.Change"/>.
/// </summary>
public sealed class TreeGround(AppDb db, PackShelf packs, Viewer viewer, TimeProvider clock, IStringLocalizer<Text> text)
{
    /// <summary>
    /// The version of a unit that is in effect from its last day of change on; null for one that has ended or is not the
    /// viewer's to manage.
    /// </summary>
    public async Task<UnitVersion?> Standing(string publicId, CancellationToken cancellationToken)
    {
        var last = await db
            .UnitVersions.Include(v => v.Unit)
            .FirstOrDefaultAsync(v => v.Unit!.PublicId == publicId && v.To == null, cancellationToken);
        return last is not null && viewer.Can(Permission.ManageUnits, last.Path) ? last : null;
    }

    /// <param name="seen">The version that the person saw; null for a caller that saw none.</param>
    public Outcome? Changed(UnitVersion unit, int? seen) =>
        seen is null || seen == unit.Id ? null : new Outcome { Conflict = true, Errors = [new("", text["ChangedMeanwhile", unit.Name])] };

    /// <summary>Why an act cannot be of this day: the tree below the unit is dated, and what came later stands on it.</summary>
    /// <param name="below">Whether the units below it take part.</param>
    /// <param name="ahead">Whether the day may be to come: a name may, figures that pass on may not.</param>
    public async Task<Outcome?> Dated(UnitVersion unit, DateOnly? from, bool below, CancellationToken cancellationToken, bool ahead = false)
    {
        if (from is not { } day)
            return Refused("From", text["FromNeeded"]);
        if (!ahead && day > clock.Today())
            return Refused("From", text["FromAhead"]);
        if (day <= unit.From)
            return Refused("From", text["AfterLast", Show.Date(unit.From)]);
        if (!below)
            return null;
        var later = await db
            .UnitVersions.AsNoTracking()
            .Below(unit.Path)
            .Where(v => v.From >= day || v.To > day)
            .OrderByDescending(v => v.To ?? v.From)
            .Select(v => new
            {
                v.Name,
                v.From,
                v.To,
            })
            .FirstOrDefaultAsync(cancellationToken);
        return later is null ? null : Refused("From", text["AfterBelow", Show.Date(later.To ?? later.From), later.Name]);
    }

    public Outcome? Reasoned(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? Refused("Reason", text["ReasonNeeded"])
        : reason.Length > 2000 ? Refused("Reason", text["ReasonLong"])
        : null;

    public Outcome? Placed(string kind, string parentKind, string field) =>
        UnitRules.MayStand(packs.UnitKinds, kind, parentKind)
            ? null
            : Refused(field, text["KindNotUnder", KindName(kind), KindName(parentKind)]);

    /// <summary>Why a unit cannot end on a day: what it has reported for later would be nowhere.</summary>
    public Outcome? FiguresAfter(FactBook book, UnitVersion unit, DateOnly from)
    {
        var later = packs
            .Schedules.Keys.SelectMany(i => book.Of(unit.UnitId, i))
            .Where(v => v.Value is not null && v.Period.First >= from)
            .ToList();
        return later.Count == 0 ? null : Refused("From", text["FiguresAfter", unit.Name, Show.Date(later.Max(v => v.Period.First))]);
    }

    public Task<List<UnitVersion>> Children(int unitId, CancellationToken cancellationToken) =>
        db
            .UnitVersions.Include(v => v.Unit)
            .Where(v => v.ParentId == unitId && v.To == null)
            .OrderBy(v => v.SortKey)
            .ToListAsync(cancellationToken);

    public string KindName(string kind) => packs.UnitKinds.FirstOrDefault(k => k.Code == kind)?.Label.Here() ?? kind;

    public string IndicatorName(string code) => packs.Indicator(code)?.Name.Here() ?? code;

    /// <summary>What the unit holds that passes on to whatever comes after it.</summary>
    public Dictionary<string, Holding> Holdings(FactBook book, int unitId, DateOnly from) =>
        packs
            .Schedules.Keys.Where(i => SuccessionRules.PassesOn(packs.Definitions[i]) && book.Of(unitId, i).Count > 0)
            .ToDictionary(i => i, i => SuccessionRules.Held(book.Places.Definition(unitId, i), book.Of(unitId, i), from))
            .Where(h => h.Value.Last is not null)
            .ToDictionary();

    private static Outcome Refused(string field, string message) => Outcome.Refused(field, message);
}
