namespace ThiDua.Paper;

/// <summary>A part of the body, in reading order.</summary>
public abstract record Block;

/// <summary>
/// Levels of the two ways Annex I lays out a body: with articles (Phần, Chương, Mục, Tiểu mục, Điều) and without
/// (Phần, I., 1., 1.1., a)).
/// </summary>
public enum HeadingKind
{
    Part,
    Chapter,
    Section,
    Subsection,
    Article,
    Roman,
    Clause,
    SubClause,
    Point,
}

/// <param name="Label">As printed: <c>Chương I</c>, <c>Điều 1.</c>, <c>I.</c>, <c>1.</c>, <c>2.1.</c>, <c>a)</c>.</param>
public sealed record HeadingBlock(HeadingKind Kind, string Label, RichText Title) : Block;

/// <param name="Label">Number of a clause or point without a title (<c>1.</c>, <c>a)</c>), as printed; null for a plain paragraph.</param>
public sealed record TextBlock(RichText Text, string? Label = null) : Block;

/// <param name="Level">0 for "-", 1 for "+" under it.</param>
public sealed record BulletBlock(RichText Text, int Level = 0) : Block;

/// <param name="Rows">As many cells in each as there are columns.</param>
/// <param name="Caption">What the table shows, for those who cannot see it; also printed nowhere.</param>
public sealed record TableBlock(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<RichText>> Rows, string? Caption = null)
    : Block;

public sealed record TableColumn(RichText Header, CellAlign Align = CellAlign.Left);

public enum CellAlign
{
    Left,
    Centre,
    Right,
}

/// <summary>A stretch of text in one style.</summary>
public readonly record struct Span(string Text, bool Bold = false, bool Italic = false);

/// <summary>Text with bold and italic stretches. Control characters, which no XML can hold, are dropped.</summary>
public sealed class RichText
{
    public static readonly RichText Empty = new([]);

    /// <summary>Stands for the end of a line in a text that is set into one line of Markdown; of private use, so nobody's letter.</summary>
    internal const char LineEnd = '\ue00a';

    public RichText(IEnumerable<Span> spans) =>
        Spans = [.. spans.Select(s => s with { Text = Clean(s.Text) }).Where(s => s.Text.Length > 0)];

    public IReadOnlyList<Span> Spans { get; }

    /// <summary>The text without its styles.</summary>
    public string Plain => string.Concat(Spans.Select(s => s.Text));

    public bool IsEmpty => Spans.Count == 0;

    public override string ToString() => Plain;

    public static implicit operator RichText(string text) => new([new Span(text)]);

    /// <summary>The same text with another ending: used to set the closing marks that the Annex asks for.</summary>
    internal RichText WithEnding(string[] drop, string ending)
    {
        var spans = Spans.ToList();
        while (spans.Count > 0)
        {
            var last = spans[^1];
            var text = last.Text.TrimEnd();
            var cut = Array.Find(drop, d => text.EndsWith(d, StringComparison.Ordinal));
            if (text.Length > 0 && cut is null)
            {
                spans[^1] = last with { Text = text + ending };
                break;
            }
            text = cut is null ? "" : text[..^cut.Length];
            if (text.Length == 0)
                spans.RemoveAt(spans.Count - 1);
            else
                spans[^1] = last with { Text = text };
        }
        return new RichText(spans);
    }

    /// <summary>NFC, without what no XML can hold.</summary>
    internal static string Clean(string text)
    {
        var safe = Scalars(text).Replace(LineEnd, '\n');
        if (safe.Any(Unwritable))
            safe = new string([.. safe.Where(c => !Unwritable(c))]);
        return safe.IsNormalized() ? safe : safe.Normalize();
    }

    // A lone surrogate can be neither normalised nor encoded.
    private static string Scalars(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value == 0xFFFD)
                return string.Concat(text.EnumerateRunes().Where(r => r.Value != 0xFFFD));
        return text;
    }

    private static bool Unwritable(char c) => (c < ' ' && c is not ('\t' or '\n')) || c is '\u007f' or '\ufffe' or '\uffff';
}
