using Microsoft.AspNetCore.Mvc;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Merge;

[Needs<Unit>(Permission.ManageUnits, "id")]
public sealed class MergeModel(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    UnitPicker picker,
    PackShelf packs,
    ActPreview preview,
    MergeUnits merge
) : ActPage(db, viewer, clock, picker)
{
    public sealed record Form(
        string? Into = null,
        string? Name = null,
        string? Kind = null,
        string? Code = null,
        DateOnly? From = null,
        string? Reason = null,
        IReadOnlyList<int>? Seen = null,
        bool Sure = false
    );

    /// <summary>The units that become one, the page's own first.</summary>
    public IReadOnlyList<UnitRow> Units { get; private set; } = [];
    public Form Input { get; private set; } = new();
    public Concerned? Concerned { get; private set; }
    public IReadOnlyList<UnitKind> Kinds { get; private set; } = [];

    public async Task<IActionResult> OnGet(string id, [FromQuery] string[] with, string? q, CancellationToken cancellationToken)
    {
        if (!await Load(id, with, cancellationToken))
            return NotFound();
        Input = new(Kind: Unit.Kind, From: Today, Seen: [.. Units.Select(u => u.VersionId)]);
        var address = $"/units/{id}/merge?{string.Concat(Units.Skip(1).Select(u => $"with={u.PublicId}&"))}with=";
        await Pick(q, address, [.. packs.UnitKinds.Where(Alike).Select(k => k.Code)], [.. Units.Select(u => u.Id)], cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPost(
        string id,
        [FromQuery] string[] with,
        [FromForm] Form input,
        CancellationToken cancellationToken
    )
    {
        if (!await Load(id, with, cancellationToken))
            return NotFound();
        Input = input;
        var outcome = await merge.Handle(
            new(
                [.. Units.Select(u => u.PublicId)],
                string.IsNullOrEmpty(input.Into) ? null : input.Into,
                input.Name,
                Kinds.FirstOrDefault(k => k.Code == input.Kind)?.Code,
                input.Code,
                input.From,
                input.Reason,
                input.Seen,
                input.Sure
            ),
            cancellationToken
        );
        if (outcome.Ok && !input.Sure)
            Concerned = await preview.Of([.. Units.Where(u => u.PublicId != input.Into)], input.From!.Value, cancellationToken);
        return After(outcome, input.Sure, outcome.Value?.PublicId ?? id);
    }

    private async Task<bool> Load(string id, string[] with, CancellationToken cancellationToken)
    {
        if (!await Find(id, cancellationToken))
            return false;
        var units = new List<UnitRow> { Unit };
        foreach (var other in with.Where(w => w.Length > 0).Distinct())
            if (await Other(other, cancellationToken) is { } unit)
                units.Add(unit);
            else
                return false;
        Units = [.. units.DistinctBy(u => u.Id)];
        var parent = Unit.ParentId is { } above ? await UnitQueries.Find(Db, above, Today, cancellationToken) : null;
        Kinds = [.. packs.UnitKinds.Where(k => UnitRules.MayStand([k], k.Code, parent?.Kind))];
        return true;
    }

    // A commune merges with a ward, never with its own office.
    private bool Alike(UnitKind kind) =>
        packs.UnitKinds.FirstOrDefault(k => k.Code == Unit.Kind) is { } own
        && (own.Territorial ? kind.Territorial && kind.Level == own.Level : kind.Code == own.Code);
}
