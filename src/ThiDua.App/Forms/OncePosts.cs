using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Forms;

/// <summary>
/// The same form sent twice is taken once and answered alike, one after the other or both at once. Whether it was taken is
/// known by what its handler wrote (<see cref="Once"/>): what was refused may be sent again.
/// </summary>
public sealed class OncePosts(Once once, Viewer viewer) : IAsyncPageFilter, IOrderedFilter
{
    /// <summary>Names the key that a form brings.</summary>
    public const string Field = "_key";

    private const int Longest = 40,
        Digits = 24;
    private const string Token = "__RequestVerificationToken";

    // Side by side the second would meet what the first has half done. Two nodes are told apart by the database alone.
    private static readonly SemaphoreSlim[] Gates = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Inside the guard of permissions: nobody learns what became of a post that is not theirs to send.</summary>
    public int Order => 10;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (viewer.AccountId is not { } account || await KeyOf(request) is not { } key)
        {
            await next();
            return;
        }
        once.Begin(account, key, request.Path);
        var gate = Gates[(uint)HashCode.Combine(account, key) % Gates.Length];
        await gate.WaitAsync(context.HttpContext.RequestAborted);
        try
        {
            await Do(context, next);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task Do(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await once.Before(context.HttpContext.RequestAborted) is { } before)
        {
            context.Result = new LocalRedirectResult(before);
            return;
        }
        var done = await next();
        if (done is { Exception: not (null or DbUpdateException) } or { Result: not (null or PageResult) })
            return;
        // Refused, or thrown out by the database: perhaps because the same post came at the same time, and that one was done.
        if (await once.Before(context.HttpContext.RequestAborted) is { } meanwhile)
            (done.Exception, done.Result) = (null, new LocalRedirectResult(meanwhile));
    }

    private static async Task<string?> KeyOf(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.Headers.ContainsKey("X-Autosave"))
            return null;
        string key;
        try
        {
            key = (await request.ReadFormAsync(request.HttpContext.RequestAborted))[Field].ToString();
        }
        catch (InvalidDataException)
        {
            // What cannot be read as a form is refused by whoever reads it next.
            return null;
        }
        return key.Length is > 0 and <= Longest ? $"{key}:{Digest(request)}" : null;
    }

    /// <summary>Of all that it brings; a file is told by its name and length, and the token of the form may be a fresh one.</summary>
    private static string Digest(HttpRequest request)
    {
        var content = new StringBuilder(request.Path).Append(request.QueryString);
        foreach (var (name, values) in request.Form.Where(f => f.Key != Token).OrderBy(f => f.Key, StringComparer.Ordinal))
            content.Append('\n').Append(name).Append('=').AppendJoin('\0', values.Select(v => v?.ReplaceLineEndings("\n")));
        foreach (var file in request.Form.Files.Where(f => f.Length > 0).OrderBy(f => f.Name, StringComparer.Ordinal))
            content.Append('\n').Append(file.Name).Append('=').Append(file.FileName).Append('\0').Append(file.Length);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())))[..Digits];
    }
}
