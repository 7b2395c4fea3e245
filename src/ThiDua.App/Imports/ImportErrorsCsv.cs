using System.Text;
using Microsoft.Extensions.Localization;

namespace ThiDua.App.Imports;

/// <summary>The mistakes of a file as a table beside it, for whoever mends it.</summary>
internal static class ImportErrorsCsv
{
    /// <returns>UTF-8 with its mark, without which spreadsheets misread Vietnamese.</returns>
    public static byte[] Write(IEnumerable<RowError> errors, IStringLocalizer<Text> text)
    {
        var csv = new StringBuilder();
        Line(csv, text["Row"], text["Column"], text["Code"], text["Mistake"]);
        foreach (var error in errors)
            Line(csv, error.Row == 0 ? "" : $"{error.Row}", error.Column, error.Code, error.Message);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static void Line(StringBuilder csv, params string[] cells) => csv.AppendJoin(';', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string value)
    {
        // A text that begins like a formula would be run by the spreadsheet that opens it.
        var safe = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
