using Microsoft.AspNetCore.Mvc.Filters;

namespace ThiDua.App.Security;

/// <summary>Default deny: a page that names no permission is not served, even to an administrator.</summary>
public sealed class PermissionGuard : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var marks = context.ActionDescriptor.HandlerTypeInfo.GetCustomAttributes(inherit: true);
        if (!marks.Any(m => m is NeedsAttribute or SignedInAttribute or OpenToAllAttribute))
            throw new InvalidOperationException($"{context.ActionDescriptor.DisplayName} names no permission.");
        return next();
    }
}
