using ThiDua.App.Cases;
using ThiDua.App.Deadlines;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <summary>Everything that one report of a unit, campaign and period stands on, loaded once.</summary>
public sealed record ReportSheet
{
    public required Campaign Campaign { get; init; }
    public required Pack Pack { get; init; }
    public required Definitions Definitions { get; init; }
    public required UnitRow Unit { get; init; }
    public required Period Period { get; init; }
    public required IReadOnlyList<AskedFigure> Figures { get; init; }

    /// <summary>Null until something is saved.</summary>
    public Report? Report { get; init; }
    public CaseDraft? Draft { get; init; }
    public required FactBook Facts { get; init; }
    public required Due Due { get; init; }
    public required DateOnly OpensOn { get; init; }
    public required ReportStatus Status { get; init; }

    public string Href => $"/reports/{Unit.PublicId}/{Campaign.PublicId}/{Period}";

    public FlowDefinition Flow => Pack.Flow("report")!;

    public string State => Report?.Case.State ?? Flow.Initial;

    /// <summary>Grows with each move and each save: what a window has seen.</summary>
    public int Version => (Report?.Case.Version ?? 0) + (Draft?.Version ?? 0);

    public bool Editable => !IsOver && Flow.State(State)?.Editable == true;

    /// <summary>How many figures of the period another campaign asks, so that they are not asked here.</summary>
    public int AskedElsewhere { get; init; }

    /// <summary>False for a period that was over before the launch: it may come in as history.</summary>
    public bool IsOwed { get; init; } = true;

    /// <summary>The campaign is closed: what was sent can be read, nothing is entered.</summary>
    public bool IsOver { get; init; }

    public IReadOnlyList<CurrentValue> Own(string code) => Facts.Of(Unit.Id, code);

    public long? Current(AskedFigure figure) => Facts.Current(Unit.Id, figure.Indicator.Code, figure.Period)?.Value;

    public FigureHistory History(AskedFigure figure) => new(Definitions[figure.Indicator.Code], Own(figure.Indicator.Code), figure.Period);

    /// <summary>What stands in a field: what was typed and not sent, else what was sent.</summary>
    public string Typed(AskedFigure figure) =>
        Drafted?.Values.TryGetValue(figure.Indicator.Code, out var text) == true ? text
        : Current(figure) is { } value ? VietnameseNumber.FormatScaled(value, figure.Indicator.Scale)
        : "";

    public IReadOnlyDictionary<string, string> Comments => Drafted?.Comments ?? ReportDraft.Texts(Report?.Comments);

    /// <summary>What registers hold now for the figures that they count, scaled, by indicator.</summary>
    public required IReadOnlyDictionary<string, long> Counted { get; init; }

    public CheckedReport Check(IReadOnlyDictionary<string, string> typed) =>
        ReportChecks.Run(Pack, Definitions, Figures, Own, Counted.Count == 0 ? typed : WithCounts(typed));

    /// <summary>What is counted is not what was typed, whoever sends it.</summary>
    private Dictionary<string, string> WithCounts(IReadOnlyDictionary<string, string> typed)
    {
        var all = typed.ToDictionary();
        foreach (var (code, count) in Counted)
            all[code] = VietnameseNumber.FormatScaled(count, Pack.Indicator(code)!.Scale);
        return all;
    }

    /// <summary>The words that were sent last, to go on from.</summary>
    public ReportDraft Sent =>
        new()
        {
            Comments = ReportDraft.Texts(Report?.Comments),
            Results = Report?.Results,
            Difficulties = Report?.Difficulties,
            Proposals = Report?.Proposals,
            ProvidedBy = Report?.ProvidedBy,
        };

    /// <summary>What was typed and not sent; null when nothing is.</summary>
    public ReportDraft? Drafted => field ??= ReportDraft.Parse(Draft?.Content);
}
