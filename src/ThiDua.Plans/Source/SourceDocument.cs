namespace ThiDua.Plans.Source;

/// <summary>
/// The text form of a document: one entry a line, whatever file it came from. Inputs (<c>Source/</c>) produce it, the
/// understanding (<c>Reading/</c>) consumes it, and pages show extracted things beside it by line number.
/// </summary>
/// <param name="Format">"md", "txt", "docx", "pdf", "html" …</param>
/// <param name="Warnings">What the input was unsure of: old encoding converted, page without text …</param>
public sealed record SourceDocument(string Format, IReadOnlyList<SourceLine> Lines, IReadOnlyList<Warning> Warnings)
{
    /// <summary>What <c>thidua read FILE --text</c> prints: the lines, in order, joined by line feeds.</summary>
    public string Text => string.Join('\n', Lines.Select(l => l.Text));

    /// <summary>Writes <see cref="Text"/> in UTF-8, line by line.</summary>
    public void WriteText(Stream to)
    {
        using var writer = new StreamWriter(to, new System.Text.UTF8Encoding(false), 65_536, leaveOpen: true);
        for (var i = 0; i < Lines.Count; i++)
        {
            if (i > 0)
            {
                writer.Write('\n');
            }
            writer.Write(Lines[i].Text);
        }
    }
}

/// <summary>One paragraph or one table row (word-processor files), or one line of the file (text files).</summary>
/// <param name="Text">
/// NFC text without formatting marks, the printed list label included ("1. ", "a) ", "- ", "III. "). A table row's cells are joined by " |
/// ".
/// </param>
public sealed record SourceLine(string Text)
{
    public static SourceLine Empty { get; } = new("");

    /// <summary>All visible text is bold.</summary>
    public bool Bold { get; init; }

    /// <summary>
    /// Bold text at the start (after a plain label such as "- " or "1. "), when only the line's beginning is bold; null else.
    /// </summary>
    public string? BoldLead { get; init; }
    public bool Italic { get; init; }
    public bool Centred { get; init; }

    /// <summary>Outline level by style or mark (# in Markdown, Heading 1 in Word), 1-9; 0 for none.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>
    /// The printed label computed from automatic numbering, also at the start of <see cref="Text"/>; null when typed by hand.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>
    /// A footnote or endnote, placed after the paragraph or row that calls it: read it for what it cites, not as a task or target.
    /// </summary>
    public bool Note { get; init; }

    /// <summary>
    /// Set for a table row. A layout table (<see cref="TableRow.Borderless"/>) gives one line per paragraph of each cell instead, cell by
    /// cell; each carries its row.
    /// </summary>
    public TableRow? Row { get; init; }
}

/// <param name="Table">0-based number of the table in the document.</param>
/// <param name="Index">0-based row.</param>
/// <param name="Borderless">A layout table, such as a letterhead.</param>
/// <param name="Cells">
/// One entry a grid column: a merged cell is repeated in each row and column it covers. Paragraphs within a cell are parted by a line feed.
/// </param>
public sealed record TableRow(int Table, int Index, bool Borderless, IReadOnlyList<string> Cells);
