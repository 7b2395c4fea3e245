using ThiDua.App.Maps;

namespace ThiDua.App.Security;

/// <summary>The headers of every answer: no inline script or style, nothing from elsewhere, no frames, no referrer.</summary>
public sealed class SecurityHeaders(RequestDelegate next, MapTiles tiles)
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The operator's own map pictures, where there are any.
    private readonly string policy = tiles.Origin is { } origin
        ? Policy.Replace("img-src 'self' data:", $"img-src 'self' data: {origin}", StringComparison.Ordinal)
        : Policy;

    public Task Invoke(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=()";
        return next(context);
    }
}
