using ThiDua.App.Jobs;

namespace ThiDua.App.Imports;

public static class ImportServices
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddSingleton<UploadedTables>();
        services.AddSingleton<ImportFiles>();
        services.AddScoped<ImportDesk>();
        services.AddScoped<ImportReader>();
        services.AddScoped<ApplyBatches>();
        services.AddScoped<RunImport>();
        services.AddScoped<UndoImport>();
        services.AddScoped<UndoFigures>();
        services.AddJobKind<ImportJob>(ImportJob.Code);
        services.AddJobKind<UndoJob>(UndoJob.Code);
        services.AddDailyJob<ForgetImports>(ForgetImports.Code);
    }
}
