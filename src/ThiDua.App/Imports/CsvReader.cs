using System.Text;

namespace ThiDua.App.Imports;

/// <summary>
/// Reads a table row by row as spreadsheets save it: UTF-8 with or without a byte-order mark, parted by semicolons, commas
/// or tabs, cells in double quotes where they need it (RFC 4180). The first row names the columns; a line "sep=;" before it
/// says what parts them.
/// </summary>
public sealed class CsvReader : IDisposable
{
    /// <summary>A longer row is no table; most often a quote is not closed.</summary>
    public const int MostCharacters = 100_000;

    /// <summary>Columns of a row.</summary>
    public const int MostCells = 1_000;

    private readonly StreamReader reader;
    private readonly char[] buffer = new char[64 * 1024];
    private readonly StringBuilder cell = new();
    private int at,
        filled,
        line = 1,
        start = 1,
        length;
    private char separator;

    /// <exception cref="TableRefused">The file is no UTF-8 text.</exception>
    public CsvReader(Stream content)
    {
        reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        Fill();
        separator = Separator();
        var head = Next();
        Head = head is null ? [] : [.. head.Cells.Select(c => c.Trim())];
        HeadLine = head?.Line ?? 1;
    }

    public IReadOnlyList<string> Head { get; }

    /// <summary>Line of the file on which <see cref="Head"/> stands.</summary>
    public int HeadLine { get; }

    /// <summary>The rows behind the head; those without any text are left out.</summary>
    /// <exception cref="TableRefused">The file is no UTF-8 text; a quote is not closed; a row is too long.</exception>
    public IEnumerable<CsvRow> Rows()
    {
        while (Next() is { } row)
            yield return row;
    }

    public void Dispose() => reader.Dispose();

    private CsvRow? Next()
    {
        while (Row() is { } row)
            if (row.Cells.Any(c => !string.IsNullOrWhiteSpace(c)))
                return row;
        return null;
    }

    private CsvRow? Row()
    {
        var (cells, quoted) = (new List<string>(8), false);
        (start, length) = (line, 0);
        while (Peek() is var c and >= 0)
        {
            at++;
            if (c == '"' && quoted && Peek() == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (c == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (c == separator && !quoted)
                End(cells);
            else if (c == '\n' && !quoted)
            {
                line++;
                End(cells);
                return new(start, cells);
            }
            else if (c != '\r' || quoted)
                cell.Append((char)c);
            if (c == '\n')
                line++;
            if (++length > MostCharacters)
                throw new TableRefused(quoted ? "open-quote" : "row-too-long", start);
            if (cells.Count > MostCells)
                throw new TableRefused("row-too-long", start);
        }
        if (quoted)
            throw new TableRefused("open-quote", start);
        if (cells.Count == 0 && cell.Length == 0)
            return null;
        End(cells);
        return new(start, cells);
    }

    private void End(List<string> cells)
    {
        var text = cell.ToString();
        cells.Add(text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC));
        cell.Clear();
    }

    private int Peek() => at < filled || Fill() ? buffer[at] : -1;

    private bool Fill()
    {
        try
        {
            (at, filled) = (0, reader.Read(buffer));
            return filled > 0;
        }
        catch (DecoderFallbackException)
        {
            throw new TableRefused("not-utf8");
        }
    }

    private char Separator()
    {
        var lines = new string(buffer, 0, filled).Split('\n', TableHead.Rows + 1);
        if (lines[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && lines[0].Length > 4)
        {
            (at, line) = (Math.Min(lines[0].Length + 1, filled), 2);
            return lines[0][4];
        }
        // A title above the heads parts nothing, or has a comma of its own; two of one sign are a table.
        char[] signs = ['\t', ';', ','];
        var table = lines.Take(TableHead.Rows).FirstOrDefault(l => signs.Any(c => l.Count(x => x == c) > 1)) ?? lines[0];
        return signs.MaxBy(c => table.Count(x => x == c));
    }
}
