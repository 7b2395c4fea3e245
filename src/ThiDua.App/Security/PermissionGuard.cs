using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ThiDua.App.Security;

/// <summary>
/// Default deny: a page that names no permission is not served, even to an administrator. And what a handler is given is
/// what was asked for: a form field of the same name would otherwise take the place of the id that was resolved.
/// </summary>
public sealed class PermissionGuard(Places places) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var marks = context.ActionDescriptor.HandlerTypeInfo.GetCustomAttributes(inherit: true);
        if (!marks.Any(m => m is NeedsAttribute or SignedInAttribute or OpenToAllAttribute))
            throw new InvalidOperationException($"{context.ActionDescriptor.DisplayName} names no permission.");
        var keys = marks.OfType<NeedsAttribute>().Select(n => n.Key).OfType<string>();
        if (keys.All(k => IsResolved(k, context.HandlerArguments)))
            return next();
        context.Result = new NotFoundResult();
        return Task.CompletedTask;
    }

    private bool IsResolved(string key, IDictionary<string, object?> arguments) =>
        !arguments.TryGetValue(key, out var given)
        || given is null
        || Convert.ToString(given, CultureInfo.InvariantCulture) == places[key]?.Id;
}
