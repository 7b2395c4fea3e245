using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Split;

[Needs<Unit>(Permission.ManageUnits, "id")]
public sealed class SplitModel(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    UnitPicker picker,
    PackShelf packs,
    ActPreview preview,
    SplitUnit split
) : ActPage(db, viewer, clock, picker)
{
    /// <summary>What was typed, by the names of the fields.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; private set; } = new Dictionary<string, string>();
    public int Parts { get; private set; } = 2;
    public IReadOnlyList<HeldFigure> Holds { get; private set; } = [];
    public IReadOnlyList<UnitRow> Below { get; private set; } = [];
    public IReadOnlyList<UnitKind> Kinds { get; private set; } = [];

    public string? Value(string field) => Typed.GetValueOrDefault(field);

    public async Task<IActionResult> OnGet(string id, int? parts, CancellationToken cancellationToken)
    {
        if (!await Find(id, cancellationToken))
            return NotFound();
        var typed = new Dictionary<string, string>
        {
            ["From"] = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["Seen"] = $"{Unit.VersionId}",
        };
        for (var part = 0; part < SplitUnit.Most; part++)
            typed[SplitUnit.Field(part, "Kind")] = Unit.Kind;
        await Load(typed, parts ?? 2, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPost(string id, int? parts, CancellationToken cancellationToken)
    {
        if (!await Find(id, cancellationToken))
            return NotFound();
        await Load(Request.Form.ToDictionary(f => f.Key, f => f.Value.ToString()), parts ?? 2, cancellationToken);
        var sure = Value("Sure") == "true";
        var outcome = await split.Handle(
            new(
                id,
                [.. Enumerable.Range(0, Parts).Select(Part)],
                Day(),
                Value("Reason"),
                int.TryParse(Value("Seen"), CultureInfo.InvariantCulture, out var seen) ? seen : null,
                sure
            ),
            cancellationToken
        );
        return After(outcome, sure, sure ? $"{await Parent(cancellationToken)}" : id);
    }

    private SplitPart Part(int at) =>
        new(
            Value(SplitUnit.Field(at, "Name")),
            Kinds.FirstOrDefault(k => k.Code == Value(SplitUnit.Field(at, "Kind")))?.Code,
            Value(SplitUnit.Field(at, "Code")),
            int.TryParse(Value(SplitUnit.Field(at, "Weight")), CultureInfo.InvariantCulture, out var weight) ? weight : null,
            Holds.ToDictionary(h => h.Indicator, h => Value(SplitUnit.Field(at, h.Indicator))),
            [.. Below.Where(b => Value($"Below-{b.PublicId}") == $"{at}").Select(b => b.PublicId)]
        );

    private DateOnly? Day() =>
        DateOnly.TryParseExact(Value("From"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private async Task Load(Dictionary<string, string> typed, int parts, CancellationToken cancellationToken)
    {
        (Typed, Parts) = (typed, Math.Clamp(parts, 2, SplitUnit.Most));
        Holds = await preview.Holds([Unit], Day() ?? Today, cancellationToken);
        Below = await UnitQueries.Children(Db, Unit.Id, Today, cancellationToken);
        var parent = Unit.ParentId is { } above ? await UnitQueries.Find(Db, above, Today, cancellationToken) : null;
        Kinds = [.. packs.UnitKinds.Where(k => UnitRules.MayStand([k], k.Code, parent?.Kind))];
    }

    private async Task<string> Parent(CancellationToken cancellationToken) =>
        Unit.ParentId is { } above ? (await UnitQueries.Find(Db, above, Today, cancellationToken))?.PublicId ?? "" : "";
}
