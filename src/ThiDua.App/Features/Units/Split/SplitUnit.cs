using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Units.Split;

/// <param name="Weight">Its part of past years' figures, beside the weights of the others: 60 and 40, or households.</param>
/// <param name="Values">Indicator to what it opens with, as typed.</param>
/// <param name="Below">Public ids of the units below that go over to it.</param>
public sealed record SplitPart(
    string? Name,
    string? Kind,
    string? Code,
    int? Weight,
    IReadOnlyDictionary<string, string?> Values,
    IReadOnlyList<string> Below
);

/// <param name="Seen">The unit's version as the person saw it.</param>
/// <param name="Sure">False: only the checks.</param>
public sealed record SplitUnitInput(
    string Unit,
    IReadOnlyList<SplitPart> Parts,
    DateOnly? From,
    string? Reason,
    int? Seen = null,
    bool Sure = true
);

/// <summary>One unit becomes several new ones: their opening stocks sum to what it held last, and no total above changes.</summary>
public sealed class SplitUnit(
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
    public const int Most = 10;

    public static string Field(int part, string what) => $"Part{part}-{what}";

    public Task<Outcome> Handle(SplitUnitInput input, CancellationToken cancellationToken) =>
        db.Apply(() => Split(input, cancellationToken), cancellationToken, outcome => outcome.Ok && input.Sure);

    private async Task<Outcome> Split(SplitUnitInput input, CancellationToken cancellationToken)
    {
        await TreeRevision.Change(db, cancellationToken);
        if (await ground.Standing(input.Unit, cancellationToken) is not { } unit)
            return Outcome.NotFound;
        var below = await ground.Children(unit.UnitId, cancellationToken);
        if (await Refusal(input, unit, below, cancellationToken) is { } refusal)
            return refusal;
        var from = input.From!.Value;
        var book = await facts.OpenAll([unit.UnitId], cancellationToken);
        if (ground.FiguresAfter(book, unit, from) is { } later)
            return later;
        var divided = new List<(int Part, string Indicator, Opening Opening)>();
        if (Divide(input, unit, ground.Holdings(book, unit.UnitId, from), book, divided) is { } wrong)
            return wrong;
        if (!input.Sure)
            return Outcome.Done;

        writer.ActFollows();
        var units = new List<Unit>();
        if (await Make(input, unit, below, units, cancellationToken) is { } unmade)
            return unmade;
        await writer.End(unit, from, cancellationToken);
        var act = viewer.Record(
            "unit.split",
            "unit",
            unit.Unit!.PublicId,
            unit.UnitId,
            input.Reason,
            $"{{\"units\":[{string.Join(',', units.Select(u => $"\"{u.PublicId}\""))}],\"from\":\"{from:yyyy-MM-dd}\"}}"
        );
        return await writer.Open(
            [.. divided.Select(d => new Inherited(units[d.Part].Id, d.Indicator, d.Opening))],
            Succeed(input, unit.UnitId, units, act),
            act,
            cancellationToken
        );
    }

    /// <summary>The new units, each with what stands below it from now on; or why one cannot be made.</summary>
    private async Task<Outcome?> Make(
        SplitUnitInput input,
        UnitVersion unit,
        List<UnitVersion> below,
        List<Unit> units,
        CancellationToken cancellationToken
    )
    {
        var from = input.From!.Value;
        foreach (var (at, part) in input.Parts.Index())
        {
            var made = await create.Make(
                new()
                {
                    Name = part.Name!,
                    Kind = part.Kind ?? unit.Kind,
                    Code = part.Code,
                    ParentId = unit.ParentId,
                    From = from,
                },
                cancellationToken
            );
            if (made.Value is null)
                return new Outcome { Errors = [.. made.Errors.Select(e => e with { Field = Field(at, e.Field) })] };
            units.Add(made.Value);
            var successor = await writer.VersionOf(made.Value.Id, cancellationToken);
            foreach (var child in below.Where(c => part.Below.Contains(c.Unit!.PublicId)))
                await writer.GoOver(child, successor, from, cancellationToken);
        }
        return null;
    }

    /// <summary>Each has its part of what was before, by the weights.</summary>
    private static IEnumerable<UnitSuccession> Succeed(SplitUnitInput input, int unitId, List<Unit> units, Act act)
    {
        var (weights, edges) = (input.Parts.Sum(p => p.Weight!.Value), Edges(input.Parts.Select(p => (long)p.Weight!.Value)));
        return units.Select(
            (u, at) =>
                new UnitSuccession
                {
                    PredecessorId = unitId,
                    SuccessorId = u.Id,
                    From = input.From!.Value,
                    ShareFrom = (int)edges[at],
                    ShareTo = (int)edges[at + 1],
                    ShareOf = weights,
                    Act = act,
                }
        );
    }

    private async Task<Outcome?> Refusal(
        SplitUnitInput input,
        UnitVersion unit,
        List<UnitVersion> below,
        CancellationToken cancellationToken
    )
    {
        if (ground.Changed(unit, input.Seen) is { } changed)
            return changed;
        if (unit.ParentId is null)
            return Outcome.Refused("", text["TopStays"]);
        if (input.Parts.Count is < 2 or > Most)
            return Outcome.Refused("", text["SplitTwo", Most]);
        if (await ground.Dated(unit, input.From, below: true, cancellationToken) is { } early)
            return early;
        for (var at = 0; at < input.Parts.Count; at++)
        {
            var part = input.Parts[at];
            if (NameText.Clean(part.Name).Length is 0 or > 400)
                return Outcome.Refused(Field(at, "Name"), text["NameNeeded"]);
            if (part.Weight is not (> 0 and <= 10_000_000))
                return Outcome.Refused(Field(at, "Weight"), text["WeightNeeded"]);
            foreach (var child in below.Where(c => part.Below.Contains(c.Unit!.PublicId)))
                if (ground.Placed(child.Kind, part.Kind ?? unit.Kind, Field(at, "Kind")) is { } misplaced)
                    return misplaced;
        }
        return below.FirstOrDefault(c => input.Parts.Count(p => p.Below.Contains(c.Unit!.PublicId)) != 1) is { } homeless
            ? Outcome.Refused($"Below-{homeless.Unit!.PublicId}", text["BelowNowhere", homeless.Name])
            : ground.Reasoned(input.Reason);
    }

    private Outcome? Divide(
        SplitUnitInput input,
        UnitVersion unit,
        Dictionary<string, Holding> holdings,
        FactBook book,
        List<(int, string, Opening)> divided
    )
    {
        foreach (var (indicator, holding) in holdings)
        {
            var scale = packs.Definitions[indicator].Scale;
            var parts = new List<long>();
            for (var at = 0; at < input.Parts.Count; at++)
                if (
                    VietnameseNumber.TryParse(
                        input.Parts[at].Values.GetValueOrDefault(indicator),
                        scale,
                        allowNegative: false,
                        out var value,
                        out _
                    )
                )
                    parts.Add(value);
                else
                    return Outcome.Refused(Field(at, indicator), text["PartNeeded", ground.IndicatorName(indicator)]);
            var last = holding.Last!.Value;
            if (parts.Sum() != last)
                return Outcome.Refused(
                    Field(0, indicator),
                    text[
                        "PartsUneven",
                        ground.IndicatorName(indicator),
                        VietnameseNumber.FormatScaled(parts.Sum(), scale),
                        VietnameseNumber.FormatScaled(last, scale)
                    ]
                );
            // Where nothing is left, what was before goes by the parts of the past.
            if (last == 0)
                (parts, last) = ([.. input.Parts.Select(p => (long)p.Weight!.Value)], input.Parts.Sum(p => (long)p.Weight!.Value));
            var (edges, definition) = (Edges(parts), book.Places.Definition(unit.UnitId, indicator));
            for (var at = 0; at < parts.Count; at++)
                divided.AddRange(
                    SuccessionRules
                        .Merged(definition, [holding], input.From!.Value, v => SuccessionRules.Part(v, edges[at], edges[at + 1], last))
                        .Select(o => (at, indicator, o))
                );
        }
        return null;
    }

    private static List<long> Edges(IEnumerable<long> parts) =>
        [.. parts.Aggregate(new List<long> { 0 }, (edges, part) => [.. edges, edges[^1] + part])];
}
