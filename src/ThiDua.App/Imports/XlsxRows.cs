using System.Globalization;
using System.Text;
using System.Xml;
using MiniExcelLibs;
using ThiDua.Plans.Source;

namespace ThiDua.App.Imports;

/// <summary>The first sheet of a workbook as rows of text, written as a person would type them into a .csv file.</summary>
internal static class XlsxRows
{
    private const int MostEntries = 10_000;
    private const long MostBytes = 50L * 1024 * 1024;

    /// <exception cref="TableRefused">While it is read, too.</exception>
    public static IEnumerable<CsvRow> Of(Stream content)
    {
        if (content.Length > MostBytes)
            throw new TableRefused("table-too-heavy", 0, MostBytes / 1024 / 1024);
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        if (ZipDirectory.HasMoreThan(MostEntries, bytes))
            throw new TableRefused("too-many-entries", 0, MostEntries);
        var workbook = new MemoryStream(bytes, writable: false);
        using var rows = Guarded(() => workbook.Query(useHeaderRow: false, excelType: ExcelType.XLSX).GetEnumerator());
        for (var line = 1; Guarded(rows.MoveNext); line++)
        {
            var cells = ((IDictionary<string, object?>)rows.Current).Values.Select(Text).ToList();
            if (cells.Count > CsvReader.MostCells || cells.Sum(c => c.Length) > CsvReader.MostCharacters)
                throw new TableRefused("row-too-long", line);
            if (cells.Any(c => !string.IsNullOrWhiteSpace(c)))
                yield return new(line, cells);
        }
    }

    // Numbers as the forms take them (12,5 and no dots), days as codes of days; what a format only shows says nothing.
    private static string Text(object? value) =>
        value switch
        {
            null => "",
            double number => Number(number),
            DateTime moment => moment.ToString(
                moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm",
                CultureInfo.InvariantCulture
            ),
            bool yes => yes ? "1" : "0",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.Normalize(NormalizationForm.FormC),
        };

    // Fifteen digits are what a spreadsheet keeps of a number: more are an echo of its binary form (0,1 + 0,2).
    private static string Number(double number) =>
        Math.Abs(number) < 1e15
        && decimal.TryParse(
            number.ToString("G15", CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var exact
        )
            ? exact.ToString("0.###############", CultureInfo.InvariantCulture).Replace('.', ',')
            : number.ToString("R", CultureInfo.InvariantCulture);

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e)
            when (e
                    is InvalidDataException
                        or XmlException
                        or IOException
                        or ArgumentException
                        or InvalidOperationException
                        or FormatException
                        or KeyNotFoundException
                        or NotSupportedException
                        or OverflowException
                        or NullReferenceException
                        or IndexOutOfRangeException
            )
        {
            throw new TableRefused("damaged-workbook");
        }
    }
}
