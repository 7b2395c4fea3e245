using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Merge;

/// <param name="Units">Public ids of two or more; a new unit stands where the first of them stood.</param>
/// <param name="Into">The one of them that takes the others in; null for a new unit, which has a name and a kind.</param>
/// <param name="Seen">Their versions as the person saw them, in the same order.</param>
/// <param name="Sure">False: only the checks.</param>
public sealed record MergeUnitsInput(
    IReadOnlyList<string> Units,
    string? Into,
    string? Name,
    string? Kind,
    string? Code,
    DateOnly? From,
    string? Reason,
    IReadOnlyList<int>? Seen = null,
    bool Sure = true
);

/// <summary>
/// Two or more units become one, new or one of them: what they held last is its opening stock, and no total above changes.
/// </summary>
public sealed class MergeUnits(
    AppDb db,
    TreeGround ground,
    CreateUnit create,
    SuccessionWriter writer,
    FactStore facts,
    PackShelf packs,
    Viewer viewer,
    IStringLocalizer<Text> text
)
{
    private sealed record Known(List<UnitVersion> All, List<UnitVersion> Ending, UnitVersion? Into, List<UnitVersion> Below)
    {
        public UnitVersion First => All[0];
    }

    public Task<Outcome<Unit>> Handle(MergeUnitsInput input, CancellationToken cancellationToken) =>
        db.Apply(() => Merge(input, cancellationToken), cancellationToken, outcome => outcome.Ok && input.Sure);

    private async Task<Outcome<Unit>> Merge(MergeUnitsInput input, CancellationToken cancellationToken)
    {
        await TreeRevision.Change(db, cancellationToken);
        if (await Find(input, cancellationToken) is not { } known)
            return Outcome<Unit>.NotFound;
        if (await Refusal(input, known, cancellationToken) is { } refusal)
            return As(refusal);
        var from = input.From!.Value;
        var book = await facts.OpenAll([.. known.All.Select(v => v.UnitId)], cancellationToken);
        var inherited = new List<Inherited>();
        if (Inherit(input, known, book, from, inherited) is { } unclear)
            return As(unclear);
        if (!input.Sure)
            return known.First.Unit!;

        return await Join(input, known, inherited, cancellationToken);
    }

    private async Task<Outcome<Unit>> Join(
        MergeUnitsInput input,
        Known known,
        List<Inherited> inherited,
        CancellationToken cancellationToken
    )
    {
        var from = input.From!.Value;
        writer.ActFollows();
        var made = known.Into?.Unit is { } standing ? standing : await create.Make(New(input, known), cancellationToken);
        if (made.Value is not { } unit)
            return made;
        var successor = await writer.VersionOf(unit.Id, cancellationToken);
        foreach (var child in known.Below)
            await writer.GoOver(child, successor, from, cancellationToken);
        foreach (var ending in known.Ending)
            await writer.End(ending, from, cancellationToken);
        var act = viewer.Record(
            "unit.merge",
            "unit",
            unit.PublicId,
            unit.Id,
            input.Reason,
            $"{{\"units\":[{string.Join(',', known.Ending.Select(v => $"\"{v.Unit!.PublicId}\""))}],\"from\":\"{from:yyyy-MM-dd}\"}}"
        );
        var opened = await writer.Open(
            [.. inherited.Select(i => i with { UnitId = unit.Id })],
            known.Ending.Select(v => new UnitSuccession
            {
                PredecessorId = v.UnitId,
                SuccessorId = unit.Id,
                From = from,
                Act = act,
            }),
            act,
            cancellationToken
        );
        return opened.Ok ? unit : As(opened);
    }

    private async Task<Known?> Find(MergeUnitsInput input, CancellationToken cancellationToken)
    {
        var (all, below) = (new List<UnitVersion>(), new List<UnitVersion>());
        foreach (var id in input.Units.Distinct())
            if (await ground.Standing(id, cancellationToken) is { } unit)
                all.Add(unit);
            else
                return null;
        var into = input.Into is null ? null : all.FirstOrDefault(v => v.Unit!.PublicId == input.Into);
        if (all.Count == 0 || (input.Into is not null && into is null))
            return null;
        var ending = all.Where(v => v != into).ToList();
        foreach (var unit in ending)
            below.AddRange(await ground.Children(unit.UnitId, cancellationToken));
        return new(all, ending, into, below);
    }

    private async Task<Outcome?> Refusal(MergeUnitsInput input, Known known, CancellationToken cancellationToken)
    {
        if (known.All.Count < 2)
            return Outcome.Refused("", text["MergeTwo"]);
        for (var at = 0; at < known.All.Count; at++)
            if (ground.Changed(known.All[at], input.Seen?.ElementAtOrDefault(at)) is { } changed)
                return changed;
        if (known.All.FirstOrDefault(a => known.All.Any(b => b != a && b.Path.StartsWith(a.Path, StringComparison.Ordinal))) is { } above)
            return Outcome.Refused("", text["MergeAbove", above.Name]);
        if (known.First.ParentId is null)
            return Outcome.Refused("", text["TopStays"]);
        if (known.Into is null && NameText.Clean(input.Name).Length is 0 or > 400)
            return Outcome.Refused("Name", text["NameNeeded"]);
        var kind = known.Into?.Kind ?? input.Kind ?? known.First.Kind;
        foreach (var child in known.Below)
            if (ground.Placed(child.Kind, kind, "Kind") is { } misplaced)
                return misplaced;
        foreach (var unit in known.All)
            if (await ground.Dated(unit, input.From, below: known.Ending.Contains(unit), cancellationToken) is { } early)
                return early;
        return ground.Reasoned(input.Reason);
    }

    /// <summary>What the successor opens with, each with the first unit's id until it has its own; or why that cannot be said.</summary>
    private Outcome? Inherit(MergeUnitsInput input, Known known, FactBook book, DateOnly from, List<Inherited> inherited)
    {
        foreach (var ending in known.Ending)
            if (ground.FiguresAfter(book, ending, from) is { } later)
                return later;
        var kind = known.Into?.Kind ?? input.Kind ?? known.First.Kind;
        var holdings = known.Ending.Select(v => ground.Holdings(book, v.UnitId, from)).ToList();
        foreach (var indicator in holdings.SelectMany(h => h.Keys).Distinct().Where(i => packs.Indicator(i)!.ReportedBy.Contains(kind)))
        {
            var definition = book.Places.Definition(known.First.UnitId, indicator);
            var given = holdings.Where(h => h.ContainsKey(indicator)).Select(h => h[indicator]).ToList();
            if (known.Into is not { } into)
            {
                inherited.AddRange(
                    SuccessionRules.Merged(definition, given, from).Select(o => new Inherited(known.First.UnitId, indicator, o))
                );
                continue;
            }
            var own = book.Of(into.UnitId, indicator);
            if (own.Any(v => v.Value is not null && v.Period.First >= from))
                return Outcome.Refused("From", text["FiguresAfter", into.Name, Show.Date(from)]);
            if (SuccessionRules.Joined(definition, SuccessionRules.Held(definition, own, from), given, from) is not { } opening)
                return Outcome.Refused("Into", text["JoinRunning", ground.IndicatorName(indicator), into.Name]);
            inherited.Add(new(into.UnitId, indicator, opening));
        }
        return null;
    }

    private static CreateUnitInput New(MergeUnitsInput input, Known known) =>
        new()
        {
            Name = input.Name!,
            Kind = input.Kind ?? known.First.Kind,
            Code = input.Code,
            ParentId = known.First.ParentId,
            From = input.From!.Value,
        };

    private static Outcome<Unit> As(Outcome refusal) => new() { Errors = refusal.Errors, Conflict = refusal.Conflict };
}
