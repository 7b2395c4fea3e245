using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ThiDua.EndToEnd;

public enum Signal
{
    Good,

    /// <summary>Nothing comes through.</summary>
    None,

    /// <summary>What is sent arrives, and its answer is lost on the way.</summary>
    LosesAnswers,

    /// <summary>Pages come, and no form goes but the one that signs out.</summary>
    NoForms,

    /// <summary>A server before the program answers that it is away.</summary>
    Away,
}

/// <summary>The way between a phone and the program, which can be cut where a test wants it.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private static readonly HttpClient Client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
        }
    );

    private readonly WebApplication app;

    private Wire(WebApplication app) => this.app = app;

    public Signal Signal { get; set; }

    /// <summary>Set into the worker's version: as if a newer program had come.</summary>
    public string Update { get; set; } = "";
    public Func<string> Target { get; private init; } = () => "";

    public string Url => app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public static async Task<Wire> To(Func<string> target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = null);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var wire = new Wire(app) { Target = target };
        app.Run(wire.Pass);
        await app.StartAsync();
        return wire;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Pass(HttpContext http)
    {
        var sends = HttpMethods.IsPost(http.Request.Method) && http.Request.Path != "/sign-in";
        if (Signal == Signal.Away)
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else if (Signal == Signal.None || Signal == Signal.NoForms && sends && http.Request.Path != "/sign-out")
            http.Abort();
        else
            await Forward(http, Signal == Signal.LosesAnswers && sends);
    }

    private async Task Forward(HttpContext http, bool losesAnswer)
    {
        using var asked = new HttpRequestMessage(
            new HttpMethod(http.Request.Method),
            Target() + http.Request.Path.ToUriComponent() + http.Request.QueryString
        );
        if (HttpMethods.IsPost(http.Request.Method))
            asked.Content = new StreamContent(http.Request.Body);
        foreach (var (name, values) in http.Request.Headers)
            if (!asked.Headers.TryAddWithoutValidation(name, values.ToArray()))
                asked.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        using var answer = await Client.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        var body = await answer.Content.ReadAsByteArrayAsync(http.RequestAborted);
        if (losesAnswer)
        {
            http.Abort();
            return;
        }
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            if (name is not ("Transfer-Encoding" or "Content-Length" or "Connection"))
                http.Response.Headers[name] = values.ToArray();
        if (Update.Length > 0 && http.Request.Path == "/sw.js" && answer.Content.Headers.ContentEncoding.Count == 0)
            body = System.Text.Encoding.UTF8.GetBytes(
                System.Text.Encoding.UTF8.GetString(body).Replace("\"version\":\"", $"\"version\":\"{Update}", StringComparison.Ordinal)
            );
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
