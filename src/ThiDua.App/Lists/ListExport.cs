using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;
using ThiDua.App.Security;

namespace ThiDua.App.Lists;

/// <summary>A list's page as a file: the same address with .xlsx, .csv or .json behind its path.</summary>
public static class ListExport
{
    /// <summary>Rows of one file; beyond, it says that it was cut.</summary>
    public const int Most = 200_000;

    /// <summary>Serves the exports of the list whose page stands at this address.</summary>
    /// <param name="needs">As the page asks them.</param>
    public static void MapList<TSource>(this IEndpointRouteBuilder app, string address, params Attribute[] needs)
        where TSource : IListSource =>
        app.MapGet(
                address + ".{format}",
                (
                    string format,
                    HttpContext context,
                    TSource source,
                    ListReader reader,
                    IStringLocalizer<Text> text,
                    CancellationToken cancellationToken
                ) => Send(format, context, source, reader, text, cancellationToken)
            )
            .WithMetadata([.. needs]);

    private static async Task<IResult> Send(
        string format,
        HttpContext context,
        IListSource source,
        ListReader reader,
        IStringLocalizer<Text> text,
        CancellationToken cancellationToken
    )
    {
        var view = new ListView(context.Request);
        if (format is not ("xlsx" or "csv" or "json") || await source.List(view, cancellationToken) is not { } list)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        var cut = false;
        // All columns, unless the reader chose some.
        var columns = list.Heads(view).Select((head, at) => (head, at)).Where(c => c.head.Shown || view.Columns.Count == 0).ToList();
        var file = new ListFile(reader.Head(list, view), columns, Counted(cancellationToken), () => cut, text);
        var name = $"{list.Code.Replace(':', '-')}.{format}";
        return format switch
        {
            "xlsx" => Results.Stream(o => file.Xlsx(o, cancellationToken), SheetType, name),
            "csv" => Results.Stream(o => file.Csv(o, cancellationToken), CsvWriter.Type, name),
            _ => Results.Stream(o => file.Json(o, cancellationToken), "application/json; charset=utf-8"),
        };

        async IAsyncEnumerable<ListRow> Counted([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var left = Most;
            await foreach (var row in list.All(view, Most + 1, cancellationToken))
                if (left-- > 0)
                    yield return row;
                else
                    cut = true;
        }
    }

    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
