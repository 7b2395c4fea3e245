using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Primitives;
using ThiDua.App.Data;

namespace ThiDua.App.Security;

/// <summary>What a page or endpoint asks for. Without it (or one of the two marks below) nobody gets in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public abstract class NeedsAttribute(string? permission)
    : Attribute,
        IAuthorizationRequirement,
        IAuthorizeData,
        IAuthorizationRequirementData
{
    /// <summary>Null when it is another for each thing: see <see cref="Decide"/>.</summary>
    public string? Permission => permission;

    /// <summary>Route or query value that holds the public id; null when the right held anywhere is enough.</summary>
    public virtual string? Key => null;

    /// <summary>Without the value the page is about the viewer's own units.</summary>
    public bool Optional { get; init; }

    /// <summary>Those who hold the right in a unit below take part in the thing: they may see it too.</summary>
    public bool FromBelow { get; init; }
    public string? Policy { get; set; }
    public string? Roles { get; set; }
    public string? AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];

    internal virtual IQueryable<int>? UnitOf(AppDb db, string id) => null;

    /// <summary>Asked where no permission is named.</summary>
    internal virtual Task<bool> Decide(HttpContext http) => Task.FromResult(false);

    /// <summary>The route's value, else the query's; null when there is none or more than one.</summary>
    internal string? IdIn(HttpContext context) =>
        context.GetRouteValue(Key!) as string ?? (context.Request.Query[Key!] is [{ Length: > 0 } only] ? only : null);
}

/// <summary>The permission at the unit of what an address names: <c>Needs&lt;Unit&gt;(Permission.ManageUnits, "id")</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class NeedsAttribute<T>(string permission, string key) : NeedsAttribute(permission)
    where T : IPlaced
{
    public override string Key => key;

    internal override IQueryable<int>? UnitOf(AppDb db, string id) => T.UnitOf(db, id);
}

/// <summary>
/// The permission at some unit: a list that shows only the rows of <see cref="Viewer.Scopes"/>, a form that names its
/// unit itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsSomewhereAttribute(string permission) : NeedsAttribute(permission);

/// <summary>A page for whoever is signed in, whatever their rights: the home page, signing out.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : Attribute, IAuthorizeData
{
    public string? Policy { get; set; }
    public string? Roles { get; set; }
    public string? AuthenticationSchemes { get; set; }
}

/// <summary>A page that needs no sign-in, with the reason why.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute(string why) : Attribute, IAllowAnonymous
{
    public string Why => why;
}

/// <summary>Resolves the place and asks for the permission there, for pages and endpoints alike, before either runs.</summary>
public sealed class NeedsHandler(Viewer viewer, Places places) : AuthorizationHandler<NeedsAttribute>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (context.Resource is not HttpContext http)
            return;
        var may = requirement.Permission is { } permission
            ? viewer.Can(permission) && await MayHere(requirement, permission, http)
            : viewer.AccountId is not null && await requirement.Decide(http);
        if (may)
            context.Succeed(requirement);
    }

    private async Task<bool> MayHere(NeedsAttribute need, string permission, HttpContext http)
    {
        if (need.Key is null)
            return true;
        if (need.IdIn(http) is not { } id)
            return need.Optional && StringValues.IsNullOrEmpty(http.Request.Query[need.Key]);
        if (await places.Find(need, id, path => viewer.Can(permission, path), http.RequestAborted) is not { } place)
            return false;
        return viewer.Can(permission, place.Path)
            || (need.FromBelow && viewer.Scopes(permission).Any(s => s.StartsWith(place.Path, StringComparison.Ordinal)));
    }
}
