namespace ThiDua.App.Facts;

internal static class FactServices
{
    public static void AddFacts(this IServiceCollection services)
    {
        services.AddSingleton<FactIds>();
        services.AddSingleton<TotalSweep>();
        services.AddHostedService(s => s.GetRequiredService<TotalSweep>());
        services.AddSingleton<IndicatorKeys>();
        services.AddScoped<FactStore>();
        services.AddScoped(s => new Lazy<IEnumerable<IFigureWatcher>>(s.GetServices<IFigureWatcher>));
        services.AddScoped<TreeTotals>();
        services.AddScoped<TotalReader>();
    }
}
