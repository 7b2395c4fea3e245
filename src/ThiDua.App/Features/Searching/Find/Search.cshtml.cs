using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Searching.Find;

/// <summary>Search over everything that one may see, grouped by what it is.</summary>
[SignedIn]
[ResponseCache(NoStore = true)]
public sealed class SearchModel(SearchAll search) : PageModel
{
    public string? Asked { get; private set; }

    /// <summary>Null while nothing is asked.</summary>
    public IReadOnlyList<HitGroup>? Found { get; private set; }

    public async Task OnGet(string? q, CancellationToken cancellationToken)
    {
        Asked = string.IsNullOrWhiteSpace(q) ? null : q.Trim()[..Math.Min(q.Trim().Length, SearchAll.Longest)];
        if (Asked is not null)
            Found = await search.Find(Asked, cancellationToken);
    }
}
