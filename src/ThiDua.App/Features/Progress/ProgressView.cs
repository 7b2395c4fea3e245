using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>What is asked of a campaign's figures.</summary>
/// <param name="AsOf">The day whose end is looked at.</param>
/// <param name="ApprovedOnly">Only approved facts count, as in issued papers.</param>
/// <param name="Target">Public id of the only target wanted, then with the units one level below; null for all without them.</param>
/// <param name="MayRead">Whether the reader may see all figures at a unit's path; null where nothing is hidden.</param>
public sealed record ProgressAsk(DateOnly AsOf, bool ApprovedOnly = false, string? Target = null, Func<string, bool>? MayRead = null);

/// <summary>Where the targets of a campaign stand for one unit's subtree.</summary>
/// <param name="Targets">Those with a figure that units here report on, the worst first.</param>
/// <param name="Elsewhere">Those with a figure that other units report on.</param>
/// <param name="Unfigured">Those without a figure, in the plan's order.</param>
/// <param name="Children">Units directly below.</param>
public sealed record CampaignProgress(
    Campaign Campaign,
    UnitRow Unit,
    ProgressAsk Ask,
    IReadOnlyList<TargetProgress> Targets,
    IReadOnlyList<CampaignTarget> Elsewhere,
    IReadOnlyList<CampaignTarget> Unfigured,
    IReadOnlyList<UnitRow> Children,
    FigureBook Book
)
{
    public bool IsWhole => Unit.Id == Campaign.UnitId;

    /// <summary>How many targets are compared with a year whose figures nobody has entered.</summary>
    public int MissingBaselines => Targets.Count(t => t.Rule.BaselineYear is not null && t.Total.Baseline is { Value: null });

    /// <summary>How many judged targets stand so.</summary>
    public int Count(TargetState state) => Targets.Count(t => t.Judged && t.State == state);
}

/// <summary>One target of one unit's subtree.</summary>
/// <param name="Total">The subtree as a whole.</param>
/// <param name="Judged">False where a part of the tree only contributes to the figure of the whole.</param>
/// <param name="Each">Each unit of the target's kind; null for a target on the total.</param>
/// <param name="Units">The units of <paramref name="Each"/>, or one level below, the worst first.</param>
public sealed record TargetProgress(
    CampaignTarget Target,
    PackIndicator Indicator,
    TargetRule Rule,
    Standing Total,
    bool Judged,
    EachStanding? Each,
    IReadOnlyList<UnitProgress> Units
)
{
    /// <summary>A target on each unit is met when each of them meets it: silent ones leave it open.</summary>
    public TargetState State =>
        Each is not { } each ? Total.State
        : each.State == TargetState.Met && each.NotMet.Count > 0 ? TargetState.TooEarly
        : each.State;

    /// <summary>What is asked of several units one by one; the figure of them all stands beside.</summary>
    public bool Several => Each is { Asked: not 1 };

    /// <summary>What is shown of the subtree: of a single unit asked, its own.</summary>
    public Standing Shown => Each is { Asked: 1, Units: { Count: 1 } only } ? only.Values.First() : Total;
    public bool IsProvisional => Each?.IsProvisional ?? Total.IsProvisional;
    public int Reported => Each?.Reported ?? Total.Reading.Reported;
    public int Asked => Each?.Asked ?? Total.Reading.Asked;
}

/// <param name="Hidden">Too few to be shown to this reader.</param>
/// <param name="Each">Of a part whose units are asked one by one: how many of them hold the target.</param>
public sealed record UnitProgress(UnitRow Unit, Standing Standing, bool Judged, bool Hidden, EachStanding? Each = null);
