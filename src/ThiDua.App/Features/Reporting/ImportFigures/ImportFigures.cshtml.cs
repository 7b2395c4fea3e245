using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Reporting.MyWork;
using ThiDua.App.Imports;
using ThiDua.App.Jobs;
using ThiDua.App.Security;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <param name="Unit">The unit at which the right is held: the form has it and all below it.</param>
public sealed record FormLink(string Unit, string Campaign, Period Period, string Href);

/// <summary>Figures from a file: the mechanism's page, with the forms to fill in.</summary>
[Needs<Import>(Permission.FillReport, "id", Optional = true)]
public sealed class ImportFiguresModel(
    ImportDesk desk,
    UndoImport undo,
    JobDesk jobs,
    MyReports reports,
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<ThiDua.App.Imports.Text> words
) : ImportPage(desk, undo, jobs, words)
{
    private const int MostForms = 8;

    protected override string Kind => FigureTarget.Facts;
    protected override string Right => Permission.FillReport;
    public override string Address => FigureTarget.Address;

    /// <summary>Forms of what is owed now.</summary>
    public async Task<IReadOnlyList<FormLink>> Forms()
    {
        var scopes = viewer.Scopes(Permission.FillReport).OrderBy(p => p.Length).ToList();
        var today = clock.Today();
        var tops = await db
            .UnitVersions.AsNoTracking()
            .Where(v => scopes.Contains(v.Path) && v.From <= today && (v.To == null || v.To > today))
            .Select(v => new
            {
                v.Path,
                v.Name,
                v.Unit!.PublicId,
            })
            .ToListAsync(HttpContext.RequestAborted);
        var owed =
            from report in (await reports.Mine(HttpContext.RequestAborted)).Owed
            let top = tops.Where(t => report.Unit.Path.StartsWith(t.Path, StringComparison.Ordinal)).MinBy(t => t.Path.Length)
            where top is not null
            select new FormLink(
                top.Name,
                report.Campaign.Name,
                report.Period,
                FormEndpoint.Href(top.PublicId, report.Campaign.PublicId, report.Period.ToString())
            );
        return [.. owed.DistinctBy(f => f.Href).Take(MostForms)];
    }
}
