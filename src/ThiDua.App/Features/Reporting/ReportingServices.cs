using FluentValidation;
using ThiDua.App.Cases;
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
        services.AddScoped<SaveReport>();
        services.AddScoped<SubmitReport>();
        services.AddScoped<RecordFigures>();
        services.AddScoped<PendingFigures>();
        services.AddScoped<ICaseKind, ReportCase>();
        services.AddScoped<IOwed, OwedReports>();
        services.AddScoped<ThiDua.App.Audit.AuditQueries>();
        services.AddScoped<ImportFigures.ImportFacts>();
        services.AddScoped<Units.ImportUnits>();
    }
}
