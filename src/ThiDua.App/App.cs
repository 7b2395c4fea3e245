using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cli;
using ThiDua.App.Data;
using ThiDua.App.Features.Progress;
using ThiDua.App.Files;
using ThiDua.App.Forms;
using ThiDua.App.Jobs;
using ThiDua.App.Notices;
using ThiDua.App.Packs;
using ThiDua.App.Sandbox;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App;

/// <summary>The readable list of services and of the pipeline, in order.</summary>
public static class App
{
    public static readonly CultureInfo Vietnamese = new("vi"),
        English = new("en");

    public static WebApplicationBuilder Services(ServeOptions options, string[]? args = null)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                // Settings are read once at the start: watching their files takes a handle of the system for each of many programs.
                Args = ["--hostBuilder:reloadConfigOnChange=false", .. args ?? []],
                ApplicationName = typeof(App).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            }
        );
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = FileStore.MaxBytes + 1024 * 1024;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Keys lie in the data folder, which only the program's own user may read.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Each page with a form says that it made the answer no-store, which it was to be anyway.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // SQLite rebuilds a table in more than one transaction; docs/operations.md asks for a copy before an update.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Migrations", LogLevel.Error);

        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(Clock(options));
        services.AddSingleton(options.Tiles);
        services.AddSingleton(options.Mail);
        var data = PrivateFolder.Make(options.Data);
        services.AddSingleton(new DataFolder(data));
        services.AddSingleton(new RunFolders(data, AppContext.BaseDirectory, options.Packs));
        services.AddSingleton(new PackShelf(options.Packs));
        services.AddSingleton<PackWatch>();
        DatabaseAddress.Of(options.Data, options.Postgres).Register(services);
        services
            .AddDataProtection()
            .SetApplicationName("thidua")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.Data, "keys")));
        services.AddRights();
        services.AddScoped<Once>().AddScoped<RequestKeys>();
        AddSignIn(services);
        services.AddPages();
        services.AddFeatures();
        return builder;
    }

    public static void Pipeline(WebApplication app)
    {
        app.UseProblems();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<AddressGuard>();
        app.UseResponseCompression();
        app.UseStaticFiles(
            new StaticFileOptions
            {
                OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
            }
        );
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<FirstRunGate>();
        app.UseMiddleware<PasswordGate>();
        app.UseMiddleware<MenuCountsMiddleware>();
        app.UseMiddleware<GlancesMiddleware>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapFeatures();
    }

    /// <summary>Brings the database to this version, checks the packs, and listens.</summary>
    public static async Task<WebApplication> Start(ServeOptions options, CancellationToken cancellationToken)
    {
        var builder = Services(options);
        builder.Services.AddHostedService(s => s.GetRequiredService<DayRound>());
        builder.Services.AddHostedService(s => s.GetRequiredService<Notices.Mail.MailRound>());
        builder.Services.AddHostedService(s => s.GetRequiredService<PackWatch>());
        var app = builder.Build();
        Pipeline(app);
        await Startup.Prepare(app.Services, options, cancellationToken);
        ReceiveUploads(app, options);
        await app.StartAsync(cancellationToken);
        return app;
    }

    private static void ReceiveUploads(WebApplication app, ServeOptions options)
    {
        app.Services.GetRequiredService<RunFolders>().Sweep();
        // Where the framework puts an upload while it comes in: what is left of it after a power cut is swept with the rest.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", RunFolders.IncomingOf(options.Data));
        if (Walls.Here < Wall.Full)
            app.Logger.LogWarning(
                "Uploads are read with less protection than this program asks for ({Wall} of {Full}): see docs/security.md.",
                Walls.Here,
                Wall.Full
            );
    }

    private static TimeProvider Clock(ServeOptions options) => options.Today is { } day ? new AssumedClock(day) : TimeProvider.System;

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddScoped<Sessions>();
        services.AddScoped<Passwords>();
        services.AddSingleton<SignInTally>();
        services.AddOptions<SessionLimits>().BindConfiguration("Sessions");
        services.AddScoped<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                IdentityConstants.ApplicationScheme,
                o =>
                {
                    o.LoginPath = "/sign-in";
                    o.AccessDeniedPath = "/error";
                    o.Cookie.Name = "thidua";
                    o.Cookie.SameSite = SameSiteMode.Lax;
                    o.Cookie.HttpOnly = true;
                    // The session's row decides (Sessions.Check); the cookie itself goes with the browser.
                    o.ExpireTimeSpan = TimeSpan.FromDays(1);
                    o.SlidingExpiration = false;
                    o.Events.OnValidatePrincipal = Sessions.Check;
                    o.Events.OnRedirectToAccessDenied = c =>
                    {
                        c.Response.StatusCode = StatusCodes.Status404NotFound;
                        return Task.CompletedTask;
                    };
                }
            );
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }
}
