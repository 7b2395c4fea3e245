using Microsoft.AspNetCore.WebUtilities;

namespace ThiDua.App.Features.Progress;

/// <summary>
/// Which figures a page counts, and says so: all that were sent, or approved ones alone, as issued papers do. In the address,
/// so that two people who look at one address see the same; remembered for the addresses that do not say.
/// </summary>
public static class Basis
{
    public const string Key = "basis",
        Approved = "approved",
        All = "all";

    private const string Cookie = "thidua-basis";

    public static bool IsApproved(HttpContext http)
    {
        var asked = http.Request.Query[Key].ToString();
        if (asked is not (Approved or All))
            return http.Request.Cookies[Cookie] == Approved;
        http.Response.Cookies.Append(
            Cookie,
            asked,
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            }
        );
        return asked == Approved;
    }

    /// <summary>The same page with the other figures.</summary>
    public static string Other(HttpRequest request, bool approved)
    {
        var query = request.Query.Where(q => q.Key != Key).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        return QueryHelpers.AddQueryString(request.Path, query.Append(new(Key, approved ? All : Approved)));
    }
}
