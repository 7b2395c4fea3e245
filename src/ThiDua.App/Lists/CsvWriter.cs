using System.Globalization;
using System.Text;
using ThiDua.Paper;

namespace ThiDua.App.Lists;

/// <summary>
/// Tables as text for spreadsheets, the one writer of them: semicolons and decimal commas, as spreadsheets in Vietnam open
/// them; UTF-8 with its mark, without which they misread Vietnamese; no text that they would run.
/// </summary>
public sealed class CsvWriter(Stream output) : IAsyncDisposable
{
    public const string Type = "text/csv; charset=utf-8";

    private static readonly NumberFormatInfo Numbers = new() { NumberDecimalSeparator = "," };

    private readonly StreamWriter writer = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024, leaveOpen: true);
    private readonly StringBuilder line = new();

    public async Task Write(IEnumerable<ListCell> cells, CancellationToken cancellationToken)
    {
        line.Clear().AppendJoin(';', cells.Select(Text)).Append("\r\n");
        foreach (var chunk in line.GetChunks())
            await writer.WriteAsync(chunk, cancellationToken);
    }

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private static string Text(ListCell cell)
    {
        // What is a number may begin with a minus; what only looks like one may not.
        var safe = cell.Value is decimal number
            ? number.ToString("0." + new string('#', cell.Decimals), Numbers)
            : FormulaText.Quoted(cell.Text);
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
