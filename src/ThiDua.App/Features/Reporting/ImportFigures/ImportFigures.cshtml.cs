using Microsoft.Extensions.Localization;
using ThiDua.App.Imports;
using ThiDua.App.Jobs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>Figures from a file: the mechanism's page, with the forms to fill in.</summary>
[Needs<Import>(Permission.FillReport, "id", Optional = true)]
public sealed class ImportFiguresModel(ImportDesk desk, JobDesk jobs, FormLinks forms, IStringLocalizer<ThiDua.App.Imports.Text> words)
    : ImportPage(desk, jobs, words)
{
    protected override string Kind => FigureTarget.Facts;
    protected override string Right => Permission.FillReport;
    public override string Address => FigureTarget.Address;

    public Task<IReadOnlyList<FormLink>> Forms() => forms.Mine(HttpContext.RequestAborted);
}
