using FluentValidation;

namespace ThiDua.App.Features.Reporting;

internal static class ReportingServices
{
    public static void AddReporting(this IServiceCollection services)
    {
        services.AddScoped<IValidator<ReportInput>, ReportInputValidator>();
        services.AddScoped<ReportSheets>();
        services.AddScoped<SaveReport>();
        services.AddScoped<SubmitReport>();
        services.AddScoped<ReviewReport>();
    }
}
