using FluentValidation;
using ThiDua.App.Cases;
using ThiDua.App.Features.Reporting.ImportFigures;
using ThiDua.App.Imports;
using ThiDua.App.Notices;

namespace ThiDua.App.Features.Reporting;

internal static class ReportingServices
{
    public static void AddReporting(this IServiceCollection services)
    {
        services.AddScoped<IValidator<ReportInput>, ReportInputValidator>();
        services.AddScoped<ReportSheets>();
        services.AddScoped<ReportingQueries>();
        services.AddScoped<MyWork.MyReports>();
        services.AddScoped<EntryOnBehalf>();
        services.AddScoped<OnBehalf.ToConfirm>();
        services.AddScoped<SaveReport>();
        services.AddScoped<SubmitReport>();
        services.AddScoped<Fill.ReportFiles>();
        services.AddScoped<RecordFigures>();
        services.AddScoped<PendingFigures>();
        services.AddScoped<ICaseKind, ReportCase>();
        services.AddScoped<IOwed, OwedReports>();
        services.AddScoped<ThiDua.App.Audit.AuditQueries>();
        services.AddScoped<IImportTarget>(s => ActivatorUtilities.CreateInstance<FigureTarget>(s, false));
        services.AddScoped<IImportTarget>(s => ActivatorUtilities.CreateInstance<FigureTarget>(s, true));
        services.AddScoped<FigureForm>();
        services.AddScoped<FormLinks>();
        services.AddScoped<FigureWorkbook>();
        services.AddScoped<Units.ImportUnits>();
    }
}
