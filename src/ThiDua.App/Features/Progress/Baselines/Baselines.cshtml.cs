using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Baselines;

/// <summary>The figures of the year that targets compare with, unit by unit.</summary>
[Needs<Campaign>(Permission.EnterBaseline, "campaign")]
[Needs<Unit>(Permission.EnterBaseline, "unit", Optional = true)]
public sealed class BaselinesModel(
    AppDb db,
    PackShelf packs,
    Viewer viewer,
    FactStore facts,
    RecordBaselines record,
    IStringLocalizer<Text> text
) : PageModel
{
    public Campaign Campaign { get; private set; } = null!;
    public IReadOnlyList<BaselineYear> Years { get; private set; } = [];

    /// <summary>The units that report what is needed.</summary>
    public IReadOnlyList<UnitRow> Units { get; private set; } = [];
    public UnitRow? Unit { get; private set; }
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public bool Saved { get; private set; }

    /// <summary>What became of the unit's figures; null before any were entered.</summary>
    public BaselineSheet? Sheet { get; private set; }

    /// <summary>Approved figures are frozen; who approves them may open them again.</summary>
    public bool Frozen => Sheet?.Case.State == BaselineCase.Approved;

    /// <summary>Given by the unit's own reports of that year: shown, not asked.</summary>
    private HashSet<(string Indicator, Period Period)> reported = [];

    public bool IsReported(string indicator, Period period) => reported.Contains((indicator, period));

    public int Reported => Years.SelectMany(Asked).Distinct().Sum(i => reported.Count(r => r.Indicator == i.Code && IsAsked(r.Period)));

    private bool IsAsked(Period period) => Years.Any(y => y.Year == period.Year);

    public FlowState StateOf(BaselineSheet sheet) => packs[sheet.Case.Pack].Flow(BaselineCase.Kind)!.State(sheet.Case.State)!;

    private Dictionary<string, string> Typed { get; } = [];

    public string Value(string indicator, Period period) => Typed.GetValueOrDefault(BaselineCase.Field(indicator, period), "");

    public IEnumerable<PackIndicator> Asked(BaselineYear year) =>
        year.Indicators.Select(c => packs.Indicator(c)!).Where(i => i.ReportedBy.Contains(Unit!.Kind));

    public async Task<IActionResult> OnGet(string campaign, string? unit, bool saved, CancellationToken cancellationToken)
    {
        if (!await Load(campaign, unit, cancellationToken))
            return NotFound();
        Saved = saved;
        if (Unit is null)
            return Page();
        await Fill(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPost(string campaign, string? unit, CancellationToken cancellationToken)
    {
        if (!await Load(campaign, unit, cancellationToken) || Unit is null)
            return NotFound();
        var (figures, errors) = Read();
        if (errors.Count == 0)
        {
            var outcome = await record.Handle(new(campaign, Unit.PublicId, figures), cancellationToken);
            if (outcome.Missing)
                return NotFound();
            if (outcome.Ok)
                return LocalRedirect($"/campaigns/{campaign}/baselines?unit={Unit.PublicId}&saved=true");
            errors.AddRange(outcome.Errors);
        }
        Errors = errors;
        await Fill(cancellationToken);
        return Page();
    }

    private (List<BaselineFigure> Figures, List<FieldError> Errors) Read()
    {
        var (figures, errors) = (new List<BaselineFigure>(), new List<FieldError>());
        foreach (var (year, indicator) in Years.SelectMany(y => Asked(y).Select(i => (y.Year, i))))
        foreach (var period in BaselineRules.Months(year).Append(Period.OfYear(year)))
        {
            var field = BaselineCase.Field(indicator.Code, period);
            if (IsReported(indicator.Code, period))
                continue;
            Typed[field] = Request.Form[field].ToString();
            if (VietnameseNumber.TryParse(Typed[field], indicator.Scale, allowNegative: false, out var value, out var error))
                figures.Add(new(indicator.Code, period, value));
            else if (error == NumberError.Empty)
                figures.Add(new(indicator.Code, period, null));
            else
                errors.Add(new(field, text[$"Number{error}"]));
        }
        return (figures, errors);
    }

    private async Task<bool> Load(string campaign, string? unit, CancellationToken cancellationToken)
    {
        var found = await db
            .StandingCampaigns.AsNoTracking()
            .Include(c => c.Targets)
            .AsSingleQuery()
            .FirstOrDefaultAsync(c => c.PublicId == campaign, cancellationToken);
        if (found is null)
            return false;
        var day = ProgressRules.TreeDay(found, found.To);
        var top = await UnitQueries.Find(db, found.UnitId, day, cancellationToken);
        if (top is null || !viewer.Can(Permission.EnterBaseline, top.Path))
            return false;
        (Campaign, Years) = (found, BaselineRules.Years(found, packs[found.Pack], packs.Definitions));
        var kinds = Years.SelectMany(y => y.Indicators).SelectMany(c => packs.Indicator(c)!.ReportedBy).Distinct().ToList();
        Units = await db
            .UnitVersions.AsNoTracking()
            .ValidOn(day)
            .Below(top.Path)
            .Where(v => kinds.Contains(v.Kind))
            .Rows()
            .ToListAsync(cancellationToken);
        Unit = unit is null ? Units.FirstOrDefault() : Units.FirstOrDefault(u => u.PublicId == unit);
        if (Unit is null)
            return unit is null;
        reported = await RecordBaselines.FromReports(db, Unit.Id, cancellationToken);
        Sheet = await db.Set<BaselineSheet>()
            .AsNoTracking()
            .Include(b => b.Case)
            .FirstOrDefaultAsync(b => b.CampaignId == Campaign.Id && b.UnitId == Unit.Id, cancellationToken);
        return true;
    }

    /// <summary>What is kept, where nothing was typed.</summary>
    private async Task Fill(CancellationToken cancellationToken)
    {
        var book = await facts.Open(Years.SelectMany(Asked).Select(i => (Unit!.Id, i.Code)), cancellationToken);
        foreach (var (year, indicator) in Years.SelectMany(y => Asked(y).Select(i => (y.Year, i))))
        foreach (var period in BaselineRules.Months(year).Append(Period.OfYear(year)))
            if (book.Current(Unit!.Id, indicator.Code, period)?.Value is { } value)
                Typed.TryAdd(BaselineCase.Field(indicator.Code, period), VietnameseNumber.FormatScaled(value, indicator.Scale));
    }
}
