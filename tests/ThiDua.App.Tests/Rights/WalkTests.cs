using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Rights;

/// <summary>Every page, handler and download × every role × where it is held, against <see cref="Statement"/>.</summary>
public sealed partial class WalkTests
{
    private const string Probe = "X-Walk",
        Reached = "reached";

    /// <summary>Asked by the walk, says that the handler would run now instead of running it.</summary>
    private sealed class ReachedFilter : IAsyncPageFilter, IOrderedFilter
    {
        public int Order => int.MaxValue;

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            if (!context.HttpContext.Request.Headers.ContainsKey(Probe))
                return next();
            context.Result = new ContentResult { Content = Reached };
            return Task.CompletedTask;
        }
    }

    [Theory, BothEngines]
    public async Task Every_address_answers_each_role_as_the_statement_says(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write("roles.yaml", Statement.RolesOfPack);
        await using var system = await TestSystem.Start(
            engine,
            packs: pack.Parent,
            also: s =>
            {
                s.Configure<MvcOptions>(o => o.Filters.Add(new ReachedFilter()));
                TestSystem.WithoutLoops(s);
            }
        );
        var world = await WalkWorld.Create(system);
        var addresses = await Address.All(system.Services);
        Assert.Empty(addresses.Select(a => a.Pattern).Except(Statement.Pages.Select(p => p.Pattern)));
        Assert.Empty(Statement.Pages.Select(p => p.Pattern).Except(addresses.Select(a => a.Pattern)));

        var calls = addresses.ToLookup(a => a.Pattern, a => a.Calls);
        var steps = Statement.Pages.SelectMany(p => calls[p.Pattern].SelectMany(c => c).Select(c => (Page: p, Call: c))).ToList();
        var acts = await system.Db(db => db.Acts.CountAsync());
        var (asked, differences) = (0, new ConcurrentBag<string>());
        await Parallel.ForEachAsync(
            world.Walkers,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (walker, _) =>
            {
                using var client = system.Client(follow: false);
                var token = await SignIn(client, walker);
                foreach (var (page, call) in steps)
                {
                    Interlocked.Increment(ref asked);
                    if (await Ask(client, world, page, call, walker, token) is { } difference)
                        differences.Add(difference);
                }
            }
        );
        var signIns = world.Walkers.Count - 1;
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{engine}: {addresses.Count} addresses, {steps.Count} handlers, {world.Walkers.Count} walkers, "
                + $"{asked} combinations, {differences.Count} differences"
        );
        Assert.True(differences.IsEmpty, string.Join('\n', differences.Order()));
        Assert.Equal(acts + signIns, await system.Db(db => db.Acts.CountAsync()));
    }

    private static async Task<string?> Ask(HttpClient client, WalkWorld world, Page page, Call call, Walker walker, string token)
    {
        var may = Statement.May(page, walker);
        var place = Thing().Replace(page.Address, m => world.Things[m.Groups[1].Value]);
        var join = place.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var address = call.Handler is null ? place : $"{place}{join}handler={call.Handler}";
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), address);
        var api = page.Pattern.StartsWith("/api/", StringComparison.Ordinal);
        var reads = call.Method is "GET" or "HEAD";
        if (!reads)
            request.Content = api
                ? new StringContent("""{"facts":[]}""", Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        // What is refused is really asked for; of what is allowed only reading is.
        var probed = !api && may && (!reads || page.OnlyReached);
        if (probed)
            request.Headers.Add(Probe, "1");
        using var answer = await client.SendAsync(request, CancellationToken.None);
        var said = Read(answer, probed ? await answer.Content.ReadAsStringAsync(CancellationToken.None) : null);
        var right =
            may ? "served"
            : walker.Role is not null ? "not found"
            : api ? "unauthorized"
            : "sign in";
        return said == right ? null : $"{call.Method} {page.Pattern} {call.Handler} by {walker}: {said}, not {right}";
    }

    private static string Read(HttpResponseMessage answer, string? probed) =>
        answer.StatusCode switch
        {
            HttpStatusCode.NotFound => "not found",
            HttpStatusCode.Unauthorized when answer.Content.Headers.ContentType?.MediaType == "application/problem+json" => "unauthorized",
            HttpStatusCode.Redirect when answer.Headers.Location!.OriginalString.Contains("/sign-in", StringComparison.Ordinal) =>
                "sign in",
            HttpStatusCode.UnprocessableEntity or < HttpStatusCode.BadRequest => probed is null or Reached ? "served" : "not reached",
            var other => $"{(int)other}",
        };

    /// <returns>A form token that is theirs.</returns>
    private static async Task<string> SignIn(HttpClient client, Walker walker)
    {
        var token = await TokenOf(client, "/sign-in");
        if (walker.Account is not { } account)
            return token;
        var answer = await client.PostAsync(
            new Uri("/sign-in", UriKind.Relative),
            new FormUrlEncodedContent([
                new("__RequestVerificationToken", token),
                new("userName", account.UserName),
                new("password", TestAccount.Password),
            ])
        );
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        return await TokenOf(client, "/error?code=404");
    }

    private static async Task<string> TokenOf(HttpClient client, string address) =>
        Token().Match(await client.GetStringAsync(new Uri(address, UriKind.Relative))).Groups[1].Value;

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Thing();

    [GeneratedRegex("""__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex Token();
}
