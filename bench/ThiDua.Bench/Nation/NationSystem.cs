using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Accounts;
using ThiDua.App.Features.Reporting.ImportFigures;
using ThiDua.App.Features.Units;
using ThiDua.App.Imports;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.Bench.Nation;

/// <summary>The real application with the made-up nation in it, listening on a loopback socket.</summary>
internal sealed class NationSystem : IAsyncDisposable
{
    public const string UserName = "canbo",
        Password = "mat khau thu 2024";

    private readonly WebApplication app;

    private NationSystem(WebApplication app, BenchEngine engine, QueryCounter queries) =>
        (this.app, Engine, Queries) = (app, engine, queries);

    public BenchEngine Engine { get; }
    public QueryCounter Queries { get; }
    public IServiceProvider Services => app.Services;
    public string Url => app.Urls.First();
    public string Campaign { get; private set; } = "";

    /// <summary>A campaign of one target, whose figure nothing but the measurement of freshness moves.</summary>
    public string Fresh { get; private set; } = "";

    /// <param name="today">The day that the system lives in; null for the real one.</param>
    public static async Task<NationSystem> Start(BenchEngine engine, DateOnly? today)
    {
        System.Globalization.CultureInfo.CurrentUICulture = App.App.Vietnamese;
        var (options, queries) = (engine.Options(today), new QueryCounter());
        var builder = App.App.Services(options);
        builder.Services.AddSingleton<IInterceptor>(queries);
        var app = builder.Build();
        App.App.Pipeline(app);
        await Startup.Prepare(app.Services, options, CancellationToken.None);
        await app.StartAsync();
        return new(app, engine, queries);
    }

    /// <summary>Units, a person of the nation's office and the campaigns; no figures yet.</summary>
    public async Task Found(NationFiles files)
    {
        var path = Path.Combine(Engine.Folder, "units.csv");
        await files.WriteUnits(path);
        await Import(
            path,
            (s, file, content) => s.GetRequiredService<ImportUnits>().Handle(new(file, content, false), CancellationToken.None)
        );
        var nation = await Db(db => db.Units.SingleAsync(u => u.Code == NationFiles.Nation));
        var who = await As(
            null,
            s =>
                s.GetRequiredService<CreateAccount>()
                    .Handle(
                        new(UserName, "Cán bộ toàn quốc", Password, nation.Id, [Roles.CampaignOffice, Roles.UnitOfficer]),
                        CancellationToken.None
                    )
        );
        Campaign = await As(who.Value!.Id, s => NationPlan.Launch(s, nation.Id, NationPlan.Targets));
        Fresh = await As(who.Value!.Id, s => NationPlan.Launch(s, nation.Id, NationPlan.FreshTargets));
    }

    public Task ImportFacts(string path) =>
        Import(
            path,
            (s, file, content) =>
                s.GetRequiredService<RunImport>().Handle(new(FigureTarget.Facts, file, content, false), CancellationToken.None)
        );

    /// <summary>Waits until the totals above the communes are right.</summary>
    public Task Drain() => Services.GetRequiredService<TotalSweep>().Drain(CancellationToken.None);

    public Task<T> Db<T>(Func<AppDb, Task<T>> ask) => As(null, s => ask(s.GetRequiredService<AppDb>()));

    public async Task<T> As<T>(int? account, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var viewer = scope.ServiceProvider.GetRequiredService<Viewer>();
        if (account is { } id)
            await viewer.Load(id);
        else
            viewer.ActAsOperator();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Import(string path, Func<IServiceProvider, string, Stream, Task<ImportResult>> import)
    {
        await using var content = File.OpenRead(path);
        var result = await As(null, s => import(s, Path.GetFileName(path), content));
        if (!result.Ok || !result.Applied)
            throw new InvalidOperationException(string.Join('\n', result.Errors.Take(5)));
    }
}
