using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ThiDua.App.Cli;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tests.Packs;

namespace ThiDua.App.Tests.Support;

/// <summary>
/// The real application (its services, its pipeline, its migrations) on a database of its own, with a clock that tests
/// set. <see cref="Start"/> gives the small commune of <see cref="TestWorld"/>; <see cref="Empty"/> a system before its first run.
/// </summary>
public sealed class TestSystem : IAsyncDisposable
{
    /// <summary>10:00 in Vietnam on Wednesday 15 May 2024, the day on which the clock of every test system starts.</summary>
    public static readonly DateTimeOffset Now = new(2024, 5, 15, 10, 0, 0, TimeSpan.FromHours(7));

    private static readonly Dictionary<Engine, Lazy<Task<(TestDatabase Database, TestWorld World)>>> Templates = Enum.GetValues<Engine>()
        .ToDictionary(e => e, e => new Lazy<Task<(TestDatabase, TestWorld)>>(() => Template(e)));

    private readonly TestDatabase database;
    private readonly WebApplication app;

    private TestSystem(TestDatabase database, WebApplication app, FakeTimeProvider clock) =>
        (this.database, this.app, Clock) = (database, app, clock);

    public FakeTimeProvider Clock { get; }
    public Engine Engine => database.Engine;
    public string DataFolder => database.Folder;

    /// <summary>Connection string; null on SQLite, whose file is in the data folder.</summary>
    public string? Postgres => database.Postgres;
    public IServiceProvider Services => app.Services;
    public PackShelf Packs => Services.GetRequiredService<PackShelf>();

    /// <summary>The commune that the database holds; null in an empty system.</summary>
    public TestWorld? Known { get; private init; }
    public TestWorld World => Known ?? throw new InvalidOperationException("This system is empty.");

    /// <summary>Where it listens, when started with <c>listen</c>.</summary>
    public string Url => app.Urls.First();

    /// <param name="listen">On a random loopback port, for a real browser; else in memory.</param>
    /// <param name="also">Services that only this test needs: an interceptor that counts.</param>
    /// <param name="packs">A folder of packs in the place of the shipped one.</param>
    public static async Task<TestSystem> Start(
        Engine engine,
        bool listen = false,
        Action<IServiceCollection>? also = null,
        string? packs = null
    )
    {
        var (template, world) = await Templates[engine].Value;
        return await Open(await TestDatabase.Create(engine, template), world, listen, also, packs);
    }

    public static async Task<TestSystem> Empty(Engine engine, bool listen = false) =>
        await Open(await TestDatabase.Create(engine), null, listen);

    /// <summary>A system on a database of an earlier version, brought to this one as a start does.</summary>
    public static async Task<TestSystem> Kept(Engine engine, string kept) =>
        await Open(await TestDatabase.Restore(engine, kept), null, listen: false);

    /// <summary>For tests that count: the sweep and the sealer run only when they are told to.</summary>
    public static void WithoutLoops(IServiceCollection services)
    {
        var loops = services.Where(d => d.ServiceType == typeof(IHostedService) && d.ImplementationFactory is not null).ToList();
        foreach (var loop in loops)
            services.Remove(loop);
    }

    /// <summary>A client with cookies that follows redirections unless told not to; signed in as nobody.</summary>
    /// <param name="cookies">Its cookies, for a test that copies them.</param>
    public HttpClient Client(CookieContainer? cookies = null, bool follow = true)
    {
        var server = app.Services.GetService<Microsoft.AspNetCore.Hosting.Server.IServer>() as TestServer;
        var handler = new CookieContainerHandler(cookies ?? new())
        {
            InnerHandler = server?.CreateHandler() ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false },
        };
        var outer = follow ? (DelegatingHandler)new RedirectHandler { InnerHandler = handler } : handler;
        return new HttpClient(outer) { BaseAddress = server?.BaseAddress ?? new Uri(Url) };
    }

    /// <summary>A browser without JavaScript, signed in through the page when an account is named.</summary>
    public async Task<Browser> Browser(TestAccount? who = null)
    {
        var browser = new Browser(Client());
        if (who is not null)
            await browser.SignIn(who);
        return browser;
    }

    /// <summary>Runs code as a request of that person would: one scope, the viewer loaded.</summary>
    public async Task<T> As<T>(TestAccount? who, Func<IServiceProvider, Task<T>> work)
    {
        System.Globalization.CultureInfo.CurrentUICulture = App.Vietnamese;
        await using var scope = app.Services.CreateAsyncScope();
        if (who is not null)
            await scope.ServiceProvider.GetRequiredService<Viewer>().Load(who.Id);
        return await work(scope.ServiceProvider);
    }

    public Task As(TestAccount? who, Func<IServiceProvider, Task> work) =>
        As(
            who,
            async s =>
            {
                await work(s);
                return true;
            }
        );

    /// <summary>Asks the database, in a scope of its own.</summary>
    public Task<T> Db<T>(Func<AppDb, Task<T>> ask) => As(null, s => ask(s.GetRequiredService<AppDb>()));

    /// <summary>Sets the clock to a moment of Vietnam's time; it never runs backwards.</summary>
    public void SetClock(int year, int month, int day, int hour = 10, int minute = 0, int second = 0) =>
        Clock.SetUtcNow(new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.FromHours(7)));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await database.Drop();
    }

    private static async Task<TestSystem> Open(
        TestDatabase database,
        TestWorld? world,
        bool listen,
        Action<IServiceCollection>? also = null,
        string? packs = null
    )
    {
        packs ??= Path.Combine(PackFolder.Repository, "packs");
        var options = new ServeOptions(database.Folder, "http://127.0.0.1:0", packs, database.Postgres);
        var builder = App.Services(options);
        var clock = new FakeTimeProvider(Now);
        builder.Services.AddSingleton<TimeProvider>(clock);
        // Passwords are hashed so often only where somebody could try them out.
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1);
        builder.Logging.AddProvider(new ErrorLog());
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        also?.Invoke(builder.Services);
        if (!listen)
            builder.WebHost.UseTestServer();
        var app = builder.Build();
        App.Pipeline(app);
        await Startup.Prepare(app.Services, options, CancellationToken.None);
        await app.StartAsync();
        return new TestSystem(database, app, clock) { Known = world };
    }

    private static async Task<(TestDatabase Database, TestWorld World)> Template(Engine engine)
    {
        var database = await TestDatabase.Create(engine);
        var system = await Open(database, null, listen: false);
        var world = await system.As(null, TestWorld.Create);
        await system.app.StopAsync();
        await system.app.DisposeAsync();
        database.Close();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.Drop().AsTask().Wait();
        return (database, world);
    }
}
