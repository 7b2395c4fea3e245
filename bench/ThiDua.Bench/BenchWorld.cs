using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App;
using ThiDua.App.Tests.Support;
using ThiDua.Bench.Nation;

namespace ThiDua.Bench;

/// <summary>A running system with the commune of the tests in it, on a database of its own.</summary>
internal sealed class BenchWorld : IAsyncDisposable
{
    private readonly BenchEngine engine;

    private BenchWorld(BenchEngine engine, WebApplication app, TestWorld world) => (this.engine, App, World) = (engine, app, world);

    public WebApplication App { get; }
    public TestWorld World { get; }
    public bool IsPostgres => engine.IsPostgres;
    public string Url => App.Urls.First();

    public static async Task<BenchWorld> Start(string engineName, Action<IServiceCollection>? also = null)
    {
        var engine = await BenchEngine.Create(engineName);
        var options = engine.Options(new DateOnly(2024, 11, 15));
        var builder = ThiDua.App.App.Services(options);
        also?.Invoke(builder.Services);
        var app = builder.Build();
        ThiDua.App.App.Pipeline(app);
        await Startup.Prepare(app.Services, options, CancellationToken.None);
        await app.StartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        return new(engine, app, await TestWorld.Create(scope.ServiceProvider));
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await engine.DisposeAsync();
    }
}
