using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;
using ThiDua.App.Shared;
using ThiDua.Paper;

namespace ThiDua.App.Lists;

/// <summary>A list on its way out: what stands above it, its columns, its rows as they come.</summary>
/// <param name="IsCut">Known once the rows were read: there are more than may be exported.</param>
internal sealed record ListFile(
    ListPage Page,
    IReadOnlyList<(ListHead Head, int At)> Columns,
    IAsyncEnumerable<ListRow> Rows,
    Func<bool> IsCut,
    IStringLocalizer<Text> Text
)
{
    private const double NameWidth = 44,
        Width = 22;

    private string Title => $"{Page.List.Title} – {Page.Unit}. {Text["AsOf", Show.Time(Page.At)]}";

    private string Cut => Text["Cut", ListExport.Most];

    public async Task Xlsx(Stream output, CancellationToken cancellationToken)
    {
        var columns = Columns.Select(c => new SheetColumn(c.Head.Label, c.Head.IsName ? NameWidth : Width)).ToList();
        await using var sheet = await SheetStream.Begin(output, SheetName(Page.List.Title), Title, columns, cancellationToken);
        await foreach (var row in Rows.WithCancellation(cancellationToken))
            await sheet.Write([.. Columns.Select(c => Sheet(row.Cells[c.At]))], cancellationToken);
        if (IsCut())
            await sheet.Write([new(Cut), .. Enumerable.Repeat(new SheetCell(null), columns.Count - 1)], cancellationToken);
    }

    public async Task Csv(Stream output, CancellationToken cancellationToken)
    {
        await using var csv = new CsvWriter(output);
        await csv.Write(Columns.Select(c => ListCell.Of(c.Head.Label)), cancellationToken);
        await foreach (var row in Rows.WithCancellation(cancellationToken))
            await csv.Write(Columns.Select(c => row.Cells[c.At]), cancellationToken);
        if (IsCut())
            await csv.Write([ListCell.Of(Cut)], cancellationToken);
    }

    /// <summary>What it is, its columns, its rows by the codes of the columns; <c>more</c> when it was cut.</summary>
    public async Task Json(Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        json.WriteString("list", Page.List.Code);
        json.WriteString("title", Page.List.Title);
        json.WriteString("unit", Page.Unit);
        json.WriteString("at", (string)ListCell.Of(Page.At).Plain!);
        json.WriteStartObject("columns");
        foreach (var (head, _) in Columns)
            json.WriteString(head.Code, head.Label);
        json.WriteEndObject();
        json.WriteStartArray("rows");
        await foreach (var row in Rows.WithCancellation(cancellationToken))
        {
            Write(json, row);
            if (json.BytesPending > 64 * 1024)
                await json.FlushAsync(cancellationToken);
        }
        json.WriteEndArray();
        json.WriteBoolean("more", IsCut());
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, ListRow row)
    {
        json.WriteStartObject();
        foreach (var (head, at) in Columns)
            switch (row.Cells[at].Plain)
            {
                case null:
                    json.WriteNull(head.Code);
                    break;
                case decimal number:
                    json.WriteNumber(head.Code, number);
                    break;
                case var other:
                    json.WriteString(head.Code, other.ToString());
                    break;
            }
        if (row.Href is { } href)
            json.WriteString("href", href);
        json.WriteEndObject();
    }

    private static SheetCell Sheet(ListCell cell) =>
        cell.Value switch
        {
            decimal number => new(number, cell.Decimals),
            DateOnly day => new(day),
            DateTimeOffset at => new(at.DateTime),
            _ => new(cell.Text),
        };

    private static string SheetName(string title)
    {
        var name = string.Concat(title.Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'')));
        return name.Length <= 31 ? name : name[..31].TrimEnd();
    }
}
