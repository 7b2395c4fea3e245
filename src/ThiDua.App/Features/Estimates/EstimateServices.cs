namespace ThiDua.App.Features.Estimates;

internal static class EstimateServices
{
    public static void AddEstimates(this IServiceCollection services)
    {
        services.AddScoped<EstimateReader>();
        services.AddScoped<EstimateSheets>();
        services.AddScoped<Give.GiveEstimates>();
    }
}
