using CsCheck;
using ThiDua.Paper;
using static ThiDua.Plans.Tests.Generated.Vocabulary;

namespace ThiDua.Plans.Tests.Generated;

/// <summary>
/// Makes plausible plans at random, each with what must be read of it. The sentences are ones whose meaning the contract
/// leaves no doubt about, so that a difference is a mistake of the reader, not a matter of taste.
/// </summary>
public static class PlanGen
{
    private static readonly Gen<PlanHead> Heads_ = Gen.Select(
            Pick(Places),
            Gen.Int[0, 300],
            Gen.Int[1, 28],
            Gen.Int[1, 12],
            Pick(Movements),
            Gen.Bool,
            Gen.Int[0, 3]
        )
        .Select(
            (place, number, day, month, movement, superior, draft) =>
                new PlanHead(
                    place,
                    draft == 0 || number == 0 ? null : number,
                    new PaperDate(Items.Year, month, draft == 0 ? null : day),
                    movement,
                    superior,
                    false
                )
        );

    private static readonly Gen<PlanPart> Purpose = Items.Aim.Array[1, 3].Select(a => new PlanPart("Mục đích, yêu cầu", a, []));

    private static readonly Gen<PlanPart> Targets = Gen.Select(
            Items.Figure.Array[1, 5],
            Items.Figure.Array[1, 4],
            Items.Aim.Array[1, 2],
            Gen.Bool
        )
        .Select(
            (a, b, aims, split) =>
                split
                    ? new PlanPart("Mục tiêu, chỉ tiêu thi đua", [], [new("Mục tiêu", aims), new("Chỉ tiêu thi đua", [.. a, .. b])])
                    : new PlanPart("Chỉ tiêu thi đua", a, [])
        );

    private static readonly Gen<PlanClause> Measure = Gen.Select(Pick(Heads), Gen.OneOf(Items.Aim, Items.Cite, Items.Assigned).Array[1, 4])
        .Select((t, items) => new PlanClause(t, items));

    private static readonly Gen<PlanPart> Measures = Gen.Select(Measure.Array[1, 4], Measure.Array[0, 2])
        .Select(
            (clauses, below) =>
                new PlanPart(
                    "Nhiệm vụ, giải pháp",
                    [],
                    below.Length == 0 ? clauses : [.. clauses, new("Các nội dung khác", [], Below: below)]
                )
        );

    private static readonly Gen<PlanPart> Doing = Gen.Select(Some(Units, 1, 4), Pick(Deeds).Array[1, 3], Gen.Bool)
        .Select(
            (units, deeds, period) =>
                new PlanPart(
                    "Tổ chức thực hiện",
                    [],
                    [
                        .. period
                            ?
                            [
                                new PlanClause(
                                    "Thời gian thực hiện",
                                    [new Aim($"Từ ngày 01/01/{Items.Year} đến hết ngày 31/12/{Items.Year}.")]
                                ),
                            ]
                            : Array.Empty<PlanClause>(),
                        .. units.Select(u => new PlanClause(
                            u,
                            [.. deeds.Select(d => new Task(char.ToUpperInvariant(d[0]) + d[1..] + ".", [u], [], null))],
                            u
                        )),
                    ]
                )
        );

    private static readonly Gen<PlanFoot> Feet = Gen.Select(Some(Recipients, 1, 5), Pick(Persons), Gen.Bool, Gen.Int[0, 9])
        .Select(
            (r, name, deputy, n) => new PlanFoot([.. r, "Lưu: VT"], n == 0 ? null : name, deputy, n == 1 ? Urgency.Khan : Urgency.None)
        );

    /// <summary>A whole plan.</summary>
    public static readonly Gen<PlanCase> Plan = Gen.Select(
            Heads_,
            Items.Document.Array[0, 3],
            Gen.Int[0, 3],
            Purpose,
            Targets,
            Measures,
            Doing,
            Feet
        )
        .Select(
            (head, bases, form, purpose, targets, measures, doing, foot) =>
                new PlanBuilder(head, bases, form, foot).Build([purpose, targets, measures, doing])
        );
}
