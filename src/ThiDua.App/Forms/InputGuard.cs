using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;
using ThiDua.App.Shared;

namespace ThiDua.App.Forms;

/// <summary>Refuses addresses with text that nobody writes, before anything reads it: every page and endpoint.</summary>
public sealed class AddressGuard(RequestDelegate next)
{
    private const int MostValues = 200,
        Longest = 2_000;

    public Task Invoke(HttpContext context)
    {
        if (TextRules.IsClean(context.Request.Path.Value) && InputGuard.AreClean(context.Request.Query, MostValues, Longest))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Task.CompletedTask;
    }
}

/// <summary>The same of what a form brings, once the reader's rights and the form's own token are known to be right.</summary>
public sealed class InputGuard : IAsyncResourceFilter
{
    private const int MostValues = 5_000;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        // The page that says why shall not be refused for the same reason.
        var explains =
            context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!explains && request.HasFormContentType && !await IsClean(request, context.HttpContext.RequestAborted))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status422UnprocessableEntity);
            return;
        }
        await next();
    }

    internal static bool AreClean(IEnumerable<KeyValuePair<string, StringValues>> values, int most, int longest)
    {
        var count = 0;
        foreach (var (key, texts) in values)
        {
            if (key.Length > longest || !TextRules.IsClean(key))
                return false;
            foreach (var text in texts)
                if (++count > most || text is not null && (text.Length > longest || !TextRules.IsClean(text)))
                    return false;
        }
        return true;
    }

    private static async Task<bool> IsClean(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return AreClean(form, MostValues, TextRules.Longest)
                && form.Files.All(f => TextRules.IsClean(f.FileName) && f.FileName.Length <= 1_000);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
