using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ThiDua.App.Tests.Rights;

/// <summary>One way into an address: its method and, of a page, the name of the handler.</summary>
public sealed record Call(string Method, string? Handler);

/// <summary>An address of the real application, page or endpoint, with what it declares.</summary>
public sealed record Address(
    string Pattern,
    IReadOnlyList<string> Keys,
    IReadOnlyList<object> Marks,
    IReadOnlyList<Call> Calls,
    CompiledPageActionDescriptor? Page
)
{
    public static async Task<IReadOnlyList<Address>> All(IServiceProvider services)
    {
        var (source, loader) = (services.GetRequiredService<EndpointDataSource>(), services.GetRequiredService<PageLoader>());
        var all = new List<Address>();
        foreach (var endpoint in source.Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            IReadOnlyList<string> keys = [.. endpoint.RoutePattern.Parameters.Select(p => p.Name)];
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var loaded = await loader.LoadAsync(page, endpoint.Metadata);
                var calls = loaded.HandlerMethods.Select(h => new Call(h.HttpMethod.ToUpperInvariant(), h.Name));
                IReadOnlyList<object> marks = [.. endpoint.Metadata, .. loaded.HandlerTypeInfo.GetCustomAttributes(inherit: true)];
                all.Add(new(pattern, keys, marks, [.. calls], loaded));
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
                all.Add(new(pattern, keys, [.. endpoint.Metadata], [.. methods.Select(m => new Call(m, null))], null));
            }
        }
        return all;
    }
}
