using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Registers;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Facts;

/// <summary>One fact: who entered it, when, from what, what it replaced or was replaced by, and its approval.</summary>
[Needs<ThiDua.App.Facts.Fact>(Permission.ViewProgress, "id")]
public sealed class FactModel(FactQueries facts, RowsBehind rows, PackShelf packs, TimeProvider clock) : PageModel
{
    public UnitRow Unit { get; private set; } = null!;
    public PackIndicator Indicator { get; private set; } = null!;
    public Period Period { get; private set; }
    public FactLink Fact { get; private set; } = null!;
    public IReadOnlyList<FactLink> Chain { get; private set; } = [];

    /// <summary>Rows of registers that the figure is counted from now.</summary>
    public IReadOnlyList<RowBehind> Rows { get; private set; } = [];
    public FactLink? ReplacedBy => Chain.FirstOrDefault(c => c.ReplacesId == Fact.Key.Id);
    public FactLink? Replaced => Chain.FirstOrDefault(c => c.Key.Id == Fact.ReplacesId);

    public string? Shown(FactLink link) =>
        link.Value is { } value ? $"{VietnameseNumber.FormatScaled(value, Indicator.Scale)} {Indicator.Measure.Here()}" : null;

    /// <summary>The report that a fact was sent with.</summary>
    public (string Href, Period Period)? ReportOf(FactLink link) =>
        link is { Campaign: { } campaign, ReportPeriod: { } id }
            ? ($"/reports/{Unit.PublicId}/{campaign}/{Period.FromId(id)}", Period.FromId(id))
            : null;

    public async Task<IActionResult> OnGet(string id, CancellationToken cancellationToken)
    {
        if (
            FactKey.Parse(id) is not { } key
            || await facts.Chain(key, clock.Today(), cancellationToken) is not var (unit, code, period, chain)
            || packs.Indicator(code) is not { } indicator
        )
            return NotFound();
        (Unit, Indicator, Period, Chain, Fact) = (unit, indicator, period, chain, chain.First(c => c.Key == key));
        Rows = await rows.Of(unit.Id, code, period, cancellationToken);
        return Page();
    }
}
