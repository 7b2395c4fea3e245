using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Offline;

/// <summary>Who is signed in, and a token for a form that the device sends: it may be older than its own.</summary>
/// <param name="Who">The account's own id; empty where nobody is.</param>
public sealed record SessionNow(string Who, string? Token);

/// <summary>What the scripts of the device's queue ask for.</summary>
public static class OfflineEndpoints
{
    private static readonly string[] Shell =
    [
        "/app.css",
        "/icons.svg",
        "/icon.svg",
        "/keep.js",
        "/keys.js",
        "/signal.js",
        "/store.js",
        "/queue.js",
        "/icon-192.png",
        "/manifest.webmanifest",
    ];

    public static void MapOffline(this WebApplication app)
    {
        var worker = new Lazy<string>(() => Worker(app));
        app.MapGet("/sw.js", (HttpContext http) => Send(http, worker.Value))
            .WithMetadata(new OpenToAllAttribute("a script of the program; nothing of anybody is said"));
        app.MapGet("/queue/session", Session)
            .WithMetadata(new OpenToAllAttribute("a device asks whether its session holds; nobody learns more than who they are"));
    }

    private static IResult Send(HttpContext http, string script)
    {
        // Asked for at each visit: what it says of the version is what brings the new one.
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Text(script, MediaTypeNames.Text.JavaScript, Encoding.UTF8);
    }

    private static IResult Session(HttpContext http, Viewer viewer, IAntiforgery antiforgery)
    {
        http.Response.Headers.CacheControl = "no-store";
        var works = viewer.AccountId is not null && !viewer.MustChangePassword;
        return Results.Json(new SessionNow(works ? viewer.PublicId : "", works ? antiforgery.GetAndStoreTokens(http).RequestToken : null));
    }

    /// <summary>The worker with what it keeps of the program: another version is another script, which browsers then take.</summary>
    private static string Worker(WebApplication app)
    {
        var versions = app.Services.GetRequiredService<IFileVersionProvider>();
        string Read(string file)
        {
            using var reader = new StreamReader(app.Environment.WebRootFileProvider.GetFileInfo(file).CreateReadStream());
            return reader.ReadToEnd();
        }
        var files = Shell.Select(f => versions.AddFileVersionToPath("", f)).ToList();
        var program = typeof(OfflineEndpoints).Assembly.ManifestModule.ModuleVersionId;
        var shell = System.Text.Json.JsonSerializer.Serialize(new { version = program, files });
        return $"const shell = {shell};\n{Read("store.js")}\n{Read("worker.js")}";
    }
}
